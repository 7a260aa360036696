using OnRecord.Language.Text;

namespace OnRecord.Ledger.Chain;

/// <summary>Turns checks and what people find of them into what entries hold.</summary>
internal static class CheckForm
{
    /// <summary>What an entry holds of a check. Its hash leaves out the day: the same result on another day is no new one.</summary>
    public static CheckContent Of(CheckRecord check, string now)
    {
        var content = new CheckContent(
            check.Document,
            PlaceOf(check.Span),
            check.Findings[0].Item,
            RecordWords<FindingVerdict>.Of(check.Verdict),
            check.Findings.Select(f => f.Reason).FirstOrDefault(reason => reason is not null),
            "",
            "",
            "",
            [.. check.Series.Where(s => check.Findings.Any(f => f.Series == s.Name)).Select(s => new CheckedSeriesContent(s.Name, s.Sha256))],
            check.Knowledge,
            [.. check.Findings.SelectMany(f => f.Arithmetic.Count == 0 ? [f.Summary] : f.Arithmetic.Select(line => line.ToString())).Select(WellFormed.Of)]);
        var hash = Convert.ToHexStringLower(Entry.HashOf(CanonicalJson.Write(content, CanonicalJson.Default.CheckContent)));
        return content with { ResultSha256 = hash, AsOf = ReadingForm.Date((DateOnly?)check.AsOf)!, Checked = now };
    }

    public static CheckDecisionContent Of(CheckDecision decision, string now) => new(
        decision.Document,
        PlaceOf(decision.Span),
        decision.Item,
        RecordWords<FindingVerdict>.Of(decision.Verdict),
        RecordWords<FindingVerdict>.Of(decision.Machine),
        WellFormed.Of(decision.Reviewer),
        WellFormed.OrNull(decision.Note),
        now);

    public static string PlaceOf(TextSpan span) => DecisionForm.PlaceOf([[span.Start, span.End]]);
}
