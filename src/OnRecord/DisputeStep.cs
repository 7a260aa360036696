namespace OnRecord;

/// <summary>One charge, or one answer to a charge, with its words. Immutable.</summary>
public sealed record DisputeStep
{
    /// <summary>Where it stands.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Where the same article says the same once more, as a headline does.</summary>
    public IReadOnlyList<Citation> Again { get; init; } = [];

    /// <summary>What it does.</summary>
    public required DisputeMove Move { get; init; }

    /// <summary>Who charges or answers; null where not told.</summary>
    public Party? By { get; init; }

    /// <summary>The words for it; null where none stand there.</summary>
    public string? ByWords { get; init; }

    /// <summary>For whom the one who charges or answers speaks, where that is another; null where not known.</summary>
    public Party? OnBehalfOf { get; init; }

    /// <summary>Who is charged; of an answer, whose charge it answers. Null where not told.</summary>
    public Party? Against { get; init; }

    /// <summary>The words for it; null where none stand there.</summary>
    public string? AgainstWords { get; init; }

    /// <summary>The treaty, law or other accord it is about; null where none is named.</summary>
    public Party? Subject { get; init; }

    /// <summary>The key of the step it answers; null where it answers none, or it is not clear which.</summary>
    public string? Answers { get; init; }

    /// <summary>Why an answer is joined to no charge; null where it is joined, and of a charge.</summary>
    public string? Unjoined { get; init; }
}
