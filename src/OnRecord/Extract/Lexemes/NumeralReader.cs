using System.Globalization;

namespace OnRecord.Extract.Lexemes;

/// <summary>Reads numbers in figures and words: "41", "2.5 million", "10 1/2", "two hundred and six", "half a million", "three-quarters".</summary>
internal static class NumeralReader
{
    private const decimal Largest = 1_000_000_000_000_000_000_000m;

    /// <summary>Reads the number that begins at a lexeme.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The first lexeme.</param>
    /// <param name="isMoney">Whether a sign of a currency stands before it: then "m" is a million even after a blank.</param>
    /// <param name="numeral">The number.</param>
    public static bool TryRead(LexemeText text, int at, bool isMoney, out Numeral numeral)
    {
        numeral = default;
        var lexeme = text[at];
        if (lexeme.Kind == LexemeKind.Figures) return TryFigures(text, at, isMoney, out numeral);
        if (lexeme.Kind == LexemeKind.Mark)
        {
            if (VulgarFraction(lexeme.Code) is { } part)
            {
                numeral = WithScale(text, new Numeral(part, at + 1, true, false, true), isMoney);
                return true;
            }
            // .25
            if (lexeme.Code == '.' && text.IsFigures(at + 1) && text.IsGlued(at + 1) && !(lexeme.IsGlued && text[at - 1].Kind is LexemeKind.Word or LexemeKind.Figures) && TryParse(text, at, at + 1, out var small))
            {
                numeral = WithScale(text, new Numeral(small, at + 2, true, false, false), isMoney);
                return true;
            }
            return false;
        }
        return lexeme.Kind == LexemeKind.Word && TryWords(text, at, isMoney, out numeral);
    }

    private static bool TryFigures(LexemeText text, int at, bool isMoney, out Numeral numeral)
    {
        numeral = default;
        if (!TryParse(text, at, at, out var value)) return false;
        var end = at + 1;
        var isFraction = false;
        if (value is { } whole && IsSimpleFraction(text, end, out var part) && !text.IsGlued(end) && whole == decimal.Truncate(whole))
        {
            value = whole + part;
            end += 3;
        }
        else if (value is { } head && TryGroups(text, at, head, out var grouped, out var groupEnd))
        {
            value = grouped;
            end = groupEnd;
        }
        else if (IsSimpleFraction(text, at, out part))
        {
            value = part;
            end = at + 3;
            isFraction = true;
        }
        else if (text[end].Kind == LexemeKind.Mark && VulgarFraction(text[end].Code) is { } vulgar)
        {
            value += vulgar;
            end++;
        }
        else if (value is { } count && text.Is(end, Term.And) && text.Is(end + 1, Term.A) && text.Has(end + 2, WordClass.Fraction) && text.Word(end + 2).Denominator is 2 or 4)
        {
            value = count + 1m / text.Word(end + 2).Denominator;
            end += 3;
        }
        numeral = WithScale(text, new Numeral(value, end, true, false, isFraction), isMoney);
        return true;
    }

    // 1 234 567: groups of three with one blank between, as much of Europe writes them.
    private static bool TryGroups(LexemeText text, int at, decimal head, out decimal value, out int end)
    {
        value = head;
        end = at + 1;
        if (text.Length(at) > 3 || head != decimal.Truncate(head) || head == 0 || text.Has(at - 1, WordClass.Month)) return false;
        while (end - at < 8 && text.IsFigures(end) && !text.IsGlued(end) && text[end].Start - text[end - 1].End == 1 && text.Slice(end) is { Length: >= 3 } group && group[..3].IndexOfAnyExceptInRange('0', '9') < 0 && (group.Length == 3 || group[3] == '.'))
        {
            if (!TryParse(text, end, end, out var part) || part is not { } digits) break;
            value = value * 1000 + digits;
            end++;
            if (group.Length > 3) break;
        }
        return end > at + 1;
    }

    /// <summary>1/2, 3/4: small parts only, and no third slash, which would be a date.</summary>
    private static bool IsSimpleFraction(LexemeText text, int at, out decimal part)
    {
        part = 0;
        if (!text.IsFigures(at) || !text.IsMark(at + 1, '/') || !text.IsFigures(at + 2) || !text.IsGlued(at + 1) || !text.IsGlued(at + 2)) return false;
        if (text.IsMark(at + 3, '/') || text.IsMark(at - 1, '/') && text.IsGlued(at)) return false;
        var over = text.Integer(at);
        var under = text.Integer(at + 2);
        if (over < 1 || under is not (2 or 3 or 4 or 5 or 6 or 8 or 10 or 16 or 32 or 64) || over >= under) return false;
        part = (decimal)over / under;
        return true;
    }

    private static decimal? VulgarFraction(int c) => c switch
    {
        '¼' => 0.25m,
        '½' => 0.5m,
        '¾' => 0.75m,
        '⅓' => 1m / 3,
        '⅔' => 2m / 3,
        '⅕' => 0.2m,
        '⅖' => 0.4m,
        '⅗' => 0.6m,
        '⅘' => 0.8m,
        '⅙' => 1m / 6,
        '⅛' => 0.125m,
        '⅜' => 0.375m,
        '⅝' => 0.625m,
        '⅞' => 0.875m,
        _ => null,
    };

    // Two stops make a version or an address: no number. Null value: too many digits.
    private static bool TryParse(LexemeText text, int first, int last, out decimal? value)
    {
        value = null;
        var start = text[first].Start;
        var length = text[last].End - start;
        Span<char> digits = stackalloc char[32];
        var count = 0;
        var stops = 0;
        for (var i = start; i < start + length; i++)
        {
            var c = text.Text[i];
            if (c == ',') continue;
            if (c == '.') stops++;
            if (stops > 1) return false;
            if (count < digits.Length) digits[count] = c;
            count++;
        }
        if (count > 27) return true;
        value = decimal.Parse(digits[..count], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>Multiplies the scales that follow in: "million", "-billion", "bn", "hundred thousand".</summary>
    private static Numeral WithScale(LexemeText text, Numeral numeral, bool isMoney)
    {
        var value = numeral.Value;
        var end = numeral.End;
        var hasScale = false;
        for (var rounds = 0; rounds < 3; rounds++)
        {
            var word = text.Word(end);
            var next = end;
            if (text.IsJoint(end) && text.Has(end + 1, WordClass.Scale) && !text.Has(end + 1, WordClass.Plural))
            {
                next = end + 1;
                word = text.Word(next);
            }
            else if (numeral.IsFraction && text.Is(end, Term.Of) && text.Is(end + 1, Term.A) && text.Has(end + 2, WordClass.Scale))
            {
                next = end + 2;
                word = text.Word(next);
            }
            var isScale = word.Has(WordClass.Scale) && (!word.Has(WordClass.Plural) || word.Scale == 12m) && word.Scale != 20m
                || word.Has(WordClass.ScaleSign) && !hasScale && IsScaleSign(text, next, word, isMoney);
            if (!isScale) break;
            value = value is { } v && v < Largest / word.Scale ? v * word.Scale : null;
            end = next + 1;
            hasScale = true;
        }
        if (!hasScale) return numeral;
        // "3 million and a half", "3 hundred and 21"
        if (text.Is(end, Term.And) && text.Is(end + 1, Term.A) && text.Is(end + 2, Term.Half) && value is { } two)
        {
            value = two + text.Word(end - 1).Scale / 2;
            end += 3;
        }
        // "3 hundred and 21", "3 hundred and one"
        if (text.Is(end - 1, Term.Hundred) && numeral.IsFigures && text.Is(end, Term.And) && value is { } hundreds)
        {
            if (text.Integer(end + 1) is > 0 and < 100 and var rest) (value, end) = (hundreds + rest, end + 2);
            else if (text.Has(end + 1, WordClass.Small | WordClass.Tens) && TryCardinal(text, end + 1, null, out var tail) && tail.Value < 100) (value, end) = (hundreds + tail.Value, tail.End);
        }
        return numeral with { Value = value, End = end, HasScale = true, IsFraction = false };
    }

    private static bool IsScaleSign(LexemeText text, int at, Word word, bool isMoney)
    {
        var isGlued = text.IsGlued(at);
        if (!isGlued && !isMoney) return word.Text is "bn" or "tn" or "mn" or "mln" or "bln" or "tln" or "mil" or "trn" or "k" or "doz" or "dozs" or "dz" or "dzs";
        if (isMoney) return word.Text is not "g";
        return word.Text switch
        {
            "bn" or "tn" or "mn" or "mln" or "bln" or "tln" or "mil" or "trn" or "k" or "cr" or "doz" or "dozs" or "dz" or "dzs" => true,
            "b" when !text.IsWord(at + 1) && !text.IsGlued(at + 1) || text.IsBreak(at + 1) || text.IsMark(at + 1, '.') => true,
            // 10M, 1MM
            "m" or "mm" when text[at].IsCapital => true,
            // "5m people" counts them; "a 5m wave" and "5m tall" measure.
            "m" or "b" => text.IsWord(at + 1) && !text.IsGlued(at + 1) && !text.Has(at + 1, WordClass.Function | WordClass.Measure) && Figures.Singulars.IsPlural(text.Slice(at + 1)),
            _ => false,
        };
    }

    private static bool TryWords(LexemeText text, int at, bool isMoney, out Numeral numeral)
    {
        numeral = default;
        var word = text.Word(at);
        var next = at + 1;
        // half a million, half a dozen, half million, a half, half
        if (word.Term == Term.Half)
        {
            var scale = text.Is(next, Term.A) ? next + 1 : next;
            if (text.Has(scale, WordClass.Scale) && !text.Has(scale, WordClass.Plural))
            {
                numeral = WithScale(text, new Numeral(0.5m, scale, false, false, true), isMoney);
                return true;
            }
            numeral = new Numeral(0.5m, next, false, false, true);
            return true;
        }
        if (word.Term is Term.A or Term.An)
        {
            if (text.Word(next).Has(WordClass.Scale) && !text.Has(next, WordClass.Plural))
            {
                // "a hundred and six", "a million"
                return TryCardinal(text, next, 1m, out numeral);
            }
            if (text.Is(next, Term.Couple))
            {
                var of = text.Is(next + 1, Term.Of) ? next + 2 : next + 1;
                if (text.Has(of, WordClass.Scale)) return false;
                numeral = new Numeral(2m, of, false, false, false);
                return true;
            }
            if (text.Has(next, WordClass.Fraction) && !text.Has(next, WordClass.Plural))
            {
                // "a quarter of a million"
                numeral = WithScale(text, new Numeral(1m / text.Word(next).Denominator, next + 1, false, false, true), isMoney);
                return true;
            }
            return false;
        }
        if (!word.Has(WordClass.Small | WordClass.Tens | WordClass.Scale) || word.Has(WordClass.Plural)) return word.Term == Term.Quarter && text.Has(next, WordClass.Scale) && Scaled(text, next, 0.25m, isMoney, out numeral);
        return TryCardinal(text, at, null, out numeral);
    }

    private static bool Scaled(LexemeText text, int at, decimal value, bool isMoney, out Numeral numeral)
    {
        numeral = WithScale(text, new Numeral(value, at, false, false, true), isMoney);
        return true;
    }

    private static bool TryCardinal(LexemeText text, int at, decimal? given, out Numeral numeral)
    {
        decimal total = 0, current = given ?? 0;
        var any = given is not null;
        var end = at;
        var hasScale = false;
        var smallestScale = Largest;
        var room = 100m;
        for (var i = at; ;)
        {
            var word = text.Word(i);
            if (any && i > at && (text.IsJoint(i) || text.IsHyphen(i) && text.Has(i - 1, WordClass.Tens) && text.Has(i + 1, WordClass.Small) && text.Word(i + 1).Number is > 0 and < 10) && text.Has(i + 1, WordClass.Small | WordClass.Scale))
            {
                if (text.Has(i + 1, WordClass.Small) && !text.Has(i - 1, WordClass.Tens)) break;
                i++;
                continue;
            }
            if (any && word.Term == Term.And && hasScale && text.Has(i + 1, WordClass.Small | WordClass.Tens) && !text.Has(i + 1, WordClass.Plural) && current % 100 == 0 && text.Has(i - 1, WordClass.Scale) && !(text.Has(i + 2, WordClass.Fraction) && (text.Has(i + 2, WordClass.Plural) || text.Is(i + 1, Term.One) || text.Is(i + 2, Term.Quarter))))
            {
                i++;
                continue;
            }
            if (word.Has(WordClass.Plural) && !(word.Has(WordClass.Scale) && any && word.Scale == 12m)) break;
            if (word.Has(WordClass.Small))
            {
                if (word.Number >= room || word.Number == 0 && any) break;
                current += word.Number;
                room = 1;
            }
            else if (word.Has(WordClass.Tens))
            {
                if (room < 100) break;
                current += word.Number;
                room = 10;
            }
            else if (word.Has(WordClass.Scale))
            {
                if (!any && word.Scale is 12m or 20m) break;
                if (any && current == 0 && total == 0) break;
                var factor = current == 0 ? 1 : current;
                if (word.Scale == 100m)
                {
                    if (current >= 100) break;
                    current = factor * 100;
                    room = 100;
                }
                else if (word.Scale < smallestScale)
                {
                    if (word.Scale == 20m) break;
                    total += factor * word.Scale;
                    current = 0;
                    smallestScale = word.Scale;
                    room = 100;
                }
                else if (current == 0 && total < Largest / word.Scale)
                {
                    total *= word.Scale;
                }
                else break;
                hasScale = true;
            }
            else break;
            any = true;
            end = ++i;
        }
        if (end == at)
        {
            numeral = default;
            return false;
        }
        var value = total + current;
        var isFraction = false;
        // two and a half [million], one and a quarter
        if (text.Is(end, Term.And) && text.Is(end + 1, Term.A) && text.Has(end + 2, WordClass.Fraction) && !text.Has(end + 2, WordClass.Plural))
        {
            value += (hasScale && text.Has(end - 1, WordClass.Scale) ? text.Word(end - 1).Scale : 1m) / text.Word(end + 2).Denominator;
            end += 3;
        }
        else if (text.Is(end, Term.And) && text.Has(end + 1, WordClass.Small | WordClass.Tens) && given is null && TryCardinal(text, end + 1, null, out var tail) && tail is { IsFraction: true, Value: { } extra })
        {
            value += extra * (text.Has(end - 1, WordClass.Scale) ? text.Word(end - 1).Scale : 1m);
            end = tail.End;
        }
        else
        {
            // two-thirds, three quarters, three fifths
            var part = text.IsJoint(end) || text.IsHyphen(end) && text.Has(end + 1, WordClass.Fraction) ? end + 1 : end;
            if (text.Has(part, WordClass.Fraction) && (text.Has(part, WordClass.Plural) || text.Is(part, Term.Quarter) && Ends(text, part, 's') || value == 1 && !text.Is(part, Term.Second)) && !IsQuarterOfYear(text, part))
            {
                value /= text.Word(part).Denominator;
                end = part + 1;
                isFraction = true;
            }
        }
        if (text.Is(end, Term.Point) && text.Has(end + 1, WordClass.Small))
        {
            var digit = 0.1m;
            end++;
            while (text.Has(end, WordClass.Small) && text.Word(end).Number < 10 && digit > 0.0000001m)
            {
                value += digit * text.Word(end).Number;
                digit /= 10;
                end++;
            }
        }
        numeral = WithScale(text, new Numeral(value, end, false, hasScale, isFraction), false) with { HasScale = hasScale || text.Has(end, WordClass.Scale) };
        return true;
    }

    private static bool Ends(LexemeText text, int at, char c) => text.Text[text[at].End - 1] == c;

    // "the past two quarters" are a length of time; "three quarters of voters" are a part.
    private static bool IsQuarterOfYear(LexemeText text, int at) => text.Is(at, Term.Quarter) && !text.Is(at + 1, Term.Of) && !text.IsJoint(at - 1) && (!text.IsBreak(at + 1) || text.Has(at - 2, WordClass.Pointer));
}
