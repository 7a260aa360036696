namespace OnRecord.Ledger;

/// <summary>A statement of a standing reading that somebody decided about. Immutable.</summary>
/// <param name="Number">The statement's number in the ledger.</param>
/// <param name="Verdict">The verdict that stands.</param>
/// <param name="Speaker">The speaker's name that stands in place of the one that was read; null where that was not corrected.</param>
/// <param name="Content">The words that stand in place of those that were read; null where they were not corrected.</param>
public sealed record DecidedStatement(long Number, Verdict Verdict, string? Speaker, string? Content);
