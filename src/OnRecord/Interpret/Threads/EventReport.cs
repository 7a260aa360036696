namespace OnRecord.Interpret.Threads;

/// <summary>One report of an event, before it is joined to others.</summary>
internal sealed record EventReport(Citation Citation, PoliticalEvent Event, Party Actor, Party Recipient)
{
    public static IEnumerable<EventReport> Of(CitedReading reading)
    {
        foreach (var told in reading.Reading.Events)
        {
            if (reading.PartyOf(told.Actor) is { } actor && reading.PartyOf(told.Recipient) is { } recipient) yield return new EventReport(reading.Cite('e', told.Id, told.Span, null), told, actor, recipient);
        }
    }
}
