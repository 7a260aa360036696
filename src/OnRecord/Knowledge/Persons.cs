using System.Text;

namespace OnRecord.Knowledge;

/// <summary>
/// The persons that are known, by key, by each form of their names and by surname. There are thousands of them and a run meets some:
/// one is read out of its rows when it is first asked for.
/// </summary>
internal sealed class Persons : INotedRows
{
    private static readonly IReadOnlyList<KnownEntity> Nobody = [];

    private readonly KeyedRows<KnownEntity> rows = new((row, before) => EntityRows.Read("persons", row, before));
    private readonly RowIndex byForm = new();
    private readonly RowIndex bySurname = new();

    public int Count => rows.Count;

    /// <summary>All of them, in the order of the tables.</summary>
    public IEnumerable<KnownEntity> All => rows.All;

    public void Expect(int count)
    {
        rows.Expect(count);
        byForm.Expect(count, count);
        bySurname.Expect(count, count);
    }

    /// <inheritdoc/>
    /// <remarks>A row with a known key adds to what is known.</remarks>
    public void Add(FactRow row)
    {
        var number = rows.Add(row);
        var name = row.RequiredCell("name");
        if (NameForm.IsPlain(name))
        {
            byForm.Add(RowIndex.Hash(name), number);
            if (name.LastIndexOf((byte)' ') is > 0 and var cut) bySurname.Add(RowIndex.Hash(name[(cut + 1)..]), number);
        }
        else
        {
            var written = Encoding.UTF8.GetString(name);
            AddForms(written, number);
            if (Surname(written) is { } surname) bySurname.Add(RowIndex.Hash(surname), number);
        }
        foreach (var alias in row.List("aliases")) AddForms(alias, number);
    }

    public void Check(FactRow row) => EntityRows.Read("persons", row, null);

    public bool Has(string key) => rows.Has(key);

    /// <summary>The person of a key; null where there is none.</summary>
    public KnownEntity? Find(string key) => rows.Find(key);

    /// <summary>Those who bear a name, which is given in the form in which names are looked up.</summary>
    public IReadOnlyList<KnownEntity> Named(string form) => Those(byForm, form, static (person, form) => person.Forms.SelectMany(NameForm.Lookups).Contains(form, StringComparer.Ordinal));

    /// <summary>Whether somebody may bear a name in the form in which names are looked up: nobody does where not, and mostly somebody where so.</summary>
    public bool MayBeNamed(ReadOnlySpan<char> form) => byForm.First(RowIndex.Hash(form)) != 0;

    /// <summary>Those with a surname.</summary>
    public IReadOnlyList<KnownEntity> OfSurname(string surname) => Those(bySurname, surname, static (person, surname) => Surname(person.Name) == surname);

    private static string? Surname(string name) => name.LastIndexOf(' ') is > 0 and var cut ? NameForm.Of(name[(cut + 1)..]) : null;

    private void AddForms(string name, int number)
    {
        foreach (var form in NameForm.Lookups(name)) byForm.Add(RowIndex.Hash(form), number);
    }

    private IReadOnlyList<KnownEntity> Those(RowIndex index, string word, Func<KnownEntity, string, bool> isMeant)
    {
        var place = index.First(RowIndex.Hash(word));
        if (place == 0) return Nobody;
        // A later row of a person may have said the name again.
        var numbers = new SortedSet<int>();
        for (; place != 0; place = index.Next(place)) numbers.Add(index.Row(place));
        return Meant(numbers);

        IReadOnlyList<KnownEntity> Meant(SortedSet<int> numbers) => [.. numbers.Select(number => rows[number]).Where(person => isMeant(person, word))];
    }
}
