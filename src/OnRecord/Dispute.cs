namespace OnRecord;

/// <summary>A charge with all that followed it over documents, the earliest step first. docs/design/threads.md says what makes two charges one dispute. Immutable.</summary>
public sealed record Dispute
{
    /// <summary>The key of its first step. That of any other step leads to it as well.</summary>
    public string Id => Steps[0].Citation.Key;

    /// <summary>What it is about; null where no step names a treaty, law or other accord.</summary>
    public Party? Subject { get; init; }

    /// <summary>Who made the first charge; null where not told.</summary>
    public Party? Accuser { get; init; }

    /// <summary>Who was charged first; null where not told.</summary>
    public Party? Accused { get; init; }

    /// <summary>Everybody who has a part in it, in the order of the steps.</summary>
    public required IReadOnlyList<Party> Parties { get; init; }

    /// <summary>The steps, at least one of them a charge.</summary>
    public required IReadOnlyList<DisputeStep> Steps { get; init; }

    /// <summary>The first day of a step; null where none has one.</summary>
    public DateOnly? First => Steps.Min(step => step.Citation.Day);

    /// <summary>The last day of a step; null where none has one.</summary>
    public DateOnly? Last => Steps.Max(step => step.Citation.Day);
}
