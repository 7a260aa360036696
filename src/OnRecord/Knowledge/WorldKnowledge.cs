using System.Runtime.InteropServices;
using OnRecord.Language;

namespace OnRecord.Knowledge;

/// <summary>
/// What is known of the world before an article is read: who and what there is, who held which office when, who was a
/// member of what. Immutable once made; safe to share between threads.
/// </summary>
public sealed class WorldKnowledge
{
    private static readonly Lazy<WorldKnowledge> FromAssembly = new(() => new WorldKnowledgeBuilder().AddShipped().Build());
    private static readonly IReadOnlyList<KnownEntity> Nobody = [];

    private readonly Dictionary<string, KnownEntity> byKey;
    private readonly Dictionary<string, IReadOnlyList<KnownEntity>> byForm;
    private readonly Dictionary<string, IReadOnlyList<KnownEntity>> byDemonym;
    private readonly Dictionary<string, IReadOnlyList<KnownEntity>> bySeat;
    private readonly Dictionary<string, IReadOnlyList<KnownEntity>> bySurname;
    private readonly Dictionary<string, List<Tenure>> byPerson;
    private readonly Dictionary<string, List<Tenure>> byOffice;
    private readonly Dictionary<string, List<Office>> officesOf;
    private readonly Dictionary<string, List<Membership>> members;
    private readonly Dictionary<string, Treaty> treaties;
    private readonly Dictionary<string, string> codes;

    internal WorldKnowledge(WorldKnowledgeBuilder parts)
    {
        byKey = parts.Entities;
        byForm = parts.Forms();
        byDemonym = Index(e => e.Demonyms);
        bySeat = Index(e => e.Seats);
        bySurname = Index(e => e.Type == EntityType.Person && e.Name.LastIndexOf(' ') is > 0 and var cut ? [e.Name[(cut + 1)..]] : []);
        byPerson = Grouped(parts.Tenures, t => t.Person);
        byOffice = Grouped(parts.Tenures.OrderBy(t => t.From), t => t.Office.Key);
        officesOf = Grouped(parts.Offices.Values, o => o.Of);
        members = Grouped(parts.Memberships, m => m.Organisation);
        treaties = parts.Treaties;
        codes = parts.Codes;
        Fingerprint = parts.Fingerprint();
    }

    /// <summary>The knowledge that comes with the library. Read when it is first asked for.</summary>
    public static WorldKnowledge Shipped => FromAssembly.Value;

    /// <summary>The shipped knowledge with facts of the user's own, in the order in which they were added.</summary>
    /// <exception cref="OnRecordException">OR6001: a row is wrong.</exception>
    public static WorldKnowledge With(IReadOnlyList<AddedFacts> added)
    {
        if (added.Count == 0) return Shipped;
        var builder = new WorldKnowledgeBuilder().AddShipped();
        foreach (var facts in added)
        {
            builder.Add(facts.Concept, facts.Name, facts.Table);
            builder.Sign(facts.Concept + "\n" + facts.Table);
        }
        return builder.Build();
    }

    /// <summary>The SHA-256 of everything it was made from, in lower-case hexadecimal: part of a record's versions.</summary>
    public string Fingerprint { get; }

    /// <summary>The name in use of a country, person or body; its key where the knowledge does not have it.</summary>
    /// <param name="key">The key, such as <c>state:DEU</c>.</param>
    public string NameOf(string key) => Find(key)?.Name ?? key;

    /// <summary>What is known of a treaty; null where the knowledge does not have it.</summary>
    /// <param name="key">The key, such as <c>treaty:inf</c>.</param>
    /// <param name="day">The day whose parties are meant; where the treaty has ended, those of its last day.</param>
    public TreatyFacts? DescribeTreaty(string key, DateOnly day)
    {
        if (TreatyOf(key) is not { } treaty) return null;
        var asked = treaty.Ended is { } ended && day >= ended.Earliest ? ended.Earliest.AddDays(-1) : day;
        return new TreatyFacts
        {
            Key = key,
            Name = NameOf(key),
            Kind = treaty.Kind,
            Signed = treaty.Signed?.ToString(),
            InForce = treaty.InForce?.ToString(),
            Ended = treaty.Ended?.ToString(),
            Provision = treaty.Provision,
            Figures = treaty.Figures,
            Parties = [.. PartiesOn(treaty, asked).Select(NameOf).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>The offices a person held, the newest first; empty where the knowledge has none.</summary>
    /// <param name="person">The key, such as <c>person:jens-stoltenberg</c>.</param>
    public IReadOnlyList<OfficeHeld> OfficesHeld(string person) =>
        [.. TenuresOf(person).OrderByDescending(t => t.From).Select(t => new OfficeHeld { Title = t.Title, From = t.From.ToString(), Until = t.Until?.ToString(), AsOf = t.AsOf?.ToString() })];

    internal IReadOnlyCollection<KnownEntity> Entities => byKey.Values;

    internal IReadOnlyDictionary<string, List<Tenure>> TenuresByOffice => byOffice;

    internal IReadOnlyDictionary<string, IReadOnlyList<KnownEntity>> EntitiesByForm => byForm;

    internal IReadOnlyCollection<Treaty> Treaties => treaties.Values;

    internal IReadOnlyDictionary<string, List<Membership>> Memberships => members;

    /// <summary>The entity of a key; null where there is none.</summary>
    internal KnownEntity? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The key of the state that a code of ISO 3166-1 stands for, of two or three capital letters; null for none.</summary>
    internal string? StateOfCode(string code) => codes.GetValueOrDefault(code);

    /// <summary>What may be meant by a name. Words apart by single spaces; "the" before it does not matter.</summary>
    internal IReadOnlyList<KnownEntity> Named(string form) =>
        byForm.TryGetValue(NameForm.Of(form), out var found) ? found : Nobody;

    /// <summary>The states and parties whose people or whose things an adjective or noun names: "Russian".</summary>
    internal IReadOnlyList<KnownEntity> OfDemonym(string word) => byDemonym.TryGetValue(word, out var found) ? found : Nobody;

    /// <summary>The persons with a surname.</summary>
    internal IReadOnlyList<KnownEntity> OfSurname(string surname) => bySurname.TryGetValue(surname, out var found) ? found : Nobody;

    /// <summary>The states that a place stands for as the seat of their government: "Moscow".</summary>
    internal IReadOnlyList<KnownEntity> OfSeat(string place) => bySeat.TryGetValue(NameForm.Of(place), out var found) ? found : Nobody;

    /// <summary>The person's times in office, in the order of the tables.</summary>
    internal IReadOnlyList<Tenure> TenuresOf(string person) => byPerson.TryGetValue(person, out var found) ? found : [];

    /// <summary>The offices of a state, organisation or institution.</summary>
    internal IReadOnlyList<Office> OfficesOf(string body) => officesOf.TryGetValue(body, out var found) ? found : [];

    /// <summary>The one who held a sole office on a day; null where nobody or more than one may have.</summary>
    internal KnownEntity? HolderOn(Office office, DateOnly day)
    {
        if (!office.IsSole || !byOffice.TryGetValue(office.Key, out var tenures)) return null;
        Tenure? only = null;
        foreach (var tenure in tenures)
        {
            if (!tenure.MayHoldOn(day)) continue;
            if (only is not null && only.Person != tenure.Person) return null;
            only = tenure;
        }
        return only is not null ? Find(only.Person) : null;
    }

    /// <summary>The members of an organisation on a day, by key and in order; empty where the days of joining are not known.</summary>
    internal IReadOnlyList<string> MembersOn(string organisation, DateOnly day)
    {
        var found = new List<string>();
        foreach (var membership in members.GetValueOrDefault(organisation) ?? [])
        {
            if (membership.On(day) is not { } isMember) return [];
            if (isMember) found.Add(membership.Member);
        }
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>The treaty of a key; null where there is none.</summary>
    internal Treaty? TreatyOf(string key) => treaties.GetValueOrDefault(key);

    /// <summary>The parties bound by a treaty on a day, by key and in order; empty where they are not listed.</summary>
    internal IReadOnlyList<string> PartiesOn(Treaty treaty, DateOnly day)
    {
        if (treaty.InForce is not { } inForce || day < inForce.Latest || treaty.Ended is { } ended && day >= ended.Earliest) return [];
        var parties = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var party in treaty.Parties.Where(p => !p.IsExcepted))
        {
            if (party.Since is { } since && day < since.Latest || party.Withdrew is { } left && day >= left.Earliest) parties.Remove(party.Key);
            else if (members.ContainsKey(party.Key)) parties.UnionWith(MembersOn(party.Key, day));
            else parties.Add(party.Key);
        }
        foreach (var excepted in treaty.Parties.Where(p => p.IsExcepted)) parties.Remove(excepted.Key);
        return [.. parties];
    }

    private static Dictionary<string, List<T>> Grouped<T>(IEnumerable<T> items, Func<T, string> key)
    {
        var groups = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key(item), out _);
            (group ??= []).Add(item);
        }
        return groups;
    }

    private Dictionary<string, IReadOnlyList<KnownEntity>> Index(Func<KnownEntity, IReadOnlyList<string>> words)
    {
        var index = new Dictionary<string, IReadOnlyList<KnownEntity>>(1024, StringComparer.Ordinal);
        foreach (var entity in byKey.Values)
        {
            foreach (var word in words(entity))
            {
                ref var bearers = ref CollectionsMarshal.GetValueRefOrAddDefault(index, NameForm.Of(word), out var isKnown);
                bearers = isKnown ? [.. bearers!, entity] : [entity];
            }
        }
        return index;
    }
}
