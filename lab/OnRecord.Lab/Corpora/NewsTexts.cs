using System.IO.Compression;
using System.Text.Json;

namespace OnRecord.Lab.Corpora;

/// <summary>Reads the texts alone of gzipped lines of JSON.</summary>
internal static class NewsTexts
{
    public static List<string> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var zip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        var texts = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            texts.Add(document.RootElement.GetProperty("text").GetString()!);
        }
        return texts;
    }
}
