using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>An assertion that can be checked. Immutable.</summary>
public sealed record Claim
{
    /// <summary>The identifier within the document: <c>c1</c>, <c>c2</c> … in order of appearance.</summary>
    public required string Id { get; init; }

    /// <summary>The words.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The attribution whose content it stands in; null where the article itself asserts it.</summary>
    public string? Attribution { get; init; }

    /// <summary>What kind of assertion it is.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>How much it is worth checking, 0 to 1: how likely people who judged debates would have marked it so.</summary>
    public required double Checkworthy { get; init; }
}
