using OnRecord.Extract.Lexemes;
using OnRecord.Language.Text;

namespace OnRecord.Extract;

/// <summary>
/// Finds every number in English text, in figures and words, whatever it is a number of: dates, telephones and scores too.
/// <see cref="Quantities"/> is the face for figures that measure something. Stateless and safe to share between threads.
/// </summary>
public static class Numerals
{
    /// <summary>Finds the numbers of a text, in order, none overlapping another.</summary>
    /// <param name="text">The text. Any string: nothing in it makes this throw.</param>
    public static IReadOnlyList<WrittenNumber> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var lexemes = new LexemeText(text);
        Lexer.Read(text, Paragraphs.Find(text), null, lexemes);
        var numbers = new List<WrittenNumber>();
        for (var i = 1; i < lexemes.Count; i++)
        {
            var isNegative = lexemes.Is(i, Term.Minus) || lexemes.IsMark(i, '-') && !(lexemes[i].IsGlued && lexemes[i - 1].Kind is LexemeKind.Word or LexemeKind.Figures);
            var at = isNegative ? i + 1 : i;
            if (!NumeralReader.TryRead(lexemes, at, false, out var numeral)) continue;
            var end = numeral.End;
            // "the one you mentioned": no number. "29km", "4th": a part of another word.
            if (lexemes.Is(at, Term.One) && end == at + 1 && (lexemes.Term(at - 1) is Term.The or Term.This or Term.That || lexemes.Word(at - 1).Text == "which")) continue;
            var value = numeral.Value;
            if (numeral.IsFigures && TryPower(lexemes, end, ref value, out var powerEnd)) end = powerEnd;
            else if (lexemes.IsWord(end) && lexemes.IsGlued(end) && lexemes.IsFigures(end - 1))
            {
                i = end;
                continue;
            }
            else if (lexemes.Is(end, Term.Over) && !lexemes.IsMark(at - 1, '$') && NumeralReader.TryRead(lexemes, end + 1, false, out var under) && !lexemes.Has(under.End, WordClass.TimeUnit) && under.Value is { } divisor && divisor != 0)
            {
                value /= divisor;
                end = under.End;
            }
            numbers.Add(new WrittenNumber(lexemes.Range(isNegative ? i : at, end), isNegative ? -value : value));
            i = end - 1;
        }
        return numbers;
    }

    // 1e10, 12.32e+14, 1.1^23, 6.23x10^-4
    private static bool TryPower(LexemeText text, int at, ref decimal? value, out int end)
    {
        end = at;
        if (value is not { } factor || !text.IsGlued(at)) return false;
        var isTen = text.IsWord(at) && text.Slice(at) is "e" or "E";
        var exponentAt = at + 1;
        if (text.IsWord(at) && text.Slice(at) is "x" && text.Integer(at + 1) == 10 && text.IsMark(at + 2, '^'))
        {
            isTen = true;
            exponentAt = at + 3;
        }
        else if (!isTen && !text.IsMark(at, '^')) return false;
        var isNegative = false;
        while (text.IsMark(exponentAt, '+') || text.IsMark(exponentAt, '-'))
        {
            isNegative |= text.IsMark(exponentAt, '-');
            exponentAt++;
        }
        if (text.Integer(exponentAt) is not (>= 0 and <= 99 and var exponent)) return false;
        var power = Math.Pow(isTen ? 10 : (double)factor, isNegative ? -exponent : exponent);
        var result = isTen ? (double)factor * power : power;
        end = exponentAt + 1;
        value = double.IsFinite(result) && Math.Abs(result) < 1e27 ? (decimal)result : null;
        return true;
    }
}
