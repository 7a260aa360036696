using OnRecord.Language;

namespace OnRecord.Link;

/// <summary>
/// Names that a text brings in with their initials in brackets: "the League to Save Our Rivers (LSOR)". The words whose
/// capitals are those letters, one by one, are the name, whatever small words stand between (after Schwartz and Hearst 2003,
/// with capitals only). Linear; stateless.
/// </summary>
internal static class BracketedInitials
{
    private const int Fewest = 3;

    private const int Most = 10;

    // Between two words of the name: "for", "of the", "and the".
    private const int MostSmallWords = 2;

    /// <summary>The names with such as they missed or cut; in order and without overlap.</summary>
    public static List<FoundName> Correct(Analysis analysis, List<FoundName> names)
    {
        var added = new List<FoundName>();
        for (var i = 1; i + 2 < analysis.Tokens.Count; i++)
        {
            if (Word(analysis, i) is "(" && Word(analysis, i + 2) is ")" && Start(analysis, i - 1, Word(analysis, i + 1)) is { } start) added.Add(new FoundName(start, i, EntityType.Organisation, false));
        }
        if (added.Count == 0) return names;
        var corrected = new List<FoundName>(names.Count + added.Count);
        var next = 0;
        foreach (var name in added)
        {
            while (next < names.Count && names[next].End <= name.First) corrected.Add(names[next++]);
            // What was found there, if it is not a part of the name, is another.
            var type = name.Type;
            var isWhole = true;
            var from = next;
            for (; next < names.Count && names[next].First < name.End; next++)
            {
                isWhole &= names[next].First >= name.First && names[next].End <= name.End;
                if (names[next].Type is not (EntityType.Person or EntityType.Other)) type = names[next].Type;
            }
            if (isWhole) corrected.Add(name with { Type = type });
            else corrected.AddRange(names[from..next]);
        }
        corrected.AddRange(names[next..]);
        return corrected;
    }

    // Where the words begin whose capitals are the letters, the last of which is at a token; null where they are not.
    private static int? Start(Analysis analysis, int last, ReadOnlySpan<char> letters)
    {
        if (letters.Length is < Fewest or > Most) return null;
        var (left, small) = (letters.Length, 0);
        for (var i = last; i >= 0; i--)
        {
            var word = Word(analysis, i);
            if (char.IsUpper(word[0]))
            {
                if (word[0] != letters[--left]) return null;
                if (left == 0) return i;
                small = 0;
            }
            else if (!char.IsLower(word[0]) || ++small > MostSmallWords || i == last) return null;
        }
        return null;
    }

    private static ReadOnlySpan<char> Word(Analysis analysis, int token) => analysis.Tokens[token].Span.Slice(analysis.Text.AsSpan());
}
