using System.Collections.Frozen;

namespace OnRecord.Knowledge;

/// <summary>How news calls the holders of offices: which kinds of office a noun can mean.</summary>
internal static class OfficeWords
{
    /// <summary>Standing for an office: who does holds none by it, and the words are said of those for lesser offices too.</summary>
    public const string Candidacy = "nominee";

    /// <summary>The most words that a name of an office has.</summary>
    public const int Longest = 5;

    private static readonly FrozenDictionary<string, string[]> Kinds = Load();

    // Where one person holds several offices on a day, the first of these is the one that news names.
    private static readonly string[] Ranks =
    [
        "pope", "monarch", "president", "supreme-leader", "prime-minister", "premier", "chancellor", "secretary-general", "vice-president", "foreign-policy-chief", "director-general", "managing-director",
        "secretary-of-state", "foreign-secretary", "foreign-minister", "defence-secretary", "defence-minister", "chancellor-of-the-exchequer", "treasury-secretary", "attorney-general", "speaker", "majority-leader",
    ];

    /// <summary>The kinds of office that the words can mean, which are in lower case with single spaces; empty for none.</summary>
    public static IReadOnlyList<string> Of(string words) => Kinds.TryGetValue(words, out var kinds) ? kinds : [];

    /// <summary>The place of a kind of office among those of one person: the lower, the more it is the one to name.</summary>
    public static int Rank(string kind) => Array.IndexOf(Ranks, kind) is >= 0 and var rank ? rank : Ranks.Length;

    private static FrozenDictionary<string, string[]> Load()
    {
        const string Name = "office-words.tsv";
        using var stream = typeof(OfficeWords).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The library was built without {Name}.");
        using var reader = new StreamReader(stream);
        return FactTable.Read(Name, reader).Rows.ToFrozenDictionary(r => r.Required("words"), r => r.List("kinds"), StringComparer.Ordinal);
    }
}
