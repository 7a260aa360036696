using System.Security.Cryptography;
using System.Text;
using OnRecord.Language;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Knowledge;

/// <summary>Puts the tables of facts together. Not safe to share between threads.</summary>
internal sealed class WorldKnowledgeBuilder
{
    // Offices before those who hold them, organisations before their members; within a concept the built table first,
    // so that rows kept by hand add to it.
    internal static readonly string[] Concepts = ["states", "regions", "organisations", "treaties", "institutions", "media", "offices", "persons", "holders", "members", "parties"];

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private readonly Dictionary<string, INotedRows> noted;

    public WorldKnowledgeBuilder()
    {
        Tenures = new(Offices, IsKnown);
        Memberships = new(IsKnown);
        noted = new(StringComparer.Ordinal) { ["persons"] = Persons, ["offices"] = Offices, ["holders"] = Tenures, ["members"] = Memberships };
    }

    /// <summary>States, bodies and treaties by their keys: what is not a person.</summary>
    public Dictionary<string, KnownEntity> Bodies { get; } = new(1024, StringComparer.Ordinal);

    public Persons Persons { get; } = new();

    public Offices Offices { get; } = new();

    public Tenures Tenures { get; }

    public Memberships Memberships { get; }

    public Dictionary<string, Treaty> Treaties { get; } = new(StringComparer.Ordinal);

    /// <summary>The states by their codes of two and three letters (ISO 3166-1).</summary>
    public Dictionary<string, string> Codes { get; } = new(512, StringComparer.Ordinal);

    /// <summary>
    /// Adds every table that is embedded in the library. The tables are where they are for as long as the program runs: rows of persons,
    /// offices, holders and members are noted, and read when they are asked for. A test reads all of them.
    /// </summary>
    public WorldKnowledgeBuilder AddShipped()
    {
        var assembly = typeof(WorldKnowledgeBuilder).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".tsv", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        foreach (var (concept, name) in Tables().Where(table => names.Contains(table.Name)))
        {
            var text = new MappedBytes((UnmanagedMemoryStream)assembly.GetManifestResourceStream(name)!).Memory;
            hash.AppendData(text.Span);
            Note(concept, name, text);
        }
        return this;
    }

    /// <summary>Adds the rows of a table whose text stays and whose rows are known to be right.</summary>
    /// <exception cref="OnRecordException">OR6001: a row is wrong; some that are, are found when they are asked for.</exception>
    public void Note(string concept, string name, ReadOnlyMemory<byte> text)
    {
        if (noted.TryGetValue(concept, out var rows)) rows.Expect(text.Span.Count((byte)'\n'));
        FactTable.Each(name, text, row => Note(concept, row));
    }

    /// <summary>Adds every table of a folder that is laid out as the library's own.</summary>
    /// <exception cref="OnRecordException">OR6001: a row is wrong.</exception>
    public WorldKnowledgeBuilder AddFolder(string folder)
    {
        foreach (var (concept, name) in Tables())
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path)) Add(concept, name, File.ReadAllText(path));
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
    public void Add(string concept, string name, string text) => FactTable.Each(name, Encoding.UTF8.GetBytes(text), row => Add(concept, row));

    public WorldKnowledge Build() => new(this);

    public string Fingerprint() => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <summary>Makes what the user has said part of the fingerprint.</summary>
    public void Sign(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));

    // The tables in the order in which they build on each other.
    private static IEnumerable<(string Concept, string Name)> Tables() => Concepts.SelectMany(concept => (IEnumerable<(string, string)>)[(concept, $"{concept}.tsv"), (concept, $"{concept}.own.tsv")]);

    // What is added to the library's own tables is read at once, so that a wrong row is refused.
    private void Add(string concept, FactRow row)
    {
        Note(concept, row);
        if (noted.TryGetValue(concept, out var rows)) rows.Check(row);
    }

    private void Note(string concept, FactRow row)
    {
        if (noted.TryGetValue(concept, out var rows)) rows.Add(row);
        else if (concept == "parties") TreatyRows.AddParty(Treaties, row);
        else AddBody(concept, row);
    }

    private void AddBody(string concept, FactRow row)
    {
        var key = row.Required("key");
        Bodies[key] = EntityRows.Read(concept, row, Bodies.GetValueOrDefault(key));
        if (concept == "treaties") Treaties[key] = TreatyRows.Read(row);
        if (concept != "states") return;
        if (row.Optional("iso2") is { } two) Codes[two] = key;
        if (row.Optional("iso3") is { } three) Codes[three] = key;
    }

    private bool IsKnown(string key) => Bodies.ContainsKey(key) || Persons.Has(key);
}
