using System.Buffers;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Language;

namespace OnRecord.Knowledge;

/// <summary>Puts the tables of facts together. Not safe to share between threads.</summary>
internal sealed class WorldKnowledgeBuilder
{
    // Offices before those who hold them, organisations before their members; within a concept the built table first,
    // so that rows kept by hand add to it.
    internal static readonly string[] Concepts = ["states", "regions", "organisations", "treaties", "institutions", "media", "offices", "persons", "holders", "members", "parties"];

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public Dictionary<string, KnownEntity> Entities { get; } = new(8192, StringComparer.Ordinal);

    public Dictionary<string, Office> Offices { get; } = new(1024, StringComparer.Ordinal);

    public List<Tenure> Tenures { get; } = new(10_000);

    public List<Membership> Memberships { get; } = new(6000);

    public Dictionary<string, Treaty> Treaties { get; } = new(StringComparer.Ordinal);

    /// <summary>The states by their codes of two and three letters (ISO 3166-1).</summary>
    public Dictionary<string, string> Codes { get; } = new(512, StringComparer.Ordinal);

    /// <summary>Adds every table that is embedded in the library.</summary>
    public WorldKnowledgeBuilder AddShipped()
    {
        var assembly = typeof(WorldKnowledgeBuilder).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".tsv", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        foreach (var concept in Concepts)
        {
            foreach (var name in (ReadOnlySpan<string>)[$"{concept}.tsv", $"{concept}.own.tsv"])
            {
                if (!names.Contains(name)) continue;
                using var stream = assembly.GetManifestResourceStream(name)!;
                var length = (int)stream.Length;
                var bytes = ArrayPool<byte>.Shared.Rent(length);
                var text = ArrayPool<char>.Shared.Rent(length);
                stream.ReadExactly(bytes, 0, length);
                hash.AppendData(bytes, 0, length);
                FactTable.Each(name, text.AsMemory(0, Encoding.UTF8.GetChars(bytes.AsSpan(0, length), text)), row => Add(concept, row));
                ArrayPool<byte>.Shared.Return(bytes);
                ArrayPool<char>.Shared.Return(text);
            }
        }
        return this;
    }

    /// <summary>Adds every table of a folder that is laid out as the library's own.</summary>
    /// <exception cref="OnRecordException">OR6001: a row is wrong.</exception>
    public WorldKnowledgeBuilder AddFolder(string folder)
    {
        foreach (var concept in Concepts)
        {
            foreach (var name in (ReadOnlySpan<string>)[$"{concept}.tsv", $"{concept}.own.tsv"])
            {
                var path = Path.Combine(folder, name);
                if (!File.Exists(path)) continue;
                Add(concept, name, File.ReadAllText(path));
            }
        }
        return this;
    }

    /// <summary>Adds the rows of a table; a row with a known key adds to what is known.</summary>
    /// <exception cref="OnRecordException">OR6001: a row is wrong.</exception>
    public void Add(string concept, FactTable table)
    {
        foreach (var row in table.Rows) Add(concept, row);
    }

    /// <summary>Adds the rows of a table out of its text.</summary>
    /// <exception cref="OnRecordException">OR6001: a row is wrong.</exception>
    public void Add(string concept, string name, string text) => FactTable.Each(name, text.AsMemory(), row => Add(concept, row));

    private void Add(string concept, FactRow row)
    {
        switch (concept)
        {
            case "states":
                if (row.Optional("iso2") is { } two) Codes[two] = row.Required("key");
                if (row.Optional("iso3") is { } three) Codes[three] = row.Required("key");
                Add(row, EntityType.Place, "state", demonyms: row.List("demonyms"), seats: row.List("seats") is { Length: > 0 } seats ? seats : [.. row.List("capital")], forms: [.. row.List("formal")], from: row.Day("from"), until: row.Day("until"));
                break;
            case "regions":
                Add(row, EntityType.Place, "region", of: StateOr(row.Required("of")));
                break;
            case "organisations":
                Add(row, EntityType.Organisation, "organisation", nouns: row.List("nouns"), from: row.Day("founded"), until: row.Day("ended"));
                break;
            case "treaties":
                Add(row, EntityType.Treaty, "treaty");
                Treaties[row.Required("key")] = TreatyRows.Read(row);
                break;
            case "institutions":
                Add(row, EntityType.Organisation, row.Required("kind"), demonyms: row.List("demonyms"), nouns: row.List("nouns"), of: StateOr(row.Optional("of")));
                break;
            case "media":
                Add(row, EntityType.Organisation, row.Required("kind"), of: StateOr(row.Optional("country")));
                break;
            case "persons":
                Add(row, EntityType.Person, "person", sex: row["sex"] is { Length: 1 } sex ? sex[0] : '\0', isProminent: row.Cell("prominent") is "yes");
                break;
            case "offices":
                Offices[row.Required("key")] = new Office(row.Required("key"), row.Required("title"), row.Required("of"), row.Required("kind"), row.Cell("sole") is "yes");
                break;
            case "holders":
                AddHolder(row);
                break;
            case "members":
                AddMember(row);
                break;
            case "parties":
                TreatyRows.AddParty(Treaties, row);
                break;
        }
    }

    public WorldKnowledge Build() => new(this);

    /// <summary>Every form of every name, with those that it may mean.</summary>
    public Dictionary<string, IReadOnlyList<KnownEntity>> Forms()
    {
        var found = new Dictionary<string, IReadOnlyList<KnownEntity>>(Entities.Count * 3, StringComparer.Ordinal);
        foreach (var entity in Entities.Values)
        {
            // Most have one name: their lists of bearers are one list.
            KnownEntity[] alone = [entity];
            foreach (var form in entity.Forms)
            {
                Note(NameForm.Of(form), alone);
                var plain = NameForm.WithoutMarks(form);
                if (!ReferenceEquals(plain, form)) Note(NameForm.Of(plain), alone);
            }
        }
        return found;

        void Note(string form, KnownEntity[] alone)
        {
            ref var bearers = ref CollectionsMarshal.GetValueRefOrAddDefault(found, form, out var isKnown);
            if (!isKnown) bearers = alone;
            else if (!bearers!.Contains(alone[0])) bearers = [.. bearers!, alone[0]];
        }
    }

    public string Fingerprint() => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <summary>Makes what the user has said part of the fingerprint.</summary>
    public void Sign(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));

    private static string? StateOr(string? key) => key is null ? null : key.Contains(':', StringComparison.Ordinal) ? key : "state:" + key;

    private void Add(
        FactRow row,
        EntityType type,
        string kind,
        IReadOnlyList<string>? demonyms = null,
        IReadOnlyList<string>? seats = null,
        IReadOnlyList<string>? nouns = null,
        IReadOnlyList<string>? forms = null,
        string? of = null,
        char sex = '\0',
        bool isProminent = false,
        PartialDay? from = null,
        PartialDay? until = null)
    {
        var key = row.Required("key");
        var name = row.Required("name");
        var before = Entities.GetValueOrDefault(key);
        Entities[key] = new KnownEntity
        {
            Key = key,
            Name = name,
            Type = type,
            Kind = kind,
            Forms = Joined([name, .. row.List("aliases"), .. forms ?? []], before?.Forms),
            Demonyms = Joined(demonyms, before?.Demonyms),
            Seats = Joined(seats, before?.Seats),
            Nouns = Joined(nouns, before?.Nouns),
            Of = of ?? before?.Of,
            Wikidata = row.Optional("wikidata") ?? before?.Wikidata,
            Sex = sex != '\0' ? sex : before?.Sex ?? '\0',
            IsProminent = isProminent || before?.IsProminent == true,
            From = from ?? before?.From,
            Until = until ?? before?.Until,
        };
    }

    private static IReadOnlyList<string> Joined(IReadOnlyList<string>? more, IReadOnlyList<string>? before) =>
        before is null || before.Count == 0 ? more ?? [] : more is null || more.Count == 0 ? before : [.. more.Union(before, StringComparer.Ordinal)];

    private void AddHolder(FactRow row)
    {
        if (!Offices.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(row.Cell("office"), out var office)) throw row.Wrong($"names the office '{row.Required("office")}', which no table has");
        if (!Entities.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(row.Cell("person"), out var known)) throw row.Wrong($"names the person '{row.Required("person")}', whom no table has");
        var from = row.Day("from") ?? throw row.Wrong("has no 'from'");
        var until = row.Day("until");
        if (until is { } end && end.Latest < from.Earliest) throw row.Wrong("ends before it begins");
        Tenures.Add(new Tenure(office, known.Key, from, until, row.Day("as-of"), row.Cell("acting") is "yes"));
    }

    private void AddMember(FactRow row)
    {
        var entities = Entities.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!entities.TryGetValue(row.Cell("organisation"), out var body)) throw row.Wrong($"names the organisation '{row.Required("organisation")}', which no table has");
        if (!entities.TryGetValue(row.Cell("member"), out var known)) throw row.Wrong($"names the member '{row.Required("member")}', which no table has");
        Memberships.Add(new Membership(body.Key, known.Key, row.Day("joined"), row.Day("left")));
    }
}
