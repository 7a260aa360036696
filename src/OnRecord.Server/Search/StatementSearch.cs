using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>
/// Finds statements page by page, what was recorded last first. Words are looked up in the ledger's index, which gives numbers;
/// everything else is looked up in the columns of the catalogue, so that the ledger is asked for the rows of one page only.
/// </summary>
internal static class StatementSearch
{
    // Words that most statements have, together with an outlet that hardly any has, would be gone through to the end. A
    // page looks through so many and says so; the next goes on from there. A number out of the index takes about a microsecond.
    private const int MostLookedThrough = 5_000;

    // A page that is full waits no longer for its facets.
    private const int MostForFacets = 2_000;

    // The columns alone take about 10 ms for so many.
    private const int MostFiltered = 2_000_000;

    /// <summary>One page.</summary>
    /// <param name="ledger">The ledger, which the catalogue is of.</param>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="query">The conditions; its limit is not looked at.</param>
    /// <param name="before">Gives those recorded before the statement of that number; null for the last of all.</param>
    /// <param name="size">How many rows at most; 0 for the facets alone.</param>
    /// <param name="mostCounted">How many of the last recorded matches the facets count at most; 0 for no facets.</param>
    /// <param name="mostLookedThrough">How many statements with the words are looked through for one page.</param>
    /// <exception cref="Language.OnRecordException">OR9001: the query cannot be asked. OR5004: the ledger is damaged.</exception>
    public static Found Find(LedgerReader ledger, Catalogue catalogue, StatementQuery query, long? before, int size, int mostCounted = 0, int mostLookedThrough = MostLookedThrough)
    {
        // Facets are of all matches, also on a page further down.
        if (before is not null && mostCounted > 0)
            return Find(ledger, catalogue, query, before, size, 0, mostLookedThrough) with { Facets = Find(ledger, catalogue, query, null, 0, mostCounted, mostLookedThrough).Facets };
        var matching = new Matching(catalogue, query);
        var counter = new FacetCounter(catalogue);
        var most = matching.IsOfWords ? mostLookedThrough : MostFiltered;
        var (looked, isWhole, hasMoreFacets) = (0, true, false);
        var page = new List<long>(size + 1);
        long last = 0;
        foreach (var number in matching.Candidates(ledger, before))
        {
            if (looked++ == most)
            {
                (isWhole, hasMoreFacets) = (false, true);
                break;
            }
            last = number;
            if (!matching.Matches((int)number)) continue;
            if (counter.Counted < mostCounted) counter.Add((int)number);
            else hasMoreFacets = true;
            if (page.Count <= size) page.Add(number);
            hasMoreFacets |= page.Count > size && matching.IsOfWords && looked >= MostForFacets;
            if (page.Count > size && hasMoreFacets) break;
        }
        var hasNext = size > 0 && page.Count > size;
        if (page.Count > size) page.RemoveAt(size);
        return new Found
        {
            Rows = catalogue.Remembered.Statements(ledger, page, query.Text, query.Speaker),
            Next = hasNext ? page[^1] : isWhole || size == 0 ? null : last,
            LookedThrough = hasNext || isWhole || size == 0 ? null : most,
            Facets = counter.Facets(hasMoreFacets),
        };
    }

    /// <summary>The numbers of all matches recorded after a statement, in the order of the ledger.</summary>
    /// <exception cref="Language.OnRecordException">OR9001: the query cannot be asked. OR5004: the ledger is damaged.</exception>
    public static List<long> After(LedgerReader ledger, Catalogue catalogue, StatementQuery query, long number)
    {
        var matching = new Matching(catalogue, query);
        List<long> numbers = [.. matching.Candidates(ledger, null).TakeWhile(candidate => candidate > number).Where(candidate => matching.Matches((int)candidate))];
        numbers.Reverse();
        return numbers;
    }
}
