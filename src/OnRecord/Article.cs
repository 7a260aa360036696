namespace OnRecord;

/// <summary>The text of a document with what is known about it. Immutable; every span of a record is into <see cref="Text"/>.</summary>
public sealed class Article
{
    /// <summary>The document it came from.</summary>
    public required RawDocument Raw { get; init; }

    /// <summary>The decoded file, character for character, for plain text; the article alone, paragraph by paragraph, for a page.</summary>
    public required string Text { get; init; }

    /// <summary>The name of the charset the bytes were decoded with, such as <c>utf-8</c>.</summary>
    public required string Charset { get; init; }

    /// <summary>The headline; null where not known.</summary>
    public string? Title { get; init; }

    /// <summary>The names of the writers as printed; null where not known.</summary>
    public string? Byline { get; init; }

    /// <summary>The outlet; null where not known.</summary>
    public string? Publisher { get; init; }

    /// <summary>The day of publication; null where not known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The language as a BCP 47 tag, such as <c>en</c>; null where not known.</summary>
    public string? Language { get; init; }

    /// <summary>The address given with the document, or the one the page names as its own; null where not known.</summary>
    public Uri? Url { get; init; }

    /// <summary>What stands in the text and is no part of the article, in order; nothing is extracted from it.</summary>
    public IReadOnlyList<Furniture> Furniture { get; init; } = [];
}
