using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace OnRecord.Lab.Corpora;

/// <summary>Reads the files of the recognizers' specifications out of their archive.</summary>
internal static class SpecifiedPhrases
{
    public static List<SpecifiedPhrase> Read(string folder, string file)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(folder, "english.tar.gz")), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.EndsWith(file, StringComparison.Ordinal)) continue;
            using var copy = new MemoryStream();
            entry.DataStream.CopyTo(copy);
            var bytes = copy.ToArray().AsMemory();
            // A byte-order mark is no JSON.
            if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
            using var document = JsonDocument.Parse(bytes);
            return [.. document.RootElement.EnumerateArray().Select(Phrase)];
        }
        throw new FileNotFoundException($"There is no {file} in {folder}/english.tar.gz.");
    }

    private static SpecifiedPhrase Phrase(JsonElement element)
    {
        DateTime? reference = element.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var moment)
            ? DateTimeOffset.Parse(moment.GetString()!, CultureInfo.InvariantCulture).DateTime : null;
        return new SpecifiedPhrase(element.GetProperty("Input").GetString()!, reference, [.. element.GetProperty("Results").EnumerateArray().Select(Result)]);
    }

    private static SpecifiedResult Result(JsonElement element)
    {
        int? start = element.TryGetProperty("Start", out var from) ? from.GetInt32() : null;
        int? end = element.TryGetProperty("End", out var to) ? to.GetInt32() + 1 : start + (element.TryGetProperty("Length", out var length) ? length.GetInt32() : 0);
        var resolutions = new List<IReadOnlyDictionary<string, string>>();
        if (element.TryGetProperty("Resolution", out var resolution) && resolution.ValueKind == JsonValueKind.Object)
        {
            if (resolution.TryGetProperty("values", out var values)) resolutions.AddRange(values.EnumerateArray().Select(Fields));
            else resolutions.Add(Fields(resolution));
        }
        return new SpecifiedResult(start, end, element.TryGetProperty("TypeName", out var type) ? type.GetString()! : "", resolutions);
    }

    private static Dictionary<string, string> Fields(JsonElement element) =>
        element.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
}
