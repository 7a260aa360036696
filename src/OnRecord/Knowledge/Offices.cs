namespace OnRecord.Knowledge;

/// <summary>The offices that are known, by key and by whose they are.</summary>
internal sealed class Offices : INotedRows
{
    private static readonly IReadOnlyList<Office> None = [];

    // What a later row says of an office holds.
    private readonly KeyedRows<Office> rows = new((row, _) => new Office(row.Required("key"), row.Required("title"), row.Required("of"), row.Required("kind"), row.IsYes("sole")));
    private readonly RowIndex byBody = new();

    public int Count => rows.Count;

    /// <summary>All of them, in the order of the tables.</summary>
    public IEnumerable<Office> All => rows.All;

    public void Expect(int count)
    {
        rows.Expect(count);
        byBody.Expect(count, 0);
    }

    public void Add(FactRow row) => byBody.Add(RowIndex.Hash(row.RequiredCell("of")), rows.Add(row));

    public void Check(FactRow row) => Find(row.Cell("key"));

    /// <summary>The office of a key; null where there is none.</summary>
    public Office? Find(ReadOnlySpan<byte> key) => rows.Find(key);

    /// <summary>The offices of a state, organisation or institution.</summary>
    public IReadOnlyList<Office> Of(string body)
    {
        var place = byBody.First(RowIndex.Hash(body));
        if (place == 0) return None;
        var numbers = new SortedSet<int>();
        for (; place != 0; place = byBody.Next(place)) numbers.Add(byBody.Row(place));
        return [.. numbers.Select(number => rows[number]).Where(office => office.Of == body)];
    }
}
