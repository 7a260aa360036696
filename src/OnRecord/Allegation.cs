using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>A charge, or an answer to one. Immutable.</summary>
public sealed record Allegation
{
    /// <summary>The identifier within the document: <c>g1</c>, <c>g2</c> … in order of appearance.</summary>
    public required string Id { get; init; }

    /// <summary>The words of the charge or of the answer.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The attribution it stands in; null where the article reports it itself.</summary>
    public string? Attribution { get; init; }

    /// <summary>The entity that charges or answers; null where not told.</summary>
    public string? By { get; init; }

    /// <summary>The words for it; null where none stand there.</summary>
    public TextSpan? ByWords { get; init; }

    /// <summary>The entity charged; of an answer, the one whose charge it answers. Null where not told.</summary>
    public string? Against { get; init; }

    /// <summary>The words for it; null where none stand there.</summary>
    public TextSpan? AgainstWords { get; init; }

    /// <summary>The treaty, law or other named thing that it is about; null where none is named.</summary>
    public string? Subject { get; init; }

    /// <summary>What it does with the charge.</summary>
    public required Stance Stance { get; init; }

    /// <summary>The allegation of the same document that it answers; null where it answers none, or where it is not clear which.</summary>
    public string? RepliesTo { get; init; }

    /// <summary>Why <see cref="RepliesTo"/> is null though it answers something; null where it answers nothing or the answer is joined.</summary>
    public string? Unjoined { get; init; }
}
