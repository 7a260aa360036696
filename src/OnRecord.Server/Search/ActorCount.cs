using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>Counts what one actor says while the ledger is gone through.</summary>
internal sealed class ActorCount(int index, string key)
{
    private readonly Postings numbers = new();

    // Most have one name in all documents.
    private readonly List<(string Name, int Count)> names = new(1);
    private int statements;
    private int direct;
    private int documents;
    private DateOnly? first;
    private DateOnly? last;
    private Actor? counted;

    public void Add(StatementFacts facts, DateOnly? published, bool isFirstOfDocument)
    {
        numbers.Add((int)facts.Number);
        Count(facts.Kind, isFirstOfDocument, 1);
        var at = names.FindIndex(n => n.Name == facts.SpeakerName);
        if (at < 0) names.Add((facts.SpeakerName!, 1));
        else names[at] = (names[at].Name, names[at].Count + 1);
        if (published is not { } day) return;
        if (first is null || day < first) first = day;
        if (last is null || day > last) last = day;
    }

    // The first day, the last and the names stay: a document that is read anew keeps them as good as always.
    public void TakeBack(AttributionKind kind, bool isFirstOfDocument) => Count(kind, isFirstOfDocument, -1);

    public Actor Counted(IReadOnlyDictionary<string, string> given) => counted ??= new Actor
    {
        Index = index,
        Key = key,
        Name = given.GetValueOrDefault(key) ?? names.OrderByDescending(n => n.Count).ThenBy(n => n.Name, StringComparer.Ordinal).First().Name,
        Statements = statements,
        Direct = direct,
        Documents = documents,
        First = first,
        Last = last,
        Numbers = numbers.Seen,
    };

    private void Count(AttributionKind kind, bool isFirstOfDocument, int by)
    {
        counted = null;
        statements += by;
        if (kind == AttributionKind.Direct) direct += by;
        if (isFirstOfDocument) documents += by;
    }
}
