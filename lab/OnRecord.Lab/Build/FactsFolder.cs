using System.IO.Compression;

namespace OnRecord.Lab.Build;

/// <summary>The folder of facts among the corpora.</summary>
internal sealed class FactsFolder(string corpora)
{
    private readonly string folder = Path.Combine(corpora, "facts");

    /// <summary>A text file, gzipped or not by its name.</summary>
    public string Text(params string[] path)
    {
        var file = Path.Combine([folder, .. path]);
        using var raw = File.OpenRead(file);
        using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public string Archive(string name) => Path.Combine(folder, name);

    /// <summary>The files of a subfolder, in order.</summary>
    public IEnumerable<string> Names(string subfolder) => Directory.GetFiles(Path.Combine(folder, subfolder)).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
}
