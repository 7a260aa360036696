namespace OnRecord.Knowledge;

/// <summary>Who held which office when, by person and by office.</summary>
internal sealed class Tenures : INotedRows
{
    private readonly List<FactRow> rows = [];
    private readonly Offices offices;
    private readonly Func<string, bool> isKnown;
    private readonly GroupedRows<Tenure> byPerson;
    private readonly GroupedRows<Tenure> byOffice;

    public Tenures(Offices offices, Func<string, bool> isKnown)
    {
        (this.offices, this.isKnown) = (offices, isKnown);
        byPerson = new(rows, "person", Read);
        byOffice = new(rows, "office", Read, tenures => tenures.OrderBy(t => t.From));
    }

    /// <summary>All of them, those of an office together.</summary>
    public IEnumerable<IReadOnlyList<Tenure>> ByOffice => byOffice.Groups;

    /// <summary>A person's, in the order of the tables.</summary>
    public IReadOnlyList<Tenure> Of(string person) => byPerson.Of(person);

    /// <summary>Those of an office, the earliest first.</summary>
    public IReadOnlyList<Tenure> In(string office) => byOffice.Of(office);

    public void Expect(int count)
    {
        rows.EnsureCapacity(rows.Count + count);
        byPerson.Expect(count);
        byOffice.Expect(count);
    }

    public void Add(FactRow row)
    {
        rows.Add(row);
        byPerson.AddLast();
        byOffice.AddLast();
    }

    public void Check(FactRow row) => Read(row);

    private Tenure Read(FactRow row)
    {
        var office = offices.Find(row.Cell("office")) ?? throw row.Wrong($"names the office '{row.Required("office")}', which no table has");
        var person = row.Required("person");
        if (!isKnown(person)) throw row.Wrong($"names the person '{person}', whom no table has");
        var from = row.Day("from") ?? throw row.Wrong("has no 'from'");
        var until = row.Day("until");
        if (until is { } end && end.Latest < from.Earliest) throw row.Wrong("ends before it begins");
        return new Tenure(office, person, from, until, row.Day("as-of"), row.IsYes("acting"));
    }
}
