namespace OnRecord.Tests.Server;

/// <summary>A clock that goes on when a test says so.</summary>
internal sealed class MovingTime(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset moment = now;

    public override DateTimeOffset GetUtcNow() => moment;

    public void GoOn(TimeSpan length) => moment += length;

    public void GoOnTo(DateTimeOffset later) => moment = later;
}
