namespace OnRecord;

/// <summary>How one of those that a pledge binds stands to it. Immutable.</summary>
public sealed class MemberFinding
{
    /// <summary>The country's key in the knowledge, such as <c>state:DEU</c>.</summary>
    public required string Country { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The day on which it joined the body whose members pledge; null where it is bound by itself, or the day is not known.</summary>
    public DateOnly? Joined { get; init; }

    /// <summary>Whether it was bound when the pledge was reported. One that joined later is shown, and does not count for the whole.</summary>
    public required bool IsBound { get; init; }

    /// <summary>What it has to reach; null where that could not be worked out.</summary>
    public decimal? Target { get; init; }

    /// <summary>How it stands.</summary>
    public required FindingVerdict Verdict { get; init; }

    /// <summary>Why there is nothing to measure, one of <see cref="CheckRefusal"/>; null where there is.</summary>
    public string? Reason { get; init; }

    /// <summary>The comparison that decides; null where nothing is measured.</summary>
    public Arithmetic? Decisive { get; init; }

    /// <summary>Year by year, in order, every year of the series up to the day of the check.</summary>
    public IReadOnlyList<YearFinding> Years { get; init; } = [];
}
