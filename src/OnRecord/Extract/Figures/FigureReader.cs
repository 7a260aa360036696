using OnRecord.Extract.Lexemes;
using OnRecord.Extract.Times;
using OnRecord.Language.Text;

namespace OnRecord.Extract.Figures;

/// <summary>
/// Reads the quantities of one text from left to right, leaving out what is a date or time of day. At each lexeme that can
/// open a figure it looks a bounded number of lexemes to both sides, so the whole is linear. Holds the state of one text.
/// </summary>
internal sealed partial class FigureReader(LexemeText text, IReadOnlyList<Draft> drafts, IReadOnlyList<Timex> times)
{
    private readonly List<Quantity> quantities = [];

    // The lexeme after the last quantity's: nothing before it belongs to the next.
    private int readTo;

    public List<Quantity> Read()
    {
        var items = text.Items;
        var next = 0;
        for (var i = 1; i < items.Length; i++)
        {
            while (next < drafts.Count && drafts[next].End <= i) next++;
            if (next < drafts.Count && drafts[next].First <= i && IsPlace(drafts[next]))
            {
                i = drafts[next].End - 1;
                continue;
            }
            if (!MayOpen(items[i], i) || !TryRead(i, out var end)) continue;
            i = end - 1;
        }
        return quantities;
    }

    // "two years ago" and "2019" are places in time; "two years" is a quantity of years as well.
    private static bool IsPlace(in Draft draft) => draft.Type != TimexType.Duration;

    private bool MayOpen(Lexeme lexeme, int at) => lexeme.Kind switch
    {
        LexemeKind.Figures => true,
        LexemeKind.Mark => lexeme.Code > 127 || lexeme.Code is '$' or '.',
        LexemeKind.Word => lexeme.Code != 0 && Lexicon.At(lexeme.Code) is var word
            && (word.Has(WordClass.OpensFigure) || word.Has(WordClass.Money) && lexeme.IsCapital || word.Term is Term.A or Term.An || word.Sign.Length > 0 && word.Sign[0] == '*' || text.IsMark(at + 1, '$') || text.IsMark(at + 1, '£')),
        _ => false,
    };

    private bool TryRead(int at, out int end)
    {
        end = at + 1;
        var first = at;
        var word = text.Word(at);
        if (word.Sign.Length > 0 && word.Sign[0] == '*') return TryMultipleVerb(at, word, out end);
        var isNegative = false;
        if (word.Term == Term.Minus || text.IsMark(at, '\u2212'))
        {
            isNegative = true;
            at++;
        }
        var money = ReadMoneyBefore(at, out var numberAt);
        var scale = 1m;
        if (money is { } before) scale = before.Factor;
        else if (!IsFree(at)) return false;
        if (!NumeralReader.TryRead(text, numberAt, money is not null, out var numeral))
        {
            if (text.IsFigures(numberAt)) end = numberAt + 1;
            return false;
        }
        if (money is null && !IsNumberOfSomething(numberAt, numeral)) return Skip(numeral.End, out end);
        var upper = ReadUpper(numberAt, ref numeral, money is not null);
        var unit = money is { } sign ? AfterSign(sign, numeral) : UnitAfter(numberAt, numeral);
        if (unit.Kind == QuantityKind.Number) unit = AgeOrShared(numberAt, numeral, unit);
        if (unit.Kind is QuantityKind.Number && (upper is not null || !MayStandAlone(numberAt, numeral))) return Skip(numeral.End, out end);
        var value = Times(numeral.Value, unit.Factor * scale);
        if (unit.Kind == QuantityKind.Length && unit.Unit == "foot") value = WithInches(value, ref unit);
        else if (unit.Kind == QuantityKind.Money) value = WithCents(value, ref unit);
        if (isNegative) value = -value;
        Add(first, numberAt, numeral, unit, value, Times(upper, unit.Factor * scale));
        end = unit.End;
        return true;
    }

    private static bool Skip(int to, out int end)
    {
        end = to;
        return true;
    }

    private static decimal? Times(decimal? value, decimal factor) => value is { } v && Math.Abs(v) < 1e22m ? v * factor : null;

    // Not glued to letters or further figures: COVID-19, A380, 555-0142, 2.4.1, 10:45, 3-1.
    private bool IsFree(int at)
    {
        var lexeme = text[at];
        if (lexeme.Kind == LexemeKind.Mark) return lexeme.Code is not '.' || !lexeme.IsGlued;
        var before = text[at - 1];
        if (lexeme.IsGlued && before.Kind == LexemeKind.Word) return false;
        if (lexeme.Kind != LexemeKind.Figures) return !lexeme.IsGlued || before.Kind != LexemeKind.Mark || before.Code is not '\'' and not '’' || !text[at - 1].IsGlued;
        if (lexeme.IsGlued && before.Kind == LexemeKind.Mark)
        {
            if (before.Code is '-' or '‑' or '/' or ':' or '.' or '_' or '\\' or '#' or '@' or '&' or '=' or '+' && before.IsGlued) return false;
            if (before.Code is '#' or '@' or '=' or '_') return false;
        }
        // What is against it on the right: a letter that is no unit, a colon or slash with figures.
        var after = text[at + 1];
        if (!after.IsGlued) return true;
        if (after.Kind == LexemeKind.Mark && after.Code is ':' or '/' && text.IsFigures(at + 2) && text.IsGlued(at + 2)) return after.Code == '/' && text.Length(at + 2) <= 2 && NumeralReader.TryRead(text, at, false, out var part) && part.End == at + 3;
        if (after.Kind == LexemeKind.Word) return text.Has(at + 1, WordClass.Measure | WordClass.ScaleSign | WordClass.Money | WordClass.Percent | WordClass.TimeUnit) && text.Word(at + 1).Term != Term.S;
        return true;
    }

    /// <summary>Whether a number is a figure at all: not the number of an article, a flight, a house, a score.</summary>
    private bool IsNumberOfSomething(int at, Numeral numeral)
    {
        var end = numeral.End;
        if (text.IsFigures(at) && end == at + 1)
        {
            // 3-1, 312-98: a score or a vote; 555-0142: a telephone
            if (text.IsHyphen(end) && text.IsGlued(end) && text.IsFigures(end + 1) && text.IsGlued(end + 1))
            {
                var low = text.Integer(at);
                var high = text.Integer(end + 1);
                if (low < 0 || high <= low || text.Length(end + 1) > 1 && text.Slice(end + 1)[0] == '0') return false;
            }
            // Article 5, Route 66, Boeing 737; but "In May 40 ships" and "Some 40 ships" count.
            if (IsLabel(at - 1) && !HasUnit(at, numeral)) return false;
            if (text.Is(end, Term.Th) && text.IsGlued(end)) return false;
        }
        if (text.Has(at, WordClass.Small) && numeral is { Value: 1, HasScale: false, IsFraction: false } && end == at + 1) return IsOneOfMany(at);
        if (numeral.IsFraction && !text.IsFigures(at)) return IsShare(at, numeral);
        // Ground Zero, Force Four
        if (text.IsWord(at) && text[at].IsCapital && text.IsWord(at - 1) && text[at - 1].IsCapital && !text.EndsSentence(at - 1) && text.Has(at, WordClass.Small) && end == at + 1) return false;
        // "several hundred", "many thousand": no number is told.
        if (text.Has(at, WordClass.Scale) && text.Has(at - 1, WordClass.Vague)) return false;
        // "twenty-first", "two hundredth"
        return !(text.Has(end, WordClass.Ordinal) && !text.Has(end, WordClass.Fraction)) || !text.IsJoint(end - 1);
    }

    private bool IsLabel(int at) => text.IsWord(at) && text[at].IsCapital && !text.IsGlued(at + 1) && !text.Has(at, WordClass.Function | WordClass.Hedge | WordClass.Preposition | WordClass.Determiner | WordClass.Month | WordClass.Weekday | WordClass.ChangeVerb | WordClass.Money)
        || text.IsMark(at, '.') && text.Is(at - 1, Term.No) && text[at - 1].IsCapital || text.Word(at).Text is "page" or "room" or "chapter" or "section" or "version" or "flight" or "number" or "channel" or "paragraph" or "route" or "line" or "item" && !text.Has(at, WordClass.Measure);

    private bool HasUnit(int at, Numeral numeral)
    {
        var unit = UnitAfter(at, numeral);
        return unit.Kind is not (QuantityKind.Number or QuantityKind.Count) || unit.Kind == QuantityKind.Count && text.Has(at - 1, WordClass.None) is false && text.EndsSentence(at - 2);
    }

    // "one soldier", "one minister voted"; not "no one", "one of the", "one another".
    private bool IsOneOfMany(int at)
    {
        var next = at + 1;
        if (text.Word(at - 1).Term is Term.No or Term.Any or Term.Every or Term.Each or Term.This or Term.That or Term.The or Term.Another) return false;
        if (text.Is(next, Term.In) && text.Has(next + 1, WordClass.Small | WordClass.Tens) || text.Is(next, Term.In) && text.IsFigures(next + 1)) return true;
        if (text.IsJoint(next)) return text.IsWord(next + 1) && (text.Has(next + 1, WordClass.TimeUnit | WordClass.Measure | WordClass.Money) || !text.Has(next + 1, WordClass.Small));
        if (!text.IsWord(next) || text.Has(next, WordClass.Function | WordClass.Preposition | WordClass.PastVerb | WordClass.FutureVerb)) return text.Has(next, WordClass.Scale | WordClass.Percent);
        if (text[next].IsCapital || text.Word(next).Text is "day" or "time" or "thing" or "way" or "side" or "such") return false;
        return true;
    }

    // "a third of", "by a quarter", "half the", "two thirds"; not "a third day", "the second half", "half past".
    private bool IsShare(int at, Numeral numeral)
    {
        var end = numeral.End;
        if (numeral.HasScale) return true;
        var isHalf = text.Is(end - 1, Term.Half);
        if (isHalf && (text.Has(at - 1, WordClass.Ordinal | WordClass.Pointer) || text.IsHyphen(at - 1) || text.IsHyphen(end) && !text.Has(end + 1, WordClass.TimeUnit | WordClass.Percent) || text.Is(end, Term.Past) || text.IsHyphen(end + 0) && text.IsGlued(end) && text.Has(end + 1, WordClass.Function))) return false;
        if (text.Has(at - 1, WordClass.Ordinal) || text.Is(at - 1, Term.Fiscal)) return false;
        if (!isHalf && text.Has(at, WordClass.Determiner) && text.IsWord(end) && text.Has(end, WordClass.TimeUnit) && !text.Is(end - 1, Term.Quarter)) return false;
        if (UnitAfter(at, numeral).Kind is not (QuantityKind.Count or QuantityKind.Number or QuantityKind.Share)) return true;
        if (!text.IsWord(end) || text.Has(end, WordClass.Function | WordClass.Preposition | WordClass.Hedge)) return true;
        return text.Word(end).Text is "majority" or "share" or "stake" or "interest" || text.IsHyphen(end - 2) && !text.Is(at, Term.A);
    }

    /// <summary>
    /// A bare number between commas behind a noun is an age ("the minister, 54, took office"), as it is behind "aged"; behind
    /// "to" and "from" it has the unit of the figure before it ("by 218 votes to 210", "1,100 visas, down from 1,900").
    /// </summary>
    private FoundUnit AgeOrShared(int at, Numeral numeral, FoundUnit unit)
    {
        var before = text.Term(at - 1);
        var isAgeable = numeral is { Value: >= 1 and <= 120, HasScale: false, IsFraction: false };
        if (isAgeable && text.IsMark(at - 1, ',') && text.IsMark(numeral.End, ',') && text.IsWord(at - 2) && text.IsFigures(at) && !text.Has(at - 2, WordClass.Month)) return new FoundUnit(QuantityKind.Age, "year", numeral.End);
        if (isAgeable && (before is Term.Aged or Term.Age || before == Term.Between && text.Is(at - 2, Term.Aged) || before == Term.And && text.Is(at - 3, Term.Between) && text.Is(at - 4, Term.Aged))) return new FoundUnit(QuantityKind.Age, "year", numeral.End);
        if (quantities.Count == 0) return unit;
        var given = quantities[^1];
        if (given.Kind is QuantityKind.Number or QuantityKind.Duration or QuantityKind.Age or QuantityKind.Multiple or QuantityKind.Share) return unit;
        var isShared = before is Term.To or Term.From || text.Is(numeral.End, Term.Of) && text.Word(numeral.End + 1).Text is "them" or "which" or "whom" || text.Is(numeral.End, Term.More) && !text.IsWord(numeral.End + 1) || before == Term.And && text.Term(numeral.End) is Term.In or Term.On;
        if (!isShared) return unit;
        for (var i = at - 1; i > 0 && at - i < 10; i--)
        {
            if (text.EndsSentence(i)) return unit;
            if (text[i].Start < given.Span.End) return unit with { Kind = given.Kind, Unit = given.Unit, IsShared = given.IsUnitAssumed };
        }
        return unit;
    }

    private bool MayStandAlone(int at, Numeral numeral)
    {
        if (text.IsJoint(numeral.End)) return false;
        if (text.Has(at, WordClass.Small) && numeral is { Value: 1, HasScale: false } && !text.Is(numeral.End, Term.In)) return false;
        // A capital behind it makes an address or a name: "10 Downing Street", "20 Questions".
        return !(text.IsWord(numeral.End) && text[numeral.End].IsCapital && text.IsFigures(at));
    }

    private void Add(int first, int numberAt, Numeral numeral, FoundUnit unit, decimal? value, decimal? upper)
    {
        var clause = Clauses.Around(text, first, unit.End);
        var comparison = ComparisonAround(ref first, unit.End);
        var (change, sense) = ChangeAround(first, numberAt, unit);
        var start = Math.Max(readTo, FirstOfFigure(numberAt));
        readTo = unit.End;
        quantities.Add(new Quantity
        {
            Span = text.Range(start, unit.End),
            Kind = unit.Kind,
            Value = Plain(value),
            Upper = Plain(upper),
            Unit = unit.Unit,
            IsUnitAssumed = unit.IsShared,
            Comparison = comparison,
            Change = change,
            ChangeSense = sense,
            Per = PerAfter(unit),
            Of = OfAfter(unit),
            Period = PeriodAround(first, unit.End),
            Status = StatusAround(first, unit.End),
            Clause = clause,
            Unresolved = value is null ? TimeRefusal.OutOfRange : null,
        });
    }

    // 2.50 and 2.5 are one number: the zeros that a scale leaves behind are cut.
    private static decimal? Plain(decimal? value) => value / 1.000000000000000000000000000m;

    // The sign and minus belong to the figure's words.
    private int FirstOfFigure(int at)
    {
        var first = at;
        if (text[at - 1].Kind == LexemeKind.Mark && Currencies.OfSign(text[at - 1].Code) is not null)
        {
            first = at - 1;
            if (text.IsWord(first - 1) && text.IsGlued(first) && Currencies.OfPrefix(text.Slice(first - 1).ToString(), text[first].Code) is not null) first--;
        }
        else if (text.Has(at - 1, WordClass.Money) && IsCode(at - 1)) first = at - 1;
        else if (text.IsMark(at - 1, '.') && text.IsGlued(at - 1) && text.Word(at - 2).Text == "rs") first = at - 2;
        if (text.Is(first - 1, Term.Minus) || text.IsMark(first - 1, '\u2212')) first--;
        return first;
    }
}
