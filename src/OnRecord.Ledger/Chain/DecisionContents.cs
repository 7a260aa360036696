namespace OnRecord.Ledger.Chain;

// Place is where the statement's content stands, as ranges joined: a decision holds wherever a reading has the same.
internal sealed record DecisionContent(
    string Document,
    string Place,
    long Reading,
    string Attribution,
    string Verdict,
    string Reviewer,
    string Decided,
    string? Note,
    string? Speaker,
    CorrectedSpanContent[]? Source,
    CorrectedSpanContent[]? Content);

internal sealed record CorrectedSpanContent(int Start, int Stop, string Words);
