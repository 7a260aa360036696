namespace OnRecord.Lab.Build;

/// <summary>Gives each person a key: the same in every office of a state, and never that of a namesake in another.</summary>
internal sealed class PersonKeys
{
    // States that followed one another: the same name in both is one person's.
    private static readonly string[][] Successions = [["YUG", "SCG", "SRB", "MNE", "HRV", "SVN", "MKD", "BIH"], ["CSK", "CZE", "SVK"], ["SUN", "RUS", "UKR", "BLR", "KAZ", "GEO", "ARM", "AZE", "LTU", "LVA", "EST", "MDA", "UZB", "KGZ", "TJK", "TKM"], ["COD", "COG"]];

    private readonly Dictionary<string, string> byHand;
    private readonly Dictionary<string, List<(string Name, string Key)>> byState = [];
    private readonly Dictionary<string, string> isoOf = new(StringComparer.Ordinal);

    /// <param name="byHand">Names of persons kept by hand, with their keys.</param>
    public PersonKeys(IEnumerable<(string Name, string Key)> byHand) =>
        this.byHand = byHand.GroupBy(p => PersonName.Key(p.Name), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Key, StringComparer.Ordinal);

    public string Of(string iso, string name)
    {
        var key = PersonName.Key(name);
        if (byHand.TryGetValue(key, out var known)) return known;
        iso = Successions.FirstOrDefault(s => s.Contains(iso))?[0] ?? iso;
        if (!byState.TryGetValue(iso, out var namesakes)) byState[iso] = namesakes = [];
        foreach (var (other, otherKey) in namesakes)
        {
            if (PersonName.Ends(other) == PersonName.Ends(name) || HolderMerge.IsSamePerson(other, name) && Length(other) == Length(name)) return otherKey;
        }
        if (isoOf.TryGetValue(key, out var first) && first != iso) key += "-" + iso.ToLowerInvariant();
        isoOf.TryAdd(key, iso);
        namesakes.Add((name, key));
        return key;
    }

    private static int Length(string name) => name.Count(c => c == ' ');
}
