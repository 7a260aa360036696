using OnRecord.Ledger;

namespace OnRecord.Server.Adding;

/// <summary>One document on its way from a person's hands into the ledger. Safe to look at while it goes on.</summary>
internal sealed class ReadingJob(string sha256, string path)
{
    private readonly Lock gate = new();
    private readonly List<string> steps = [];
    private AppendOutcome? outcome;
    private int statements;
    private Failure? failure;

    public string Sha256 => sha256;

    public string Path => path;

    /// <summary>Ends when the document is read and recorded, or cannot be.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    /// <summary>How far it is. What is looked at together is to be of one moment.</summary>
    public ReadingState State
    {
        get
        {
            lock (gate) return new ReadingState([.. steps], outcome, statements, failure);
        }
    }

    public void Enter(string step)
    {
        lock (gate) steps.Add(step);
    }

    public void Finish(Reading reading, AppendOutcome appended)
    {
        lock (gate)
        {
            statements = reading.Attributions.Count;
            failure = reading.Failures.Count > 0 ? reading.Failures[0] : null;
            outcome = appended;
        }
    }

    public void Fail(Failure why)
    {
        lock (gate) failure = why;
    }
}
