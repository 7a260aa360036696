namespace OnRecord.Interpret.Threads;

/// <summary>What one reading has to be joined with others.</summary>
internal sealed record ReadingReports(IReadOnlyList<PledgeReport> Pledges, IReadOnlyList<AllegationReport> Allegations, IReadOnlyList<ClaimDraft> Claims, IReadOnlyList<EventReport> Events)
{
    public static ReadingReports Of(CitedReading reading) => new([.. PledgeReport.Of(reading)], [.. AllegationReport.Of(reading)], [.. ClaimDraft.Of(reading)], [.. EventReport.Of(reading)]);
}
