using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>Where something of the record stands: the words, their place, the document and its day. Immutable.</summary>
public sealed record Citation
{
    /// <summary>
    /// What the words are called over documents: a letter for what they are (<c>p</c> a pledge, <c>d</c> a step of a dispute,
    /// <c>c</c> a claim, <c>e</c> an event) and ten hexadecimal digits worked out from the document's hash and the place.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The SHA-256 of the document's bytes, in lower-case hexadecimal.</summary>
    public required string Document { get; init; }

    /// <summary>The path or address the document was read from.</summary>
    public required string Path { get; init; }

    /// <summary>The web address it stands at; null where not known.</summary>
    public Uri? Url { get; init; }

    /// <summary>The headline; null where not known.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet; null where not known.</summary>
    public string? Publisher { get; init; }

    /// <summary>The day of publication; null where not known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The day it was said, or else the day of publication; null where neither is known.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Its name in the document: <c>p1</c>, <c>g2</c>, <c>c3</c>, <c>v4</c>.</summary>
    public required string Item { get; init; }

    /// <summary>The attribution it stands in; null where the article tells it itself.</summary>
    public string? Attribution { get; init; }

    /// <summary>The place in the document's text, in UTF-16 units.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words that stand there.</summary>
    public required string Words { get; init; }
}
