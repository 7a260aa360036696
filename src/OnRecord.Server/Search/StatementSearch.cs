using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>
/// Finds statements page by page, what was recorded last first. Words are looked up in the ledger's index, which gives numbers;
/// everything else is looked up in the columns of the catalogue, so that the ledger is asked for the rows of one page only.
/// </summary>
internal static class StatementSearch
{
    // Words that most statements have, together with an outlet that hardly any has, would be gone through to the end. A
    // page looks through so many and says so; the next goes on from there. 20,000 numbers out of the index take some 20 ms.
    private const int MostLookedThrough = 20_000;

    // The columns alone take about 10 ms for so many.
    private const int MostFiltered = 2_000_000;

    /// <summary>One page.</summary>
    /// <param name="ledger">The ledger, which the catalogue is of.</param>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="query">The conditions; its limit is not looked at.</param>
    /// <param name="before">Gives those recorded before the statement of that number; null for the last of all.</param>
    /// <param name="size">How many rows at most; 0 for the facets alone.</param>
    /// <param name="mostCounted">How many of the last recorded matches the facets count at most; 0 for no facets.</param>
    /// <exception cref="Language.OnRecordException">OR9001: the query cannot be asked. OR5004: the ledger is damaged.</exception>
    public static Found Find(LedgerReader ledger, Catalogue catalogue, StatementQuery query, long? before, int size, int mostCounted = 0)
    {
        var matching = new Matching(catalogue, query);
        var counter = new FacetCounter(catalogue);
        var most = matching.IsOfWords ? MostLookedThrough : MostFiltered;
        var (looked, isWhole, hasMoreFacets) = (0, true, false);
        var page = new List<long>(size + 1);
        // Facets are of all matches, also on a page further down.
        var from = mostCounted > 0 ? null : before;
        long last = 0;
        foreach (var number in matching.Candidates(ledger, from))
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
            if (page.Count <= size && (before is null || number < before)) page.Add(number);
            if (page.Count > size && hasMoreFacets) break;
            // The facets are counted and the page is far down: it is better asked for by itself.
            if (hasMoreFacets && before is not null && number >= before) return Continued(ledger, catalogue, query, before, size, counter.Facets(true));
        }
        var hasNext = size > 0 && page.Count > size;
        if (hasNext) page.RemoveAt(size);
        return new Found
        {
            Rows = size == 0 ? [] : ledger.Statements(page, query.Text, query.Speaker),
            Next = hasNext ? page[^1] : isWhole || size == 0 ? null : last,
            LookedThrough = hasNext || isWhole || size == 0 ? null : most,
            Facets = counter.Facets(hasMoreFacets),
        };
    }

    private static Found Continued(LedgerReader ledger, Catalogue catalogue, StatementQuery query, long? before, int size, Facets facets)
    {
        var found = Find(ledger, catalogue, query, before, size);
        return new Found { Rows = found.Rows, Next = found.Next, LookedThrough = found.LookedThrough, Facets = facets };
    }
}
