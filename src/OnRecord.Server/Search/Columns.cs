using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>
/// What statements are filtered and counted by, column by column, at the index of the statement's number: 13 bytes a
/// statement, so that a million are filtered in the time that SQLite takes to look up a thousand. One adds while others
/// read; a statement whose reading stands no longer loses its mark, and nothing else ever changes.
/// </summary>
internal sealed class Columns
{
    /// <summary>What stands for no actor, no outlet and no day.</summary>
    public const int None = -1;

    private const byte StandingMark = 0x80;
    private const byte UnnamedMark = 0x40;
    private const byte KindMask = 0x0F;

    private int[] actors = [];
    private int[] outlets = [];
    private int[] days = [];
    private byte[] marks = [];

    private Columns()
    {
    }

    /// <summary>One more than the highest number there is.</summary>
    public int Count { get; private set; }

    public static Columns Empty() => new();

    /// <summary>The same columns as they are now: what is added later is not seen in it.</summary>
    public Columns Snapshot() => new() { actors = actors, outlets = outlets, days = days, marks = marks, Count = Count };

    public bool IsStanding(int number) => (marks[number] & StandingMark) != 0;

    public bool IsUnnamed(int number) => (marks[number] & UnnamedMark) != 0;

    public AttributionKind Kind(int number) => (AttributionKind)(marks[number] & KindMask);

    /// <summary>The index of the actor who speaks; <see cref="None"/> where not resolved.</summary>
    public int Actor(int number) => actors[number];

    public int Outlet(int number) => outlets[number];

    /// <summary>The number of the day of publication, as <see cref="DateOnly.DayNumber"/>; <see cref="None"/> where not known.</summary>
    public int Day(int number) => days[number];

    public void Add(StatementFacts facts, int actor, int outlet, DateOnly? published)
    {
        var number = checked((int)facts.Number);
        if (number >= marks.Length)
        {
            var length = Math.Max(number + 1, marks.Length + (marks.Length >> 1) + 1024);
            Array.Resize(ref actors, length);
            Array.Resize(ref outlets, length);
            Array.Resize(ref days, length);
            Array.Resize(ref marks, length);
        }
        actors[number] = actor;
        outlets[number] = outlet;
        days[number] = published?.DayNumber ?? None;
        marks[number] = (byte)((int)facts.Kind | StandingMark | (facts.IsUnnamed ? UnnamedMark : 0));
        Count = Math.Max(Count, number + 1);
    }

    /// <summary>Notes that the reading of the statement stands no longer.</summary>
    public void TakeBack(int number) => marks[number] &= unchecked((byte)~StandingMark);
}
