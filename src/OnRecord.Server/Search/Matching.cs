using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>Which statements a query could mean, and which of them it does.</summary>
internal sealed class Matching
{
    private readonly Catalogue catalogue;
    private readonly StatementQuery query;
    private readonly Actor? actor;
    private readonly Outlet? outlet;
    private readonly int since;
    private readonly int until;

    public Matching(Catalogue catalogue, StatementQuery query)
    {
        this.catalogue = catalogue;
        this.query = query;
        actor = query.SpokenBy is { } name ? catalogue.Actor(name) : null;
        outlet = query.Publisher is { } publisher ? catalogue.Outlet(publisher) : null;
        since = query.Since?.DayNumber ?? Columns.None;
        until = query.Until?.DayNumber ?? int.MaxValue;
    }

    /// <summary>Whether words are looked for.</summary>
    public bool IsOfWords => !string.IsNullOrWhiteSpace(query.Text) || !string.IsNullOrWhiteSpace(query.Speaker);

    /// <summary>The numbers that come into question, from the highest down, each once.</summary>
    public IEnumerable<long> Candidates(LedgerReader ledger, long? before)
    {
        var count = (int)Math.Min(catalogue.Columns.Count, before ?? long.MaxValue);
        if (query.SpokenBy is not null && actor is null && !IsCorrectedTo(query.SpokenBy)) return [];
        if (query.Publisher is not null && outlet is null) return [];
        if (IsOfWords) return Merged(catalogue.Remembered.Matches(ledger, query.Text, query.Speaker, before), Corrected(c => CorrectedWords.Match(c, query)));
        if (query.SpokenBy is { } name) return Merged(Down(actor?.Numbers ?? default), Corrected(c => c.Speaker is { } speaker && IsSame(speaker, name)));
        if (query.State is not (null or ReviewState.Machine)) return Corrected(_ => true);
        return outlet is not null ? Down(outlet.Numbers) : Enumerable.Range(0, count).Select(i => (long)(count - 1 - i));

        IEnumerable<long> Corrected(Func<DecidedStatement, bool> isMeant) =>
            catalogue.Decided.Values.Where(d => d.Number < count && isMeant(d)).Select(d => d.Number).OrderDescending();

        IEnumerable<long> Down(ReadOnlyMemory<int> numbers)
        {
            // What is asked for lies before the first that is too high.
            var end = numbers.Span.BinarySearch(count) is var found && found >= 0 ? found : ~found;
            for (var i = end - 1; i >= 0; i--) yield return numbers.Span[i];
        }
    }

    /// <summary>Whether a candidate meets every condition but the words.</summary>
    public bool Matches(int number)
    {
        var columns = catalogue.Columns;
        if (number >= columns.Count || !columns.IsStanding(number)) return false;
        if (outlet is not null && columns.Outlet(number) != outlet.Index) return false;
        if (query.Kind is { } kind && columns.Kind(number) != kind) return false;
        if (query.IsResolved is { } isResolved && (columns.Actor(number) >= 0) != isResolved) return false;
        if ((query.Since ?? query.Until) is not null && (columns.Day(number) == Columns.None || columns.Day(number) < since || columns.Day(number) > until)) return false;
        if (query.State is { } state && StateOf(number) != state) return false;
        return query.SpokenBy is not { } name || (actor is not null && columns.Actor(number) == actor.Index) || (catalogue.Decided.GetValueOrDefault(number)?.Speaker is { } corrected && IsSame(corrected, name));
    }

    private ReviewState StateOf(int number) => catalogue.Decided.GetValueOrDefault(number)?.Verdict switch
    {
        null => ReviewState.Machine,
        Verdict.Confirmed => ReviewState.Confirmed,
        Verdict.Corrected => ReviewState.Corrected,
        _ => ReviewState.Rejected,
    };

    private bool IsCorrectedTo(string name) => catalogue.Decided.Values.Any(d => d.Speaker is { } speaker && IsSame(speaker, name));

    // A reviewer writes a name; the address has the key of whoever goes by it.
    private bool IsSame(string written, string name) => written == name || (actor is not null && catalogue.Actor(written)?.Index == actor.Index);

    // Both go down; what is in both is given once.
    private static IEnumerable<long> Merged(IEnumerable<long> first, IEnumerable<long> second)
    {
        using var corrected = second.GetEnumerator();
        var has = corrected.MoveNext();
        foreach (var number in first)
        {
            for (; has && corrected.Current >= number; has = corrected.MoveNext())
            {
                if (corrected.Current > number) yield return corrected.Current;
            }
            yield return number;
        }
        for (; has; has = corrected.MoveNext()) yield return corrected.Current;
    }
}
