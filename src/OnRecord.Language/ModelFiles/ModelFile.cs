using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Language.ModelFiles;

/// <summary>
/// A weight file: what it is, how it was made, and named sections of bytes. Layout, little-endian: the magic
/// <c>ONRECMF\n</c>; the format version as u16; the SHA-256 of everything that follows; name, feature set, command and
/// scores as length-prefixed UTF-8; the number of sections as u16; for each its name and its length as u32; then the
/// sections' bytes in the same order. docs/reference/model-files.md describes it in full. Immutable; safe to share.
/// </summary>
public sealed class ModelFile
{
    /// <summary>The format version this program writes and reads.</summary>
    public const int FormatVersion = 2;

    private static ReadOnlySpan<byte> Magic => "ONRECMF\n"u8;

    private readonly List<KeyValuePair<string, ReadOnlyMemory<byte>>> sections;

    /// <summary>A weight file with its sections, in the order they are to be written.</summary>
    public ModelFile(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> sections) => this.sections = [.. sections];

    /// <summary>The model's name, such as <c>attribution</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The identity of the features the weights belong to: code with another identity must not use them.</summary>
    public required string FeatureSet { get; init; }

    /// <summary>The command that made the file.</summary>
    public required string Command { get; init; }

    /// <summary>The scores measured when it was made, as one line of text.</summary>
    public required string Scores { get; init; }

    /// <summary>The SHA-256 of the content, lower-case hexadecimal: the version of the model as the record keeps it. Empty before it is written or read.</summary>
    public string Checksum { get; private set; } = "";

    /// <summary>The sections with their names, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> Sections => sections;

    /// <summary>The bytes of a section.</summary>
    /// <exception cref="OnRecordException">OR3002: the file lacks it.</exception>
    public ReadOnlyMemory<byte> Section(string name)
    {
        foreach (var section in sections)
        {
            if (section.Key == name) return section.Value;
        }
        throw new OnRecordException(DiagnosticCodes.ModelDamaged, $"The model file '{Name}' has no section '{name}'. Make it anew with: {Command}");
    }

    /// <summary>Refuses the file where its feature set is not the one the code computes.</summary>
    /// <exception cref="OnRecordException">OR3003.</exception>
    public void RequireFeatureSet(string expected)
    {
        if (FeatureSet != expected)
        {
            throw new OnRecordException(DiagnosticCodes.ModelMismatch, $"The model file '{Name}' was trained with the feature set '{FeatureSet}', and this program computes '{expected}'. Install the weights of the same version, or make them anew with: {Command}");
        }
    }

    /// <summary>Writes the file and sets <see cref="Checksum"/>.</summary>
    public void Write(Stream stream)
    {
        var body = Body();
        var hash = SHA256.HashData(body);
        Checksum = Convert.ToHexStringLower(hash);
        stream.Write(Magic);
        stream.Write([FormatVersion & 0xFF, FormatVersion >> 8]);
        stream.Write(hash);
        stream.Write(body);
    }

    /// <summary>Reads and checks a file.</summary>
    /// <param name="stream">
    /// The bytes. Those of a resource in the program itself are taken for what their checksum says: they are as sound as the code
    /// beside them, and reading all of them at every start is what takes longest about a short article.
    /// </param>
    /// <param name="origin">What the file is called in an error.</param>
    /// <exception cref="OnRecordException">OR3002 for a damaged file, OR3003 for another format version.</exception>
    public static ModelFile Read(Stream stream, string origin)
    {
        // What is embedded in an assembly stays where it is for as long as the program runs.
        var isOwn = stream is UnmanagedMemoryStream;
        var bytes = isOwn ? new MappedBytes((UnmanagedMemoryStream)stream).Memory : Bytes(stream);
        var head = Magic.Length + 2 + SHA256.HashSizeInBytes;
        if (bytes.Length < head || !bytes.Span[..Magic.Length].SequenceEqual(Magic)) throw Damaged(origin, "it does not begin as a model file does");
        var version = bytes.Span[Magic.Length] | (bytes.Span[Magic.Length + 1] << 8);
        if (version != FormatVersion)
        {
            throw new OnRecordException(DiagnosticCodes.ModelMismatch, $"The model file {origin} has format version {version}, and this program reads version {FormatVersion}. Install the weights of the same version as the program.");
        }
        var body = bytes[head..];
        var hash = bytes.Span.Slice(Magic.Length + 2, SHA256.HashSizeInBytes);
        if (!isOwn && !hash.SequenceEqual(SHA256.HashData(body.Span))) throw Damaged(origin, "its checksum does not fit its content");
        try
        {
            return Parse(body, Convert.ToHexStringLower(hash));
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException)
        {
            throw Damaged(origin, "its table of sections does not fit its length");
        }
    }

    private static ReadOnlyMemory<byte> Bytes(Stream stream)
    {
        using var buffer = new MemoryStream(stream.CanSeek ? checked((int)stream.Length) : 0);
        stream.CopyTo(buffer);
        return new ReadOnlyMemory<byte>(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static ModelFile Parse(ReadOnlyMemory<byte> body, string checksum)
    {
        var at = 0;
        string name = Text(), features = Text(), command = Text(), scores = Text();
        var count = (int)Number(2);
        var table = new (string Name, int Length)[count];
        for (var i = 0; i < count; i++) table[i] = (Text(), checked((int)Number(4)));
        var sections = new List<KeyValuePair<string, ReadOnlyMemory<byte>>>(count);
        foreach (var (section, length) in table)
        {
            sections.Add(new(section, body.Slice(at, length)));
            at += length;
        }
        return new ModelFile(sections) { Name = name, FeatureSet = features, Command = command, Scores = scores, Checksum = checksum };

        long Number(int size)
        {
            long value = 0;
            var part = body.Slice(at, size).Span;
            for (var i = 0; i < size; i++) value |= (long)part[i] << (8 * i);
            at += size;
            return value;
        }

        string Text()
        {
            var length = (int)Number(2);
            var value = Encoding.UTF8.GetString(body.Slice(at, length).Span);
            at += length;
            return value;
        }
    }

    private byte[] Body()
    {
        using var body = new MemoryStream();
        foreach (var text in new[] { Name, FeatureSet, Command, Scores }) Text(text);
        Number(sections.Count, 2);
        foreach (var section in sections)
        {
            Text(section.Key);
            Number(section.Value.Length, 4);
        }
        foreach (var section in sections) body.Write(section.Value.Span);
        return body.ToArray();

        void Text(string value)
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            Number(bytes.Length, 2);
            body.Write(bytes);
        }

        void Number(long value, int size)
        {
            if (value >> (8 * size) != 0) throw new ArgumentOutOfRangeException(nameof(value), value, $"A field of {size} bytes cannot hold it.");
            for (var i = 0; i < size; i++) body.WriteByte((byte)(value >> (8 * i)));
        }
    }

    private static OnRecordException Damaged(string origin, string how) =>
        new(DiagnosticCodes.ModelDamaged, $"The model file {origin} is damaged: {how}. Install it again.");
}
