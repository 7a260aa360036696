using System.Formats.Tar;
using System.IO.Compression;

namespace OnRecord.Lab.Corpora;

/// <summary>The files of a gzipped tar archive, each gzipped or not.</summary>
internal static class TarFiles
{
    /// <summary>Name, without the <c>.gz</c> of a gzipped file, and bytes, in the order of the archive.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Read(string archive)
    {
        using var file = File.OpenRead(archive);
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null)
                continue;
            var name = Path.GetFileName(entry.Name);
            using var bytes = new MemoryStream();
            if (name.EndsWith(".gz", StringComparison.Ordinal))
            {
                using var inner = new GZipStream(entry.DataStream, CompressionMode.Decompress);
                inner.CopyTo(bytes);
                name = name[..^3];
            }
            else
            {
                entry.DataStream.CopyTo(bytes);
            }
            yield return (name, bytes.ToArray());
        }
    }
}
