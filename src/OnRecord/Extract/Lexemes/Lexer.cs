using System.Runtime.CompilerServices;
using OnRecord.Language.Text;

namespace OnRecord.Extract.Lexemes;

/// <summary>Cuts a text into lexemes, looking each word up on the way. One pass, linear, no allocation but the list's own.</summary>
internal static class Lexer
{
    /// <summary>Reads the paragraphs of a text that no furniture stands in.</summary>
    public static void Read(string text, IReadOnlyList<TextSpan> paragraphs, IReadOnlyList<TextSpan>? apart, LexemeText lexemes)
    {
        lexemes.Add(new Lexeme(0, 0, 0, LexemeKind.Break, false, false));
        var next = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            while (apart is not null && next < apart.Count && apart[next].End <= paragraph.Start) next++;
            if (apart is not null && next < apart.Count && apart[next].Overlaps(paragraph)) continue;
            Stretch(text, paragraph.Start, paragraph.End, lexemes);
            lexemes.Add(new Lexeme(paragraph.End, paragraph.End, 0, LexemeKind.Break, false, false));
        }
    }

    private static void Stretch(ReadOnlySpan<char> text, int start, int end, LexemeText lexemes)
    {
        var at = start;
        var isGlued = false;
        while (at < end)
        {
            var c = text[at];
            if (c is ' ' or '\n' || char.IsWhiteSpace(c))
            {
                at++;
                isGlued = false;
                continue;
            }
            var stop = at + 1;
            var lexeme = (uint)((c | 0x20) - 'a') < 26 || c > 127 && char.IsLetter(c) ? Word(text, at, end, isGlued)
                : (uint)(c - '0') < 10 ? new Lexeme(at, Figures(text, at, end), 0, LexemeKind.Figures, isGlued, false)
                : new Lexeme(at, stop, c, LexemeKind.Mark, isGlued, false);
            lexemes.Add(lexeme);
            at = lexeme.End;
            isGlued = true;
        }
    }

    private static Lexeme Word(ReadOnlySpan<char> text, int start, int end, bool isGlued)
    {
        var hash = Lexicon.Seed;
        var at = start;
        while (at < end)
        {
            var c = text[at];
            if ((uint)((c | 0x20) - 'a') < 26) hash = Lexicon.Step(hash, (char)(c | 0x20));
            else if (c > 127 && char.IsLetter(c)) hash = Lexicon.Step(hash, c);
            else break;
            at++;
        }
        // Single letters with stops between and after: a.m., U.S., p.m
        if (at - start == 1 && at + 1 < end && text[at] == '.' && char.IsAsciiLetter(text[at + 1]) && (at + 2 >= end || !char.IsLetter(text[at + 2])))
        {
            var stop = at;
            while (stop + 1 < end && stop - start < 12 && text[stop] == '.' && char.IsAsciiLetter(text[stop + 1]) && (stop + 2 >= end || !char.IsLetter(text[stop + 2]))) stop += 2;
            if (stop < end && text[stop] == '.') stop++;
            hash = Lexicon.Seed;
            Span<char> letters = stackalloc char[8];
            var count = 0;
            for (var i = start; i < stop; i++)
            {
                if (text[i] == '.' || count == letters.Length) continue;
                letters[count++] = text[i];
                hash = Lexicon.Step(hash, (char)(text[i] | 0x20));
            }
            return new Lexeme(start, stop, Lexicon.Find(hash, letters[..count]), LexemeKind.Word, isGlued, char.IsUpper(text[start]));
        }
        return new Lexeme(start, at, Lexicon.Find(hash, text[start..at]), LexemeKind.Word, isGlued, char.IsUpper(text[start]));
    }

    // 41, 2.5, 100,000, 1.2.3, and the comma only where three digits follow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Figures(ReadOnlySpan<char> text, int start, int end)
    {
        var at = start + 1;
        while (at < end)
        {
            var c = text[at];
            if ((uint)(c - '0') < 10) at++;
            else if (c == '.' && at + 1 < end && (uint)(text[at + 1] - '0') < 10) at += 2;
            else if (c == ',' && at + 3 < end && IsGroup(text, at + 1) && (at + 4 >= end || !char.IsAsciiDigit(text[at + 4]))) at += 4;
            else if (c == ',' && at + 2 < end && IsLakhGroup(text, at, end)) at += 3;
            else break;
        }
        return at;
    }

    private static bool IsGroup(ReadOnlySpan<char> text, int at) => char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]);

    // 12,34,567: pairs before the last three digits, as numbers are written in India.
    private static bool IsLakhGroup(ReadOnlySpan<char> text, int at, int end)
    {
        if (!char.IsAsciiDigit(text[at + 1]) || !char.IsAsciiDigit(text[at + 2])) return false;
        var next = at + 3;
        return next + 3 < end && text[next] == ',' && (IsGroup(text, next + 1) && (next + 4 >= end || !char.IsAsciiDigit(text[next + 4])) || next + 6 < end && text[next + 3] == ',' && char.IsAsciiDigit(text[next + 1]) && char.IsAsciiDigit(text[next + 2]) && IsGroup(text, next + 4));
    }
}
