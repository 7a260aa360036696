using OnRecord.Knowledge;

namespace OnRecord.Check;

/// <summary>One country of those that a pledge binds, with the years in which it was bound.</summary>
internal sealed class Roll
{
    private readonly Membership? membership;

    private Roll(string country, string name, bool isBound, Membership? membership)
    {
        (Country, Name, IsBound) = (country, name, isBound);
        this.membership = membership;
    }

    public string Country { get; }

    public string Name { get; }

    /// <summary>Whether it was bound when the pledge was reported.</summary>
    public bool IsBound { get; }

    public DateOnly? Joined => membership?.Joined is { IsExact: true } day ? day.Earliest : null;

    /// <summary>Whether it was bound at the end of a year.</summary>
    public bool IsMember(int year) => membership is null || membership.On(new DateOnly(year, 12, 31)) == true;

    /// <summary>Those that the pledge bound when it was reported, and those that joined the body later.</summary>
    public static IReadOnlyList<Roll> Of(CountryGroup group, Series series, int lastYear, WorldKnowledge world)
    {
        if (group.Organisation is not { } body) return [.. group.Countries.Select(key => new Roll(key, world.NameOf(key), true, null))];
        var roll = new List<Roll>();
        foreach (var membership in world.MembershipsOf(body))
        {
            var isBound = group.Countries.Contains(membership.Member);
            var entry = new Roll(membership.Member, world.NameOf(membership.Member), isBound, membership);
            var wasMember = Enumerable.Range(series.FirstYear, Math.Max(0, Math.Min(lastYear, series.LastYear) - series.FirstYear + 1)).Any(entry.IsMember);
            // One that left and came back has two rows; the one that holds on the day it was reported is it.
            if ((isBound || wasMember) && !roll.Exists(other => other.Country == entry.Country)) roll.Add(entry);
        }
        return roll;
    }
}
