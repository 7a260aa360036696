namespace OnRecord.Language.Tags;

/// <summary>Morphological features by the tags, and by the form where it has others. Immutable; safe to share.</summary>
internal sealed class MorphologyTable
{
    private readonly Dictionary<string, string> features;

    /// <summary>A table.</summary>
    /// <param name="lines">Each <c>UPOS Penn features</c>, or with a form in small letters, <c>UPOS Penn form features</c>, apart by blanks.</param>
    public MorphologyTable(IEnumerable<string> lines)
    {
        features = new(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var at = line.LastIndexOf(' ');
            features[line[..at]] = line[(at + 1)..];
        }
    }

    /// <summary>The features, <c>_</c> where there are none.</summary>
    public string Find(ReadOnlySpan<char> form, UniversalTag tag, string penn)
    {
        var tags = $"{TagNames.Of(tag)} {penn}";
        if (form.Length <= 12 && features.TryGetValue($"{tags} {form.ToString().ToLowerInvariant()}", out var found)) return found;
        return features.GetValueOrDefault(tags, "_");
    }
}
