using System.Collections.Frozen;

namespace OnRecord.Interpret.Words;

/// <summary>Which PLOVER root codes a word hints at, from the embedded list. A feature among others; it decides nothing alone.</summary>
internal static class EventWords
{
    private static readonly FrozenDictionary<string, ushort> Masks = Load();
    private static readonly FrozenSet<string> Firsts = Masks.Keys.Where(word => word.Contains('_', StringComparison.Ordinal)).Select(word => word[..word.IndexOf('_', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly int LongestPair = Masks.Keys.Max(word => word.Length);

    /// <summary>The codes a dictionary form, or a form and a particle joined by an underscore, hints at: one bit a code.</summary>
    public static ushort Of(ReadOnlySpan<char> word) => Masks.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var mask) ? mask : (ushort)0;

    /// <summary>The same of a form and a particle.</summary>
    public static ushort Of(string word, string particle)
    {
        var length = word.Length + 1 + particle.Length;
        if (!TakesParticle(word) || length > LongestPair) return 0;
        Span<char> pair = stackalloc char[LongestPair];
        word.CopyTo(pair);
        pair[word.Length] = '_';
        particle.CopyTo(pair[(word.Length + 1)..]);
        return Of(pair[..length]);
    }

    /// <summary>Whether a dictionary form hints at anything together with a particle.</summary>
    public static bool TakesParticle(string word) => Firsts.Contains(word);

    private static FrozenDictionary<string, ushort> Load()
    {
        var masks = new Dictionary<string, ushort>(StringComparer.Ordinal);
        foreach (var line in WordList.Lines("event-words.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var code = (int)Enum.Parse<EventCode>(line[..colon], ignoreCase: true);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                masks[word] = (ushort)(masks.GetValueOrDefault(word) | 1 << code);
            }
        }
        return masks.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
