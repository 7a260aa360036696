using System.Collections.Frozen;

namespace OnRecord.Language.Tokens;

/// <summary>
/// Two words that are written as one, which the treebanks cut in two: cannot, gonna, and short forms without their
/// apostrophe. Those that are as often a word of their own (its, were, ill, lets) stay whole.
/// </summary>
internal static class FusedWords
{
    private const int Shortest = 2, Longest = 8;

    private static readonly FrozenDictionary<string, int> FirstParts =
        "can+not gon+na got+ta wan+na gim+me lem+me out+ta do+nt ca+nt wo+nt did+nt does+nt is+nt are+nt was+nt were+nt have+nt has+nt had+nt would+nt could+nt should+nt ai+nt i+m i+ve you+ve they+ve you+re they+re you+ll they+ll it+ll that+s he+s there+s what+s here+s"
            .Split(' ').ToFrozenDictionary(w => w.Replace("+", "", StringComparison.Ordinal), w => w.IndexOf('+', StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase);

    /// <summary>The length of the first of the two words; 0 where it is one word.</summary>
    public static int FirstPart(ReadOnlySpan<char> word)
    {
        // All of them end in one of a few letters, and most words do not: a cheap look spares the table.
        if (word.Length is < Shortest or > Longest || word[^1] is not ('t' or 'T' or 'a' or 'A' or 'e' or 'E' or 'm' or 's' or 'S' or 'l' or 'L')) return 0;
        return FirstParts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var length) ? length : 0;
    }
}
