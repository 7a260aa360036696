namespace OnRecord.Interpret.Words;

/// <summary>The embedded lists of words: a line an entry, comments after a number sign.</summary>
internal static class WordList
{
    /// <summary>The lines of a list, without comments and empty lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library was built without {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
