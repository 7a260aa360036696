using OnRecord.Extract.Lexemes;
using OnRecord.Extract.Times;

namespace OnRecord.Extract.Figures;

internal sealed partial class FigureReader
{
    /// <summary>A sign or code of money before a number: $, US$, €, Rs, USD.</summary>
    private FoundUnit? ReadMoneyBefore(int at, out int numberAt)
    {
        numberAt = at;
        var lexeme = text[at];
        if (lexeme.Kind == LexemeKind.Mark)
        {
            if (Currencies.OfSign(lexeme.Code) is not { } sign || !IsNumberAt(at + 1)) return null;
            numberAt = at + 1;
            // US$, HK$, and loose "hk $"
            if (text.IsWord(at - 1) && at - 1 >= readTo && (text.IsGlued(at) || text.Length(at - 1) > 1) && Currencies.OfPrefix(text.Slice(at - 1).ToString(), lexeme.Code) is { } code) return new FoundUnit(QuantityKind.Money, code, numberAt);
            return new FoundUnit(QuantityKind.Money, sign.Code, numberAt, 1, sign.IsShared);
        }
        if (lexeme.Kind != LexemeKind.Word) return null;
        if (!IsCode(at) && text.Word(at).Text != "rmb") return null;
        var next = text.IsMark(at + 1, '.') && text.IsGlued(at + 1) ? at + 2 : at + 1;
        if (!text.IsFigures(next)) return null;
        numberAt = next;
        var measure = text.Word(at).Measure!;
        return new FoundUnit(QuantityKind.Money, measure.Unit, next, measure.Factor, measure.IsShared);
    }

    private bool IsNumberAt(int at) => text.IsFigures(at) || text.IsMark(at, '.') && text.IsFigures(at + 1) || text.Has(at, WordClass.Small | WordClass.Tens);

    // USD and Rs are money in capitals only: "try", "all" and "top" are words.
    private bool IsCode(int at)
    {
        if (!text.Has(at, WordClass.Money) || text.Word(at).Measure is not { IsSign: true, Kind: QuantityKind.Money }) return false;
        var written = text.Slice(at);
        return written is "Rs" or "RM" or "DM" or "kr" or "usd" or "eur" or "gbp" or "jpy" or "cny" or "cad" or "aud" or "chf" or "sek" or "nok" or "dkk" or "inr" || written.Length == 4 && written[0] == 'M' && char.IsAsciiLetterUpper(written[3]) || written.Length == 3 && char.IsAsciiLetterUpper(written[0]) && char.IsAsciiLetterUpper(written[1]) && char.IsAsciiLetterUpper(written[2]);
    }

    private FoundUnit AfterSign(FoundUnit sign, Numeral numeral)
    {
        var end = numeral.End;
        // "$5 Canadian", "$20 US"; "Rs 4,500 crore" has its scale already
        if (sign.IsShared && text.Word(end) is { Sign.Length: 3 } nation && text[end].IsCapital && Array.Exists(Currencies.Nations, n => n.Adjective == nation.Text) && !text[end + 1].IsCapital && nation.Text is "canadian" or "australian") return sign with { Unit = nation.Sign, End = end + 1, IsShared = false };
        // "$5 dollars" says it twice
        if (text.Has(end, WordClass.Money) && text.Word(end).Measure is { IsSign: false, Factor: 1, Unit: "USD" } && sign.Unit == "USD") end++;
        return sign with { End = end };
    }

    /// <summary>The unit after a number, or what is counted; a bare number where there is neither.</summary>
    private FoundUnit UnitAfter(int at, Numeral numeral)
    {
        var unit = NamedUnit(at, numeral);
        return unit.Kind == QuantityKind.Number && numeral.IsFraction && !text.IsFigures(at) ? new FoundUnit(QuantityKind.Share, "share", numeral.End) : unit;
    }

    private FoundUnit NamedUnit(int at, Numeral numeral)
    {
        var end = numeral.End;
        var isJoint = text.IsJoint(end) || text.IsHyphen(end) && text.IsGlued(end);
        var next = isJoint ? end + 1 : end;
        var lexeme = text[next];
        if (lexeme.Kind == LexemeKind.Mark)
        {
            if (lexeme.Code == '%') return Percent(next + 1);
            if (lexeme.Code == '°' || lexeme.Code == 'º') return Degrees(next + 1);
            if (Currencies.OfSign(lexeme.Code) is { } sign && !IsNumberAt(next + 1)) return new FoundUnit(QuantityKind.Money, sign.Code, next + 1, 1, sign.IsShared);
            // 20 (kg), 20 [kg]
            if (lexeme.Code is '(' or '[' or '{' or '<' && text[next + 2].Kind == LexemeKind.Mark && text[next + 2].Code is ')' or ']' or '}' or '>' && text.Word(next + 1).Measure is { IsSign: true, Kind: not (QuantityKind.Money or QuantityKind.Temperature) } inBrackets && text.IsFigures(at)) return new FoundUnit(inBrackets.Kind, inBrackets.Unit, next + 3);
            return Bare(end);
        }
        if (lexeme.Kind != LexemeKind.Word) return Bare(end);
        var word = text.Word(next);
        if (word.Has(WordClass.Percent))
        {
            if (word.Term != Term.Percentage) return Percent(next + 1);
            if (text.Term(next + 1) is Term.Point or Term.Points) return new FoundUnit(QuantityKind.PercentagePoints, "percentage-point", next + 2);
            return Bare(end);
        }
        if (word.Term == Term.Per && text.Is(next + 1, Term.Cent)) return Percent(next + 2);
        if (word.Term == Term.Basis && text.Term(next + 1) is Term.Point or Term.Points) return new FoundUnit(QuantityKind.PercentagePoints, "basis-point", next + 2);
        if (word.Term == Term.Times && !numeral.IsFraction)
        {
            // "three times the fee", "four times higher", "five times as many"; "shot at 41 times" counts.
            var isMultiple = text.Has(next + 1, WordClass.Determiner) && text.Term(next + 1) is not (Term.A or Term.An) || text.Term(next + 1) is Term.As or Term.More or Term.Less || IsComparative(next + 1) || text.Has(next + 1, WordClass.ChangeVerb);
            return isMultiple ? new FoundUnit(QuantityKind.Multiple, "multiple", next + 1) : new FoundUnit(QuantityKind.Count, "time", next + 1);
        }
        if (numeral.IsFraction && (word.Term is Term.A or Term.An) && !text.IsFigures(at))
        {
            // "half a percentage point", "half a kilometre"
            var inner = UnitAfter(at, numeral with { End = next + 1 });
            if (inner.Kind is not (QuantityKind.Count or QuantityKind.Number or QuantityKind.Share)) return inner;
        }
        if (MoneyAfter(next, numeral) is { } money) return money;
        if (word.Has(WordClass.TimeUnit) && !(word.Has(WordClass.CutShort) && !text.IsFigures(at)) && !(word.Text == "h" && !text.IsGlued(next)) && word.Term != Term.Quarter | numeral.Value >= 1) return Length(next, word);
        if (MeasureAfter(next, at) is { } measure) return measure;
        if (numeral.IsFraction && !text.IsFigures(at)) return new FoundUnit(QuantityKind.Share, "share", end);
        return Counted(at, numeral, next, isJoint);
    }

    private static FoundUnit Bare(int end) => new(QuantityKind.Number, "number", end);

    private FoundUnit Percent(int end)
    {
        if (text.Word(end).Term is Term.Point or Term.Points && !text.IsGlued(end)) return new FoundUnit(QuantityKind.PercentagePoints, "percentage-point", end + 1);
        if (!text.Is(end, Term.Of)) return new FoundUnit(QuantityKind.Percentage, "percent", end);
        var next = end + 1;
        // of GDP, of its GDP, of the country's GDP, of gross domestic product
        for (var i = 0; i < 5; i++)
        {
            if (text.Is(next, Term.Gdp)) return new FoundUnit(QuantityKind.Percentage, "percent-of-gdp", next + 1);
            if (text.Is(next, Term.Gross) && text.Is(next + 1, Term.Domestic) && text.Is(next + 2, Term.Product)) return new FoundUnit(QuantityKind.Percentage, "percent-of-gdp", next + 3);
            if (!(text.Has(next, WordClass.Determiner) || text.IsApostrophe(next) || text.Is(next, Term.S) || i > 0 && text.IsWord(next) && !text.Has(next, WordClass.Function) || i == 0 && text.IsWord(next) && (text[next].IsCapital || text.Word(next).Text is "national" or "annual"))) break;
            next++;
        }
        return new FoundUnit(QuantityKind.Percentage, "percent", end);
    }

    private FoundUnit Degrees(int end)
    {
        var measure = text.Word(end).Measure;
        return measure is { Kind: QuantityKind.Temperature } && (text.Length(end) > 1 || text[end].IsCapital)
            ? new FoundUnit(QuantityKind.Temperature, measure.Unit, end + 1)
            : new FoundUnit(QuantityKind.Angle, "degree", end);
    }

    // dollars, Canadian dollars, South Korean won, pounds sterling, New Zealand dollars
    private FoundUnit? MoneyAfter(int at, Numeral numeral)
    {
        var word = text.Word(at);
        if (word.Has(WordClass.Money) && word.Measure is { Kind: QuantityKind.Money } own)
        {
            if (own.IsSign)
            {
                if (own.Unit == "GBP" && own.Factor < 1) return text.IsGlued(at) ? new FoundUnit(QuantityKind.Money, "GBP", at + 1, own.Factor, true) : null;
                // "rmb 10 usd 20": the code belongs to the figure behind it.
                if (!IsCode(at) || text.IsFigures(at + 1)) return null;
                // "75 USD million"
                var isScaled = !numeral.HasScale && text.Has(at + 1, WordClass.Scale) && !text.Has(at + 1, WordClass.Plural);
                return new FoundUnit(QuantityKind.Money, own.Unit, isScaled ? at + 2 : at + 1, isScaled ? text.Word(at + 1).Scale : own.Factor, own.IsShared);
            }
            if (word.Text is "mark" or "marks" or "crown" or "crowns" or "real" or "won" or "som" or "lev" or "colon" && !numeral.HasScale || word.Text is "won" or "mark" && !numeral.HasScale) return null;
            if (word.Text is "pound" or "pounds")
            {
                if (text.Word(at + 1).Text == "sterling") return new FoundUnit(QuantityKind.Money, "GBP", at + 2);
                if (IsWeight(at)) return new FoundUnit(QuantityKind.Mass, "pound", at + 1);
            }
            return new FoundUnit(QuantityKind.Money, own.Unit, at + 1, own.Factor, own.IsShared);
        }
        // A nation, in one or two words, and the name of its money.
        for (var length = 1; length <= 2; length++)
        {
            var nameAt = at + length;
            var name = text.Word(nameAt);
            if (!name.Has(WordClass.Money) || name.Measure is not { Kind: QuantityKind.Money, IsSign: false } money || text[nameAt].IsCapital) continue;
            if (length == 2)
            {
                var pair = (text.Word(at).Text, text.Slice(at).ToString(), text.Slice(at + 1).ToString()) switch
                {
                    (_, "New", "Zealand") => "NZD",
                    (_, "Hong", "Kong") => "HKD",
                    (_, "Costa", "Rican") => "CRC",
                    (_, "Sri", "Lankan") => "LKR",
                    (_, "South", "African") => "ZAR",
                    (_, "South", "Korean") => "KRW",
                    (_, "North", "Korean") => "KPW",
                    _ => text[at].IsCapital && text.Word(at + 1).Sign.Length == 3 ? text.Word(at + 1).Sign : null,
                };
                if (pair is not null) return new FoundUnit(QuantityKind.Money, pair, nameAt + 1, money.Factor);
                continue;
            }
            if (word.Term == Term.Us || text.Slice(at) is "U.S." or "US") return new FoundUnit(QuantityKind.Money, "USD", nameAt + 1, money.Factor);
            if (word.Sign.Length == 3) return new FoundUnit(QuantityKind.Money, word.Sign, nameAt + 1, money.Factor);
        }
        return null;
    }

    private bool IsWeight(int at)
    {
        if (text.Is(at + 1, Term.Of)) return true;
        if (text.Word(at + 1).Text is "per" && text.Is(at + 2, Term.Square)) return true;
        for (var i = at - 1; i > at - 8 && i > 0; i--)
        {
            if (text.EndsSentence(i)) return false;
            if (text.IsWord(i) && text.Slice(i).StartsWith("weigh", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private FoundUnit Length(int at, Word word)
    {
        var end = at + 1;
        if (word.Has(WordClass.CutShort) && text.IsMark(end, '.') && text.IsGlued(end) && text.IsWord(end + 1)) end++;
        var (unit, factor) = word.Unit switch
        {
            TimeUnit.Second => ("second", 1m),
            TimeUnit.Minute => ("minute", 1m),
            TimeUnit.Hour => ("hour", 1m),
            TimeUnit.Day => ("day", 1m),
            TimeUnit.Week => ("week", 1m),
            TimeUnit.Fortnight => ("week", 2m),
            TimeUnit.Weekend => ("weekend", 1m),
            TimeUnit.Month => ("month", 1m),
            TimeUnit.Quarter => ("quarter", 1m),
            TimeUnit.Half => ("month", 6m),
            TimeUnit.Year => ("year", 1m),
            TimeUnit.Decade => ("decade", 1m),
            TimeUnit.Century => ("century", 1m),
            _ => ("millennium", 1m),
        };
        var old = text.IsHyphen(end) && text.IsGlued(end) ? end + 1 : end;
        if (text.Term(old) is Term.Old or Term.Olds) return new FoundUnit(QuantityKind.Age, unit, old + 1, factor);
        if (text.Term(old) is Term.S && text.IsApostrophe(old - 1)) return new FoundUnit(QuantityKind.Duration, unit, end, factor);
        return new FoundUnit(QuantityKind.Duration, unit, end, factor);
    }

    private FoundUnit? MeasureAfter(int at, int numberAt)
    {
        var word = text.Word(at);
        if (word.Term is Term.Square or Term.Cubic)
        {
            var unitAt = text.IsMark(at + 1, '.') ? at + 2 : at + 1;
            if (text.IsHyphen(unitAt)) unitAt++;
            if (text.Word(unitAt).Measure is not { Kind: QuantityKind.Length } side) return null;
            return word.Term == Term.Square ? new FoundUnit(QuantityKind.Area, "square " + side.Unit, unitAt + 1) : new FoundUnit(QuantityKind.Volume, "cubic " + side.Unit, unitAt + 1);
        }
        if (word.Text is "metric" or "nautical" or "short" && text.Word(at + 1).Measure is { Kind: QuantityKind.Mass or QuantityKind.Length } named) return new FoundUnit(named.Kind, word.Text == "metric" ? "tonne" : named.Unit, at + 2);
        if (word.Measure is not { } measure || !word.Has(WordClass.Measure) || measure.Kind == QuantityKind.Money) return null;
        if (measure.Kind is QuantityKind.Temperature && measure.IsSign) return null;
        // "5 m" and "5m" measure; "in 5 L sizes" too; letters that are words do not.
        // "1.1 million foot passengers" are counted.
        if (measure.Kind == QuantityKind.Length && !measure.IsSign && !text.IsHyphen(at - 1) && text.Slice(at) is "foot" or "mile" or "inch" or "yard" && text.IsWord(at + 1) && !text.Has(at + 1, WordClass.Function) && Singulars.IsPlural(text.Slice(at + 1))) return null;
        if (measure.IsSign && text.IsFigures(at + 1) && text.IsGlued(at + 1) && (text.Length(at + 1) > 1 || text.Integer(at + 1) is not (2 or 3))) return null;
        if (measure.IsSign && !text.IsFigures(numberAt) && !text.IsGlued(at)) return null;
        if (word.Text is "turn" or "turns" && !text.IsFigures(numberAt)) return null;
        var end = at + 1;
        if (measure.Unit == "degree") return Degrees(end);
        if (measure.Kind is QuantityKind.Length)
        {
            // km2, m², miles per hour, kilometres an hour
            if (text.IsMark(end, '²') || text.IsFigures(end) && text.IsGlued(end) && text.Length(end) == 1 && text.Integer(end) == 2) return new FoundUnit(QuantityKind.Area, "square " + measure.Unit, end + 1);
            if (text.IsMark(end, '³') || text.IsFigures(end) && text.IsGlued(end) && text.Length(end) == 1 && text.Integer(end) == 3) return new FoundUnit(QuantityKind.Volume, "cubic " + measure.Unit, end + 1);
            var isPer = text.Term(end) is Term.Per or Term.An or Term.A || text.IsMark(end, '/');
            if (isPer && text.Word(end + 1) is { Unit: TimeUnit.Hour or TimeUnit.Second } time) return new FoundUnit(QuantityKind.Speed, measure.Unit + (time.Unit == TimeUnit.Hour ? " per hour" : " per second"), end + 2);
        }
        return new FoundUnit(measure.Kind, measure.Unit, end);
    }

    // five feet two inches
    private decimal? WithInches(decimal? value, ref FoundUnit unit)
    {
        var next = text.Is(unit.End, Term.And) ? unit.End + 1 : unit.End;
        if (value is null || !NumeralReader.TryRead(text, next, false, out var numeral) || text.Word(numeral.End).Measure is not { Unit: "inch" } && !(text.Is(numeral.End, Term.In) && text.IsFigures(next) && !text.Has(numeral.End + 1, WordClass.Determiner))) return value;
        unit = unit with { End = numeral.End + 1 };
        return value + numeral.Value / 12;
    }

    // five dollars and twenty cents
    private decimal? WithCents(decimal? value, ref FoundUnit unit)
    {
        var next = text.Is(unit.End, Term.And) ? unit.End + 1 : unit.End;
        if (value is null || unit.Factor != 1 || value != decimal.Truncate(value.Value) || !(text.IsFigures(next) || text.Has(next, WordClass.Small | WordClass.Tens)) || !NumeralReader.TryRead(text, next, false, out var numeral) || text.Word(numeral.End).Measure is not { Kind: QuantityKind.Money, Factor: 0.01m } part || part.Unit != unit.Unit && text.Word(numeral.End).Term is not (Term.Cent or Term.Cents)) return value;
        unit = unit with { End = numeral.End + 1 };
        return value + numeral.Value / 100;
    }
}
