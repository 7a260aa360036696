using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>A deed of one actor towards another, coded after PLOVER. Immutable.</summary>
public sealed record PoliticalEvent
{
    /// <summary>The identifier within the document: <c>v1</c>, <c>v2</c> … in order of appearance.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence or clause that tells it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The root code.</summary>
    public required EventCode Code { get; init; }

    /// <summary>The mode: how it is done; null where the words do not say.</summary>
    public string? Mode { get; init; }

    /// <summary>The entity that acts.</summary>
    public required string Actor { get; init; }

    /// <summary>The entity that is acted upon.</summary>
    public required string Recipient { get; init; }

    /// <summary>The day; null where not told.</summary>
    public DateOnly? When { get; init; }

    /// <summary>How likely the code is, 0 to 1.</summary>
    public required double Confidence { get; init; }
}
