using OnRecord.Ledger;

namespace OnRecord.Server.Adding;

/// <summary>How far the reading of a document is at one moment.</summary>
/// <param name="Steps">What was begun so far, in order; the last goes on unless it is done.</param>
/// <param name="Outcome">What came of it; null before.</param>
/// <param name="Statements">How many statements were found.</param>
/// <param name="Failure">Why it could not be read, or a part of it not; null where there is nothing.</param>
internal sealed record ReadingState(IReadOnlyList<string> Steps, AppendOutcome? Outcome, int Statements, Failure? Failure)
{
    public bool IsDone => Outcome is not null || Failure is not null;
}
