using System.Collections.Frozen;

namespace OnRecord.Interpret.Words;

/// <summary>Which PLOVER root codes a word hints at, from the embedded list. A feature among others; it decides nothing alone.</summary>
internal static class EventWords
{
    private static readonly FrozenDictionary<string, ushort> Masks = Load();
    private static readonly FrozenSet<string> Firsts = Masks.Keys.Where(word => word.Contains('_', StringComparison.Ordinal)).Select(word => word[..word.IndexOf('_', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The codes a dictionary form, or a form and a particle joined by an underscore, hints at: one bit a code.</summary>
    public static ushort Of(ReadOnlySpan<char> word) => Masks.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var mask) ? mask : (ushort)0;

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
