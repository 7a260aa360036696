using OnRecord.Ledger;

namespace OnRecord.Server.Adding;

/// <summary>One document on its way from a person's hands into the ledger. Safe to look at while it goes on.</summary>
internal sealed class ReadingJob(string sha256, string path)
{
    private readonly Lock gate = new();
    private readonly List<string> steps = [];

    public string Sha256 => sha256;

    public string Path => path;

    /// <summary>Ends when the document is read and recorded, or cannot be.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    /// <summary>What came of it; null before.</summary>
    public AppendOutcome? Outcome { get; private set; }

    /// <summary>How many statements were found.</summary>
    public int Statements { get; private set; }

    public Failure? Failure { get; private set; }

    public bool IsDone
    {
        get
        {
            lock (gate) return Outcome is not null || Failure is not null;
        }
    }

    /// <summary>What was begun so far, in order; the last goes on unless it is done.</summary>
    public IReadOnlyList<string> Steps
    {
        get
        {
            lock (gate) return [.. steps];
        }
    }

    public void Enter(string step)
    {
        lock (gate) steps.Add(step);
    }

    public void Finish(Reading reading, AppendOutcome outcome)
    {
        lock (gate)
        {
            Statements = reading.Attributions.Count;
            Failure = reading.Failures.Count > 0 ? reading.Failures[0] : null;
            Outcome = outcome;
        }
    }

    public void Fail(Failure failure)
    {
        lock (gate) Failure = failure;
    }
}
