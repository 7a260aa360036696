namespace OnRecord.Server.Sending;

/// <summary>What came of one attempt to deliver. Immutable.</summary>
/// <param name="Reason">Why it was not taken, with the code; null where it was.</param>
/// <param name="IsGone">Whether the receiver says that it is there no more.</param>
internal sealed record Receipt(string? Reason, bool IsGone = false)
{
    public static readonly Receipt Taken = new((string?)null);
}
