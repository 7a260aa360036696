using System.Globalization;

namespace OnRecord.Language.Tokens;

/// <summary>
/// Cuts English text into tokens by the conventions of the Universal Dependencies treebanks (clitics apart, hyphenated
/// compounds apart, prefixes kept). Every character that is not white space lies in exactly one token. Linear in the text;
/// never throws. Stateless and safe to share.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Adds the tokens of a stretch of the text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="tokens">Takes the tokens.</param>
    public static void Tokenize(ReadOnlySpan<char> text, int start, int end, List<Token> tokens)
    {
        var at = start;
        while (at < end)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var stop = at + 1;
            while (stop < end && !char.IsWhiteSpace(text[stop])) stop++;
            Chunk(text, at, stop, tokens);
            at = stop;
        }
    }

    private static void Chunk(ReadOnlySpan<char> text, int start, int end, List<Token> tokens)
    {
        var mayHoldAddress = WebAddress.MayStandIn(text[start..end]);
        var at = start;
        while (at < end)
        {
            var length = mayHoldAddress && (at == start || !IsWordPart(text[at - 1])) ? WebAddress.LengthAt(text[at..Math.Min(end, at + WebAddress.LongestAddress)]) : 0;
            var stop = length > 0 ? at + length
                : IsWordPart(text[at]) ? Word(text, at, end, tokens)
                : Mark(text, start, at, end);
            // A word may have put its own first part into the list: "can" of "cannot".
            var first = tokens.Count > 0 && tokens[^1].End > at ? tokens[^1].End : at;
            if (stop > first) tokens.Add(new Token(first, stop));
            at = stop;
        }
    }

    private static bool IsWordPart(char c)
    {
        if (char.IsAscii(c)) return char.IsAsciiLetterOrDigit(c) || c == '_';
        return char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '`';

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private static int Word(ReadOnlySpan<char> text, int start, int end, List<Token> tokens)
    {
        // The n't that the word before was cut at.
        if (text[start] is 'n' or 'N' && start > 0 && start + 2 < end && IsApostrophe(text[start + 1]) && IsNotContraction(text, start + 1, end)) return start + 3;
        var at = start;
        while (at < end)
        {
            var c = text[at];
            if (IsWordPart(c))
            {
                at++;
                continue;
            }
            // What follows can join the word only where a letter or digit comes right after it.
            if (at + 1 >= end || !IsWordPart(text[at + 1])) break;
            var before = text[at - 1];
            var after = text[at + 1];
            if (IsApostrophe(c))
            {
                var clitic = CliticLength(text, at, end);
                if (clitic > 0)
                {
                    // "don't" is cut before the n.
                    return clitic == 2 && text[at + 1] is 't' or 'T' && at - start >= 2 && before is 'n' or 'N' && IsNotContraction(text, at, end) ? at - 1 : at;
                }
                at++;
            }
            else if (c is '.' or ',' or ':' && char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) at++;
            else if (c == '.' && IsDotted(text, start, at)) at++;
            else if (c == '/' && JoinsSlash(text, start, at, end)) at++;
            else if (c == '&' && char.IsUpper(before) && char.IsUpper(after)) at++;
            else if (IsHyphen(c) && JoinsHyphen(text, start, at, end)) at++;
            else break;
        }
        var word = text[start..at];
        if (at < end && text[at] == '.' && TakesStop(text, start, at, end)) return at + 1;
        if (word[^1] is 'm' or 'M' && char.IsAsciiDigit(word[0]) && EndsInHalfDay(word)) return at - 2;
        var part = FusedWords.FirstPart(word);
        if (part > 0) tokens.Add(new Token(start, start + part));
        return at;
    }

    // The clitic at an apostrophe, itself included: 's 'm 'd 'll 're 've and the t of n't. 0 where none stands there.
    private static int CliticLength(ReadOnlySpan<char> text, int at, int end)
    {
        var stop = at + 1;
        while (stop < end && stop - at < 4 && IsWordPart(text[stop])) stop++;
        return (stop - at - 1) switch
        {
            1 when char.ToLowerInvariant(text[at + 1]) is 's' or 'm' or 'd' => 2,
            1 when IsNotContraction(text, at, end) => 2,
            2 when Is(text[(at + 1)..stop], "ll") || Is(text[(at + 1)..stop], "re") || Is(text[(at + 1)..stop], "ve") => 3,
            _ => 0,
        };
    }

    private static bool IsNotContraction(ReadOnlySpan<char> text, int at, int end) =>
        at >= 2 && text[at - 1] is 'n' or 'N' && char.IsLetter(text[at - 2]) && at + 1 < end && text[at + 1] is 't' or 'T' && (at + 2 >= end || !IsWordPart(text[at + 2]));

    // Single letters with stops between: U.S, a.m; and Ph.D.
    private static bool IsDotted(ReadOnlySpan<char> text, int start, int at)
    {
        if (!char.IsLetter(text[at + 1]) || at - start > 12) return false;
        if (Is(text[start..at], "ph")) return true;
        for (var i = start; i < at; i++)
        {
            var isStop = ((i - start) & 1) == 1;
            if (isStop ? text[i] != '.' : !char.IsLetter(text[i])) return false;
        }
        return ((at - start) & 1) == 1 && (at + 2 >= text.Length || !IsWordPart(text[at + 2]));
    }

    private static bool JoinsSlash(ReadOnlySpan<char> text, int start, int at, int end)
    {
        if (char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])) return true;
        // w/o, s/he: one letter before.
        return at - start == 1 && char.IsLetter(text[start]) && RunLength(text, at + 1, end) <= 2;
    }

    private static bool JoinsHyphen(ReadOnlySpan<char> text, int start, int at, int end)
    {
        var before = text[start..at];
        var run = RunLength(text, at + 1, end);
        if (char.IsAsciiDigit(before[^1]) && char.IsAsciiDigit(text[at + 1]))
        {
            // Telephone numbers and dates in figures stay whole; ranges are cut.
            return before.Length >= 3 && run == 4 && !IsYear(before) || before.Length == 3 && run == 3 && at + 4 < end && IsHyphen(text[at + 4]) || before.Length <= 2 && run <= 2 && at + 1 + run < end && IsHyphen(text[at + 1 + run]) || before.ContainsAny('-', '\u2011');
        }
        return char.IsLetter(text[at + 1]) && Prefixes.Contains(before);
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && (digits[0] is '1' or '2');

    private static int RunLength(ReadOnlySpan<char> text, int at, int end)
    {
        var stop = at;
        while (stop < end && IsWordPart(text[stop]) && stop - at < 40) stop++;
        return stop - at;
    }

    private static bool TakesStop(ReadOnlySpan<char> text, int start, int at, int end)
    {
        var word = text[start..at];
        if (at + 1 < end && text[at + 1] == '.') return false;
        if (word.Contains('.') && char.IsLetter(word[^1])) return true;
        if (word.Length == 1) return char.IsUpper(word[0]) && (word[0] != 'I' || start > 1 && text[start - 1] == ' ' && char.IsUpper(PreviousWordStart(text, start)));
        if (Is(word, "no")) return char.IsUpper(word[0]) && at + 2 < text.Length && text[at + 1] == ' ' && char.IsAsciiDigit(text[at + 2]);
        if (Abbreviations.Contains(word))
        {
            // Names of months, states and days are words too when written small: "may", "wed", "miss", "ill".
            return char.IsUpper(word[0]) || IsSmallAbbreviation(word);
        }
        return false;
    }

    private static char PreviousWordStart(ReadOnlySpan<char> text, int start)
    {
        var at = start - 1;
        while (at > 0 && text[at - 1] != ' ' && start - at < 30) at--;
        return text[at];
    }

    private static bool IsSmallAbbreviation(ReadOnlySpan<char> word) =>
        Is(word, "etc") || Is(word, "vs") || Is(word, "al") || Is(word, "approx") || Is(word, "cf") || Is(word, "dept") || Is(word, "est") || Is(word, "inc") || Is(word, "corp") || Is(word, "ltd") || Is(word, "eg") || Is(word, "ie") || Is(word, "yrs") || Is(word, "hrs") || Is(word, "lbs") || Is(word, "oz");

    private static bool EndsInHalfDay(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word[^2] is not ('a' or 'p' or 'A' or 'P')) return false;
        foreach (var c in word[..^2])
        {
            if (!char.IsAsciiDigit(c) && c is not (':' or '.')) return false;
        }
        return true;
    }

    private static int Mark(ReadOnlySpan<char> text, int chunk, int at, int end)
    {
        var c = text[at];
        if (IsApostrophe(c))
        {
            if (at > chunk && (IsWordPart(text[at - 1]) || text[at - 1] is ')' or '.' or ']'))
            {
                var clitic = at + 1 < end ? CliticLength(text, at, end) : 0;
                if (clitic > 0) return at + clitic;
            }
            if (at + 1 < end && text[at + 1] == c && c is '\'' or '`') return at + 2;
            if (at + 2 < end && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && (at == chunk || !IsWordPart(text[at - 1])))
            {
                // '90s, '68: a decade or year cut short; four digits are a quoted year.
                var run = RunLength(text, at + 1, end);
                if (run == 2 || run == 3 && text[at + 3] == 's') return at + 1 + run;
            }
            return at + 1;
        }
        if (c is '@' or '#' && at + 1 < end && (char.IsLetter(text[at + 1]) || text[at + 1] == '_') && (at == chunk || !IsWordPart(text[at - 1])))
        {
            return at + 1 + RunLength(text, at + 1, end);
        }
        if ((c is ':' or ';' or '=') && Emoticon(text[at..end]) is > 0 and var emoticon) return at + emoticon;
        if (c is '.' or '-' or '+' or '<' or '>' or '*' or '=' or '$' or '~' or '!' or '?' or '_' or '\u2026' or '\u2014' or '\u2013')
        {
            var stop = at + 1;
            while (stop < end && (text[stop] == c || c is '!' or '?' && text[stop] is '!' or '?')) stop++;
            return stop;
        }
        if (char.IsHighSurrogate(c) && at + 1 < end && char.IsLowSurrogate(text[at + 1]))
        {
            var stop = at + 2;
            // Joined pictures, skin tones and variation marks are one sign.
            while (stop < end && (text[stop] is '\u200D' or '\uFE0F' || char.IsLowSurrogate(text[stop]) || char.IsHighSurrogate(text[stop]) && text[stop - 1] == '\u200D')) stop++;
            return stop;
        }
        return at + 1;
    }

    // :) ;-) =( :D, where nothing is glued to them.
    private static int Emoticon(ReadOnlySpan<char> rest)
    {
        var nose = rest.Length > 2 && rest[1] == '-' ? 1 : 0;
        return rest.Length == nose + 2 && rest[nose + 1] is ')' or '(' or 'D' or 'P' or '/' ? nose + 2 : 0;
    }

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
