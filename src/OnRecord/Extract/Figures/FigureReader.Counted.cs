using OnRecord.Extract.Lexemes;

namespace OnRecord.Extract.Figures;

internal sealed partial class FigureReader
{
    private const int LongestPhrase = 6;

    /// <summary>
    /// What a number counts: the first plural of the phrase behind it ("500 Russian troops"), the last of several in a row
    /// ("20 weapons inspectors"); behind a hyphen or one, the noun itself ("29-member").
    /// </summary>
    private FoundUnit Counted(int at, Numeral numeral, int next, bool isJoint)
    {
        var end = numeral.End;
        if (isJoint)
        {
            // "29-member alliance"; "two-thirds" and "20-20" were read before, "24-hour" is a length.
            if (!text.IsWord(next) || text[next].IsCapital || text.Has(next, WordClass.Small | WordClass.Tens | WordClass.Function | WordClass.Ordinal)) return Bare(end);
            return new FoundUnit(QuantityKind.Count, Singulars.Of(text.Slice(next)), next + 1);
        }
        // "12 of the 27 commissioners", "17 of the wounded": what is counted stands behind.
        if (text.Is(end, Term.Of) || text.Is(end, Term.Out) && text.Is(end + 1, Term.Of))
        {
            var of = text.Is(end, Term.Of) ? end + 1 : end + 2;
            if (!text.Has(of, WordClass.Determiner) && !text.IsFigures(of) && !text.Has(of, WordClass.Small | WordClass.Tens)) return Bare(end);
            var behind = text.Has(of, WordClass.Determiner) ? of + 1 : of;
            // "the country's 20 largest mines"
            if (text.IsWord(behind) && text.IsApostrophe(behind + 1) && text.Is(behind + 2, Term.S)) behind += 3;
            if (NumeralReader.TryRead(text, behind, false, out var whole) && whole.Value > numeral.Value) behind = whole.End;
            else if (!text.Has(of, WordClass.Determiner)) return Bare(end);
            return PluralIn(behind, at, out _) is { } unit ? new FoundUnit(QuantityKind.Count, unit, end) : Bare(end);
        }
        // "from 12 to 29 members", "350 or 400 troops": the first shares the noun of the second.
        if (text.Term(end) is Term.To or Term.Or or Term.And && (text.IsFigures(end + 1) || text.Has(end + 1, WordClass.Small | WordClass.Tens)) && (!text.Is(end, Term.And) || text.Is(at - 1, Term.Between)) && NumeralReader.TryRead(text, end + 1, false, out var second))
        {
            var shared = UnitAfter(end + 1, second);
            if (shared.Kind != QuantityKind.Number && (text.Is(at - 1, Term.From) || text.Is(at - 1, Term.Between) || text.Is(end, Term.Or))) return shared with { End = end };
            return Bare(end);
        }
        if (numeral is { Value: 1, HasScale: false } && text.Has(at, WordClass.Small)) return Single(end);
        return PluralIn(end, at, out var unitEnd) is { } counted ? new FoundUnit(QuantityKind.Count, counted, unitEnd) : Bare(end);
    }

    private string? PluralIn(int at, int numberAt, out int end)
    {
        end = at;
        string? unit = null;
        for (var i = at; i < at + LongestPhrase + 2; i++)
        {
            var lexeme = text[i];
            // surface-to-air missiles
            if (lexeme.Kind == LexemeKind.Word && i > at && text.IsHyphen(i - 1) && lexeme.IsGlued && text.IsHyphen(i + 1)) continue;
            if (lexeme.Kind == LexemeKind.Mark && lexeme.IsGlued && text.IsHyphen(i) && text.IsGlued(i + 1)) continue;
            if (lexeme.Kind == LexemeKind.Mark && text.IsApostrophe(i) && text.Is(i + 1, Term.S) && unit is null)
            {
                i++;
                continue;
            }
            if (lexeme.Kind == LexemeKind.Mark && lexeme.Code == ',' && unit is null && text.IsWord(i + 1) && !text.Has(i + 1, WordClass.Small | WordClass.Tens) && i > at) continue;
            if (lexeme.Kind != LexemeKind.Word) break;
            var word = text.Word(i);
            if (word.Has(WordClass.Preposition | WordClass.PastVerb | WordClass.FutureVerb) || word.Has(WordClass.Function) && word.Term is not (Term.And or Term.Other or Term.So) && !(i == at && word.Term is Term.More or Term.Additional or Term.Extra or Term.Further or Term.Fewer)) break;
            if (word.Term is Term.And && (unit is not null || !text.IsWord(i + 1))) break;
            if (word.Has(WordClass.Weekday | WordClass.Deictic) && unit is null && i == at) break;
            var isPlural = Singulars.IsPlural(text.Slice(i)) && !(lexeme.IsCapital && unit is not null);
            // "the council of 15 ambassadors meets": behind "of" the next word may be the verb of the whole.
            if (unit is not null && (!isPlural || lexeme.IsCapital || word.Has(WordClass.ChangeVerb) || text.Is(numberAt - 1, Term.Of))) break;
            if (!isPlural) continue;
            // A verb in -s does not follow a plural, so a second one in a row is the head: "weapons inspectors".
            if (lexeme.IsCapital && i + 1 < at + LongestPhrase + 2 && text.IsWord(i + 1) && text[i + 1].IsCapital) continue;
            unit = Singulars.Of(text.Slice(i));
            end = i + 1;
        }
        return unit;
    }

    // one minister, one senior army officer
    private FoundUnit Single(int at)
    {
        var last = at;
        for (var i = at; i < at + 3 && text.IsWord(i) && !text.Has(i, WordClass.Function | WordClass.Preposition | WordClass.PastVerb | WordClass.FutureVerb); i++)
        {
            last = i;
            if (text.Text[text[i].End - 1] == 'd' && i > at)
            {
                last = i - 1;
                break;
            }
        }
        return text.IsWord(last) && !text.Has(last, WordClass.Function | WordClass.Preposition) ? new FoundUnit(QuantityKind.Count, Singulars.Of(text.Slice(last)), last + 1) : Bare(at);
    }

    /// <summary>The upper end of a range: "8,000 to 10,000 soldiers", "10-15 percent", "between 10 and 15 percent".</summary>
    private decimal? ReadUpper(int at, ref Numeral numeral, bool isMoney)
    {
        var end = numeral.End;
        var isHyphen = text.IsHyphen(end);
        var before = isMoney ? at - 2 : at - 1;
        // "fell $2 to $61" and "from 5 to 6" are a change, no range.
        var isTo = text.Is(end, Term.To) && text.Term(before) is not (Term.From or Term.By) && !text.Has(before, WordClass.ChangeVerb);
        var isAnd = text.Is(end, Term.And) && text.Is(before, Term.Between);
        if (!isHyphen && !isTo && !isAnd) return null;
        var next = end + 1;
        if (isMoney && text[next].Kind == LexemeKind.Mark && Currencies.OfSign(text[next].Code) is not null) next++;
        if (!(text.IsFigures(next) || text.Has(next, WordClass.Small | WordClass.Tens)) || !NumeralReader.TryRead(text, next, isMoney, out var upper) || upper.Value is not { } high || numeral.Value is not { } low) return null;
        // "two to three million" and "$2 to $3 million" share the scale.
        if (upper.HasScale && !numeral.HasScale && high > 999 && low < 1000)
        {
            var scale = ScaleOf(upper);
            if (low * scale < high) low *= scale;
        }
        if (high <= low) return null;
        var unit = isMoney ? QuantityKind.Money : UnitAfter(next, upper).Kind;
        if (unit == QuantityKind.Number) return null;
        numeral = numeral with { Value = low, End = upper.End, HasScale = upper.HasScale };
        return high;
    }

    private decimal ScaleOf(Numeral numeral) => text.Word(numeral.End - 1) is { Scale: > 0 } word ? word.Scale : 1;

    // doubled, tripled, halved
    private bool TryMultipleVerb(int at, Word word, out int end)
    {
        end = at + 1;
        var factor = word.Sign switch { "*2" => 2m, "*3" => 3m, "*4" => 4m, _ => 0.5m };
        Add(at, at, default, new FoundUnit(QuantityKind.Multiple, "multiple", end), factor, null);
        return true;
    }
}
