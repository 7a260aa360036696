using System.Collections.Frozen;

namespace OnRecord.Knowledge;

/// <summary>Given names, from the embedded list that names its source. A hint that a name is a person's; it decides nothing alone.</summary>
internal static class GivenNames
{
    private static readonly FrozenSet<string> Names = Load();

    public static bool Contains(ReadOnlySpan<char> word) => Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(GivenNames).Assembly.GetManifestResourceStream("given-names.txt")
            ?? throw new InvalidOperationException("The library was built without given-names.txt.");
        using var reader = new StreamReader(stream);
        var names = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') names.Add(line);
        }
        return names.ToFrozenSet(StringComparer.Ordinal);
    }
}
