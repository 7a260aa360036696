using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>Counts how one outlet quotes while the ledger is gone through.</summary>
internal sealed class OutletCount(int index, string name)
{
    private readonly Postings numbers = new();
    private readonly int[] kinds = new int[3];
    private int documents;
    private int unnamed;

    public void AddDocument(int by) => documents += by;

    public void Add(StatementFacts facts)
    {
        numbers.Add((int)facts.Number);
        Count(facts.Kind, facts.IsUnnamed, 1);
    }

    public void TakeBack(AttributionKind kind, bool isUnnamed) => Count(kind, isUnnamed, -1);

    public Outlet Counted() => new()
    {
        Index = index,
        Name = name,
        Documents = documents,
        Statements = kinds.Sum(),
        Direct = kinds[(int)AttributionKind.Direct],
        Indirect = kinds[(int)AttributionKind.Indirect],
        Mixed = kinds[(int)AttributionKind.Mixed],
        Unnamed = unnamed,
        Numbers = numbers.Seen,
    };

    private void Count(AttributionKind kind, bool isUnnamed, int by)
    {
        kinds[(int)kind] += by;
        if (isUnnamed) unnamed += by;
    }
}
