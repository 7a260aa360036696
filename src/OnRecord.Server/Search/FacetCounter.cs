namespace OnRecord.Server.Search;

/// <summary>Counts facets, statement by statement.</summary>
internal sealed class FacetCounter(Catalogue catalogue)
{
    // Years of publication from the first that DateOnly has to the last.
    private const int MostYears = 10_000;

    private readonly Dictionary<int, int> actors = [];
    private readonly Dictionary<int, int> outlets = [];
    private readonly int[] kinds = new int[3];
    private readonly Dictionary<int, int> yearByDay = [];
    private int unresolved;

    public int Counted { get; private set; }

    public void Add(int number)
    {
        var columns = catalogue.Columns;
        Counted++;
        kinds[(int)columns.Kind(number)]++;
        if (columns.Actor(number) is >= 0 and var actor) actors[actor] = actors.GetValueOrDefault(actor) + 1;
        else unresolved++;
        if (columns.Outlet(number) is >= 0 and var outlet) outlets[outlet] = outlets.GetValueOrDefault(outlet) + 1;
        if (columns.Day(number) is >= 0 and var day) yearByDay[day] = yearByDay.GetValueOrDefault(day) + 1;
    }

    public Facets Facets(bool hasMore)
    {
        var years = new Dictionary<int, int>(Math.Min(yearByDay.Count, MostYears));
        foreach (var (day, count) in yearByDay)
        {
            var year = DateOnly.FromDayNumber(day).Year;
            years[year] = years.GetValueOrDefault(year) + count;
        }
        return new Facets
        {
            Counted = Counted,
            HasMore = hasMore,
            Unresolved = unresolved,
            Actors = [.. actors.Select(a => new FacetCount<Actor>(catalogue.Actors[a.Key], a.Value)).OrderByDescending(c => c.Count).ThenBy(c => c.Value.Name, StringComparer.Ordinal)],
            Outlets = [.. outlets.Select(o => new FacetCount<Outlet>(catalogue.Outlets[o.Key], o.Value)).OrderByDescending(c => c.Count).ThenBy(c => c.Value.Name, StringComparer.Ordinal)],
            Kinds = [.. kinds.Select((count, kind) => new FacetCount<AttributionKind>((AttributionKind)kind, count)).Where(c => c.Count > 0).OrderByDescending(c => c.Count)],
            Years = [.. years.OrderByDescending(y => y.Key).Select(y => new FacetCount<int>(y.Key, y.Value))],
        };
    }
}
