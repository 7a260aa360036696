namespace OnRecord.Knowledge;

/// <summary>One member of an organisation.</summary>
/// <param name="Organisation">The organisation's key.</param>
/// <param name="Member">The member's key.</param>
/// <param name="Joined">Since when; null where not known.</param>
/// <param name="Left">Until when; null for one that is a member still.</param>
internal sealed record Membership(string Organisation, string Member, PartialDay? Joined, PartialDay? Left)
{
    /// <summary>Whether it was a member on the day; null where the days do not say.</summary>
    public bool? On(DateOnly day)
    {
        if (Joined is { } joined && day < joined.Earliest) return false;
        if (Left is { } left && day >= left.Latest) return false;
        return Joined is { } since && since.Latest <= day && (Left is not { } end || day < end.Earliest) ? true : null;
    }
}
