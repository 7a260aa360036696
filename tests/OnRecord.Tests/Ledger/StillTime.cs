namespace OnRecord.Tests.Ledger;

/// <summary>A clock that always says the same.</summary>
internal sealed class StillTime(DateTimeOffset now) : TimeProvider
{
    public static readonly StillTime Noon = new(new DateTimeOffset(2024, 3, 5, 12, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => now;
}
