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

    private readonly Dictionary<string, KnownEntity> bodies;
    private readonly Dictionary<string, IReadOnlyList<KnownEntity>> byForm;
    private readonly Dictionary<string, IReadOnlyList<KnownEntity>> byDemonym;
    private readonly Dictionary<string, IReadOnlyList<KnownEntity>> bySeat;
    private readonly Persons persons;
    private readonly Offices offices;
    private readonly Tenures tenures;
    private readonly Memberships memberships;
    private readonly Dictionary<string, Treaty> treaties;
    private readonly Dictionary<string, string> codes;

    internal WorldKnowledge(WorldKnowledgeBuilder parts)
    {
        bodies = parts.Bodies;
        byForm = Index(e => e.Forms.SelectMany(NameForm.Lookups));
        byDemonym = Index(e => e.Demonyms.Select(NameForm.Of));
        bySeat = Index(e => e.Seats.Select(NameForm.Of));
        persons = parts.Persons;
        offices = parts.Offices;
        tenures = parts.Tenures;
        memberships = parts.Memberships;
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

    /// <summary>All that is known by name: everything is read that was only noted.</summary>
    internal IReadOnlyCollection<KnownEntity> Entities => [.. bodies.Values, .. persons.All];

    /// <summary>Every form of every name, with those that it may mean: all persons are read.</summary>
    internal IEnumerable<(string Form, IReadOnlyList<KnownEntity> Bearers)> EntitiesByForm =>
        Entities.SelectMany(e => e.Forms).SelectMany(NameForm.Lookups).Distinct(StringComparer.Ordinal).Select(form => (form, Named(form)));

    /// <summary>All offices.</summary>
    internal IReadOnlyCollection<Office> Offices => [.. offices.All];

    /// <summary>All times in office, those of an office together and in order.</summary>
    internal IEnumerable<IReadOnlyList<Tenure>> Tenures => tenures.ByOffice;

    internal IReadOnlyCollection<Treaty> Treaties => treaties.Values;

    /// <summary>Those of which members are known, by key.</summary>
    internal IEnumerable<string> BodiesWithMembers => memberships.Bodies;

    /// <summary>The entity of a key; null where there is none.</summary>
    internal KnownEntity? Find(string key) => bodies.GetValueOrDefault(key) ?? persons.Find(key);

    /// <summary>The key of the state that a code of ISO 3166-1 stands for, of two or three capital letters; null for none.</summary>
    internal string? StateOfCode(string code) => codes.GetValueOrDefault(code);

    /// <summary>What may be meant by a name. Words apart by single spaces; "the" before it does not matter.</summary>
    internal IReadOnlyList<KnownEntity> Named(ReadOnlySpan<char> form)
    {
        // Most of what is asked about is nobody's name, and needs no string to be told so.
        if (NameForm.IsPlain(form) && !persons.MayBeNamed(form) && !byForm.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(form)) return Nobody;
        var wanted = NameForm.Of(form.ToString());
        var bearers = persons.Named(wanted);
        if (!byForm.TryGetValue(wanted, out var others)) return bearers;
        return bearers.Count == 0 ? others : [.. others, .. bearers];
    }

    /// <summary>The states and parties whose people or whose things an adjective or noun names: "Russian".</summary>
    internal IReadOnlyList<KnownEntity> OfDemonym(string word) => byDemonym.TryGetValue(word, out var found) ? found : Nobody;

    /// <summary>The persons with a surname.</summary>
    internal IReadOnlyList<KnownEntity> OfSurname(string surname) => persons.OfSurname(surname);

    /// <summary>The states that a place stands for as the seat of their government: "Moscow".</summary>
    internal IReadOnlyList<KnownEntity> OfSeat(string place) => bySeat.TryGetValue(NameForm.Of(place), out var found) ? found : Nobody;

    /// <summary>The person's times in office, in the order of the tables.</summary>
    internal IReadOnlyList<Tenure> TenuresOf(string person) => tenures.Of(person);

    /// <summary>The times in an office, the earliest first.</summary>
    internal IReadOnlyList<Tenure> TenuresIn(string office) => tenures.In(office);

    /// <summary>The offices of a state, organisation or institution.</summary>
    internal IReadOnlyList<Office> OfficesOf(string body) => offices.Of(body);

    /// <summary>The one who held a sole office on a day; null where nobody or more than one may have.</summary>
    internal KnownEntity? HolderOn(Office office, DateOnly day)
    {
        if (!office.IsSole) return null;
        Tenure? only = null;
        foreach (var tenure in TenuresIn(office.Key))
        {
            if (!tenure.MayHoldOn(day)) continue;
            if (only is not null && only.Person != tenure.Person) return null;
            only = tenure;
        }
        return only is not null ? Find(only.Person) : null;
    }

    /// <summary>Whether any members of a body are known.</summary>
    internal bool HasMembers(string body) => memberships.Has(body);

    /// <summary>The members that a body has or had, in the order of the tables.</summary>
    internal IReadOnlyList<Membership> MembershipsOf(string body) => memberships.Of(body);

    /// <summary>The members of an organisation on a day, by key and in order; empty where the days of joining are not known.</summary>
    internal IReadOnlyList<string> MembersOn(string organisation, DateOnly day)
    {
        var found = new List<string>();
        foreach (var membership in MembershipsOf(organisation))
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
            else if (HasMembers(party.Key)) parties.UnionWith(MembersOn(party.Key, day));
            else parties.Add(party.Key);
        }
        foreach (var excepted in treaty.Parties.Where(p => p.IsExcepted)) parties.Remove(excepted.Key);
        return [.. parties];
    }

    private Dictionary<string, IReadOnlyList<KnownEntity>> Index(Func<KnownEntity, IEnumerable<string>> forms)
    {
        var index = new Dictionary<string, IReadOnlyList<KnownEntity>>(1024, StringComparer.Ordinal);
        foreach (var body in bodies.Values)
        {
            foreach (var form in forms(body))
            {
                ref var bearers = ref CollectionsMarshal.GetValueRefOrAddDefault(index, form, out var isKnown);
                if (!isKnown) bearers = [body];
                else if (!bearers!.Contains(body)) bearers = [.. bearers!, body];
            }
        }
        return index;
    }
}
