using OnRecord.Language.Text;

namespace OnRecord;

/// <summary>Something that somebody binds itself to do, or is bound to no more. Immutable.</summary>
public sealed record Pledge
{
    /// <summary>The identifier within the document: <c>p1</c>, <c>p2</c> … in order of appearance, and <c>q1</c>, <c>q2</c> … of what takes a pledge back or puts it off.</summary>
    public required string Id { get; init; }

    /// <summary>The words of the pledge, from who pledges to what is pledged.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The attribution it stands in; null where the article reports it itself.</summary>
    public string? Attribution { get; init; }

    /// <summary>The entities that pledge; empty where none could be told.</summary>
    public IReadOnlyList<string> Pledgers { get; init; } = [];

    /// <summary>
    /// What the words themselves do to the pledge: made, or in <see cref="Reading.PledgeChanges"/> delayed or withdrawn. What
    /// it is beside earlier reports stands in <see cref="PledgeStep.Move"/>.
    /// </summary>
    public PledgeMove Move { get; init; }

    /// <summary>The words for who pledges; null where they stand nowhere near.</summary>
    public TextSpan? PledgerWords { get; init; }

    /// <summary>Whether it is the members of the pledger that are bound, one by one: "member states", "allies".</summary>
    public bool BindsMembers { get; init; }

    /// <summary>The words for what is to be done.</summary>
    public required TextSpan Action { get; init; }

    /// <summary>The words for what is measured: "defence spending"; null where nothing is.</summary>
    public TextSpan? Measure { get; init; }

    /// <summary>How the target is meant; null where there is none.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>The figure to be reached; null where there is none.</summary>
    public decimal? Target { get; init; }

    /// <summary>The unit of the target, as in <see cref="Quantity.Unit"/>; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>Which way the measure is to move.</summary>
    public Change Change { get; init; }

    /// <summary>Whether the target is a difference from what is now, rather than a level.</summary>
    public bool IsDifference { get; init; }

    /// <summary>The words for what the change is counted from: "1990 levels"; null where none stand there.</summary>
    public TextSpan? Baseline { get; init; }

    /// <summary>The last day that keeps it; null where none is named or it cannot be told.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>The words for the deadline; null where there are none.</summary>
    public TextSpan? DeadlineWords { get; init; }

    /// <summary>What it hangs on: "provided that growth holds"; null where nothing is said.</summary>
    public TextSpan? Condition { get; init; }

    /// <summary>How likely people who read manifestos would have marked the sentence a pledge, 0 to 1.</summary>
    public required double Specific { get; init; }

    /// <summary>What is missing from the frame, each one of <see cref="PledgeGap"/>.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
}
