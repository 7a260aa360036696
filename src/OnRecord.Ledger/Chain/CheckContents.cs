namespace OnRecord.Ledger.Chain;

// Place is where the words stand, as DecisionContent has it: a check holds wherever a reading has the same words.
internal sealed record CheckContent(
    string Document,
    string Place,
    string Item,
    string Verdict,
    string? Reason,
    string ResultSha256,
    string AsOf,
    string Checked,
    CheckedSeriesContent[] Series,
    string Knowledge,
    string[] Arithmetic);

internal sealed record CheckedSeriesContent(string Name, string File);

// Machine is the machine's verdict that the person saw.
internal sealed record CheckDecisionContent(
    string Document,
    string Place,
    string Item,
    string Verdict,
    string Machine,
    string Reviewer,
    string? Note,
    string Decided);
