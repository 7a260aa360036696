namespace OnRecord.Knowledge;

/// <summary>Who is or was a member of what, by body.</summary>
internal sealed class Memberships : INotedRows
{
    private readonly List<FactRow> rows = [];
    private readonly Func<string, bool> isKnown;
    private readonly GroupedRows<Membership> byBody;

    /// <param name="isKnown">Whether a key is somebody's.</param>
    public Memberships(Func<string, bool> isKnown)
    {
        this.isKnown = isKnown;
        byBody = new(rows, "organisation", Read);
    }

    /// <summary>Those of which members are known, by key.</summary>
    public IReadOnlyList<string> Bodies => byBody.Keys;

    /// <summary>Whether any members of a body are known.</summary>
    public bool Has(string body) => byBody.Has(body);

    /// <summary>A body's, in the order of the tables.</summary>
    public IReadOnlyList<Membership> Of(string body) => byBody.Of(body);

    public void Expect(int count)
    {
        rows.EnsureCapacity(rows.Count + count);
        byBody.Expect(count);
    }

    public void Add(FactRow row)
    {
        rows.Add(row);
        byBody.AddLast();
    }

    public void Check(FactRow row) => Read(row);

    private Membership Read(FactRow row)
    {
        var (body, member) = (row.Required("organisation"), row.Required("member"));
        if (!isKnown(body)) throw row.Wrong($"names the organisation '{body}', which no table has");
        if (!isKnown(member)) throw row.Wrong($"names the member '{member}', which no table has");
        return new Membership(body, member, row.Day("joined"), row.Day("left"));
    }
}
