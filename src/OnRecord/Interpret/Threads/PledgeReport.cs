namespace OnRecord.Interpret.Threads;

/// <summary>A pledge as one document reports it, before it is joined to others.</summary>
internal sealed record PledgeReport(PledgeStep Step, string[] MeasureWords, string[] ActionWords)
{
    public static IEnumerable<PledgeReport> Of(CitedReading reading)
    {
        foreach (var pledge in reading.Reading.Pledges.Concat(reading.Reading.PledgeChanges))
        {
            if (!reading.Stands(pledge.Attribution)) continue;
            var step = new PledgeStep
            {
                Citation = reading.Cite('p', pledge.Id, pledge.Span, pledge.Attribution),
                Move = pledge.Move,
                Pledgers = [.. pledge.Pledgers.Select(reading.PartyOf).OfType<Party>().Distinct()],
                Speaker = reading.SpeakerOf(pledge.Attribution),
                Frame = pledge,
                Measure = reading.WordsOf(pledge.Measure),
                Condition = reading.WordsOf(pledge.Condition),
                Baseline = reading.WordsOf(pledge.Baseline),
            };
            var action = reading.WordsOf(pledge.Action)!;
            // The day by which is compared as a day, and the figure as a figure.
            if (reading.WordsOf(pledge.DeadlineWords) is { } deadline) action = action.Replace(deadline, "", StringComparison.Ordinal);
            yield return new PledgeReport(step, reading.Pool.ContentOf(step.Measure ?? ""), reading.Pool.ContentOf(action));
        }
    }
}
