namespace OnRecord.Knowledge;

/// <summary>One person's time in an office.</summary>
/// <param name="Office">The office.</param>
/// <param name="Person">The key of the person.</param>
/// <param name="From">The day it began, or the first on which it is attested.</param>
/// <param name="Until">The day it ended, on which the next may begin; null where the end is not known.</param>
/// <param name="AsOf">Where the end is not known: the last day on which the source has the person in the office.</param>
/// <param name="IsActing">Whether the office was held for the time being.</param>
internal sealed record Tenure(Office Office, string Person, PartialDay From, PartialDay? Until, PartialDay? AsOf, bool IsActing)
{
    private DateOnly LastDay => Until is { } until ? until.Latest : (AsOf ?? From).Latest;

    /// <summary>The title, with "Acting" before it where the office was held for the time being.</summary>
    public string Title => IsActing ? $"Acting {Office.Title}" : Office.Title;

    /// <summary>Whether the office may have been held on the day, as far as the days are known.</summary>
    public bool MayHoldOn(DateOnly day) => From.Earliest <= day && (Until is { IsExact: true } ? day < LastDay : day <= LastDay);

    /// <summary>Whether the office was held on the day, whichever the days are that are known by month or year only.</summary>
    public bool HoldsOn(DateOnly day) => From.Latest <= day && (Until is { } until ? day < until.Earliest : AsOf is { } asOf && day <= asOf.Latest);
}
