namespace OnRecord.Knowledge;

/// <summary>Reads the rows of states, bodies, treaties and persons. A row with a known key adds to what is known.</summary>
internal static class EntityRows
{
    /// <summary>Reads a row of a table.</summary>
    /// <param name="concept">Which of the tables; none of offices, holders, members or parties.</param>
    /// <param name="row">The row.</param>
    /// <param name="before">What the rows before it say of its key; null for the first.</param>
    /// <exception cref="Language.OnRecordException">OR6001: a cell is missing or wrong.</exception>
    public static KnownEntity Read(string concept, FactRow row, KnownEntity? before) => concept switch
    {
        "states" => Read(row, before, EntityType.Place, "state", demonyms: row.List("demonyms"), seats: row.List("seats") is { Length: > 0 } seats ? seats : [.. row.List("capital")], forms: [.. row.List("formal")], from: row.Day("from"), until: row.Day("until")),
        "regions" => Read(row, before, EntityType.Place, "region", of: StateOr(row.Required("of"))),
        "organisations" => Read(row, before, EntityType.Organisation, "organisation", nouns: row.List("nouns"), from: row.Day("founded"), until: row.Day("ended")),
        "treaties" => Read(row, before, EntityType.Treaty, "treaty"),
        "institutions" => Read(row, before, EntityType.Organisation, row.Required("kind"), demonyms: row.List("demonyms"), nouns: row.List("nouns"), of: StateOr(row.Optional("of"))),
        "media" => Read(row, before, EntityType.Organisation, row.Required("kind"), of: StateOr(row.Optional("country"))),
        "persons" => Read(row, before, EntityType.Person, "person", sex: row["sex"] is { Length: 1 } sex ? sex[0] : '\0', isProminent: row.IsYes("prominent")),
        _ => throw new ArgumentException($"The table '{concept}' is of no entities.", nameof(concept)),
    };

    private static string? StateOr(string? key) => key is null ? null : key.Contains(':', StringComparison.Ordinal) ? key : "state:" + key;

    private static KnownEntity Read(
        FactRow row,
        KnownEntity? before,
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
        var name = row.Required("name");
        return new KnownEntity
        {
            Key = row.Required("key"),
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
}
