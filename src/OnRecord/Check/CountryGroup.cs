using OnRecord.Knowledge;

namespace OnRecord.Check;

/// <summary>Those whose figures are asked for: a country, the members of a body, or a list of countries.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Organisation">The key of the body whose members they are, day by day; null for countries by themselves.</param>
/// <param name="Countries">The keys of the countries on the day, in order.</param>
internal sealed record CountryGroup(string Name, string? Organisation, IReadOnlyList<string> Countries)
{
    /// <summary>The countries that an entity stands for on a day; null where it stands for none.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="membersOfBody">Whether a body stands for its members.</param>
    /// <param name="day">The day.</param>
    /// <param name="world">The knowledge.</param>
    public static CountryGroup? Of(Entity entity, bool membersOfBody, DateOnly day, WorldKnowledge world)
    {
        if (entity.Knowledge is { } key && world.Find(key) is { } known)
        {
            if (known.Kind == "state") return new CountryGroup(known.Name, null, [key]);
            if (world.HasMembers(key)) return membersOfBody && world.MembersOn(key, day) is { Count: > 0 } members ? new CountryGroup(known.Name, key, members) : null;
            // A ministry, a parliament or a government speaks for its state.
            return known.Of is { } state && world.Find(state) is { Kind: "state" } of ? new CountryGroup(of.Name, null, [state]) : null;
        }
        if (entity.Members.Count == 0) return null;
        return new CountryGroup(entity.Name, BodyOf(entity, day, world), entity.Members);
    }

    /// <summary>Several as one; null for none.</summary>
    public static CountryGroup? Joined(IReadOnlyList<CountryGroup> groups) => groups.Count switch
    {
        0 => null,
        1 => groups[0],
        _ => new CountryGroup(string.Join(" and ", groups.Select(p => p.Name)), null, [.. groups.SelectMany(p => p.Countries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
    };

    // "NATO member states" lists its members of the day: it is the body's members, whoever they are on another day.
    private static string? BodyOf(Entity group, DateOnly day, WorldKnowledge world)
    {
        var bodies = world.BodiesWithMembers.Where(body => world.MembersOn(body, day).SequenceEqual(group.Members, StringComparer.Ordinal) && world.Find(body)!.Forms.Any(form => group.Name.Contains(form, StringComparison.Ordinal))).Take(2).ToList();
        return bodies.Count == 1 ? bodies[0] : null;
    }
}
