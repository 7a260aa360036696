using System.Globalization;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Lab.Build;

/// <summary>Makes the tables of facts that are built from sources, beside those that are kept by hand.</summary>
internal static class KnowledgeBuild
{
    public static int Run(string corpora, string folder, TextWriter output)
    {
        var facts = new FactsFolder(corpora);
        var states = new States(facts);
        FactWriter.Write(Path.Combine(folder, "states.tsv"), "States and territories.", "Country codes of the Datahub; CIA World Factbook, May 2026; CAMEO actor codes of the Computational Event Data System", "PDDL; public domain; MIT", ["key", "name", "formal", "aliases", "demonyms", "capital", "seats", "iso2", "iso3", "cameo", "wikidata"], states.Rows);

        var byHand = Table(folder, "offices.own.tsv").Rows.Select(r => r["key"]).ToHashSet(StringComparer.Ordinal);
        var known = Table(folder, "persons.own.tsv").Rows.ToList();
        var names = Table(folder, "states.own.tsv").Rows.ToDictionary(r => r["key"], r => r["name"], StringComparer.Ordinal);
        foreach (var row in states.Rows) names.TryAdd(row[0], row[1]);

        var offices = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        var persons = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        var holders = new List<string[]>();
        var ownKeys = known.ToDictionary(r => r["key"], StringComparer.Ordinal);
        var drafts = LeaderLists.Read(facts, states).Concat(FactbookLeaders.Read(states)).Concat(AssemblySpeakers.Read(facts)).Where(d => PersonName.IsFull(d.Name));
        var keys = new PersonKeys(known.SelectMany(r => r.List("aliases").Prepend(r["name"]).Select(n => (n, r["key"]))));
        foreach (var group in drafts.GroupBy(d => (d.Iso, d.Slot)).OrderBy(g => g.Key.Iso, StringComparer.Ordinal).ThenBy(g => g.Key.Slot, StringComparer.Ordinal))
        {
            var (iso, slot) = group.Key;
            if (!names.TryGetValue("state:" + iso, out var state)) continue;
            var office = $"office:{iso}/{slot}";
            if (byHand.Contains(office)) continue;
            var isSole = OfficeTitle.IsSole(iso, slot);
            offices[office] = [office, string.Format(CultureInfo.InvariantCulture, group.First().Title, state), "state:" + iso, slot, isSole ? "yes" : "no"];
            foreach (var draft in HolderMerge.Of(group, isSole))
            {
                var person = keys.Of(iso, draft.Name);
                if (!ownKeys.ContainsKey(person)) persons.TryAdd(person, [person, draft.Name]);
                holders.Add([office, person, draft.From, draft.Until, draft.AsOf, draft.IsActing ? "yes" : ""]);
            }
        }
        var congress = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        var members = new List<string[]>();
        Congress.Read(facts, keys, offices, congress, members);
        foreach (var (key, row) in congress)
        {
            if (!ownKeys.ContainsKey(key)) persons[key] = row;
        }
        holders.AddRange(members);
        const string Sources = "Wikipedia's lists of state leaders (names and years); CIA World Factbook, May 2026; speakers of the UN general debate 1946-2024; members of Congress of @unitedstates/congress-legislators";
        const string Terms = "facts alone, of texts under CC BY-SA; public domain; CC0; CC0";
        FactWriter.Write(Path.Combine(folder, "offices.tsv"), "Offices of states.", Sources, Terms, ["key", "title", "of", "kind", "sole"], offices.Values);
        FactWriter.Write(Path.Combine(folder, "persons.tsv"), "Persons who hold or held an office.", Sources, Terms, ["key", "name", "aliases", "sex", "wikidata"], persons.Values);
        FactWriter.Write(Path.Combine(folder, "holders.tsv"), "Who held which office when. Without 'until' the office was held still as of the day given; what came after is not known.", Sources, Terms, ["office", "person", "from", "until", "as-of", "acting"], holders);
        Memberships.Write(facts, folder, names);
        return Report(folder, output);
    }

    private static FactTable Table(string folder, string name)
    {
        using var reader = new StreamReader(Path.Combine(folder, name));
        return FactTable.Read(name, reader);
    }

    // Read as the library will read them, so that a wrong row fails here.
    private static int Report(string folder, TextWriter output)
    {
        var builder = new WorldKnowledgeBuilder();
        try
        {
            builder.AddFolder(folder);
        }
        catch (OnRecordException error)
        {
            output.WriteLine($"{error.Code}: {error.Message}");
            return 1;
        }
        var world = builder.Build();
        AmbiguousNames.Write(folder, world);
        var tenures = world.Tenures.SelectMany(t => t).ToList();
        output.WriteLine(FormattableString.Invariant($"{world.Entities.Count} entities, {world.Offices.Count} offices, {tenures.Count} tenures of {tenures.Select(t => t.Person).Distinct(StringComparer.Ordinal).Count()} persons, {world.BodiesWithMembers.Sum(body => world.MembershipsOf(body).Count)} memberships, {world.Treaties.Count} treaties."));
        return 0;
    }
}
