using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>Who said what: a source, a cue and a content, each a list of spans into the article's text, in order.</summary>
public sealed record Attribution
{
    /// <summary>The identifier within the document: <c>a1</c>, <c>a2</c> … in order of appearance.</summary>
    public required string Id { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required AttributionKind Kind { get; init; }

    /// <summary>The words that name who says it; empty where the text names nobody.</summary>
    public required IReadOnlyList<TextSpan> Source { get; init; }

    /// <summary>The words that say it is said; empty for a quotation that goes on without one.</summary>
    public required IReadOnlyList<TextSpan> Cue { get; init; }

    /// <summary>What is said.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>How sure the reading is that this is an attribution with these borders, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The attribution whose source, cue and speaker this quotation goes on from; null where it has its own.</summary>
    public string? Continues { get; init; }

    /// <summary>The attribution whose content this one stands in; null for an outer one.</summary>
    public string? Inside { get; init; }

    /// <summary>The entity that speaks; null where not resolved, and then <see cref="Unresolved"/> says why.</summary>
    public string? Speaker { get; init; }

    /// <summary>Why the speaker is not resolved, one of <see cref="Refusal"/>; null where it is.</summary>
    public string? Unresolved { get; init; }

    /// <summary>The office the speaker held on the day of utterance, such as <c>Secretary General of NATO</c>; null where not known.</summary>
    public string? Role { get; init; }

    /// <summary>The entity for which the speaker speaks, where that is another: the ministry of its spokesman; null where not said.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The entity to which it is said; null where not said.</summary>
    public string? Addressee { get; init; }

    /// <summary>The words for the occasion or the medium, "in a statement", "during his address before the joint session"; null where not said.</summary>
    public string? Venue { get; init; }

    /// <summary>The day on which it was said; null where the text does not show it.</summary>
    public DateOnly? When { get; init; }

    /// <summary>The words by which the text describes a source that it does not name; null for a named one.</summary>
    public string? SourceDescription { get; init; }

    /// <summary>What the statement does; null where it was read without grammar.</summary>
    public Act? Act { get; init; }
}
