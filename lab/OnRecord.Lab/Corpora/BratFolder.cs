using OnRecord.Language;

namespace OnRecord.Lab.Corpora;

/// <summary>
/// A folder of texts with brat's stand-off annotations, in any folders below it: <c>NAME.txt</c> with <c>NAME.ann</c>, or
/// with <c>NAME_ANNOTATOR.ann</c>, and then once for each annotator.
/// </summary>
internal static class BratFolder
{
    /// <summary>Every annotated text, in ordinal order of the annotations' names.</summary>
    /// <exception cref="OnRecordException">OR1001: no annotations, or annotations without their text; OR1002: they cannot be read.</exception>
    public static List<AttributionDocument> Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new OnRecordException(DiagnosticCodes.NotFound, $"There is no folder '{folder}'. Give a folder of texts (.txt) with their annotations (.ann).");
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Files(folder, "*.txt")) texts.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        var documents = new List<AttributionDocument>();
        foreach (var path in Files(folder, "*.ann"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var annotator = "";
            if (!texts.TryGetValue(name, out var textPath))
            {
                var border = name.LastIndexOf('_');
                if (border < 0 || !texts.TryGetValue(name[..border], out textPath)) throw new OnRecordException(DiagnosticCodes.NotFound, $"There is no text for '{path}'. Put '{name}.txt' into the folder.");
                annotator = name[(border + 1)..];
            }
            var text = File.ReadAllText(textPath);
            documents.Add(new AttributionDocument
            {
                Id = name,
                Annotator = annotator,
                Text = text,
                // No corpus says what its words are: the product's own tokens are counted, as for its own reading.
                ScoringTokens = [.. Analyser.Analyse(text).Tokens.Select(token => token.Span)],
                Attributions = BratAnnotations.Read(File.ReadAllText(path), text, path),
            });
        }
        return documents.Count > 0 ? documents : throw new OnRecordException(DiagnosticCodes.NotFound, $"There are no annotations (.ann) in '{folder}' or below it.");
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
