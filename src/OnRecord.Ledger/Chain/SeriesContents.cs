namespace OnRecord.Ledger.Chain;

// A country's figures stand as two lists of one length, which is a third of what a name on each would take.
internal sealed record SeriesContent(
    string Name,
    string Measure,
    string Unit,
    string Source,
    string Terms,
    string Retrieved,
    string File,
    long Size,
    string[] Notes,
    string Added,
    SeriesCountryContent[] Countries);

internal sealed record SeriesCountryContent(string Country, int[] Years, decimal?[] Values, int[] Estimates);

internal sealed record SeriesRemovalContent(long Series, string Name, string? Reason, string Removed);
