namespace OnRecord;

/// <summary>A document as it came: the bytes, where from, and what was said about them. Immutable.</summary>
public sealed class RawDocument
{
    /// <summary>The path or address it was read from; <c>-</c> for standard input.</summary>
    public required string Path { get; init; }

    /// <summary>The bytes, exactly as they came.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The SHA-256 of the bytes, in lower-case hexadecimal: the document's identity.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether the bytes are read as a page or as plain text.</summary>
    public required DocumentForm Form { get; init; }

    /// <summary>The web address it stands at; null where not known.</summary>
    public Uri? Url { get; init; }

    /// <summary>The charset a transport declared; null where none did.</summary>
    public string? DeclaredCharset { get; init; }

    /// <summary>The publication date the user gave, which stands over one found in the page; null where none was given.</summary>
    public DateOnly? Published { get; init; }
}
