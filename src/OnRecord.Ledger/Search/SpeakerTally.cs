namespace OnRecord.Ledger.Search;

/// <summary>Counts what one speaker said, document by document.</summary>
internal sealed class SpeakerTally(string key)
{
    private readonly HashSet<string> documents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> names = new(StringComparer.Ordinal);
    private int statements;
    private int direct;
    private DateOnly? first;
    private DateOnly? last;

    public string Key => key;

    public void Add(string name, int saying, int quoting, string document, DateOnly? published)
    {
        names[name] = names.GetValueOrDefault(name) + saying;
        statements += saying;
        direct += quoting;
        documents.Add(document);
        if (published is not { } day) return;
        if (first is null || day < first) first = day;
        if (last is null || day > last) last = day;
    }

    /// <summary>The row, under the name given or the one most used.</summary>
    public SpeakerRow Row(string? name) => new()
    {
        Key = key,
        Name = name ?? names.MaxBy(n => n.Value).Key,
        Statements = statements,
        Direct = direct,
        Documents = documents.Count,
        First = first,
        Last = last,
    };
}
