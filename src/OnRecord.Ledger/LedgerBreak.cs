namespace OnRecord.Ledger;

/// <summary>A place where the ledger does not hold.</summary>
/// <param name="Entry">The number of the entry; null where what is damaged belongs to no single entry.</param>
/// <param name="Kind">The entry's kind, such as <c>reading</c>; null where it is not known.</param>
/// <param name="Document">The SHA-256 of the document the entry speaks of; null where it is not known or speaks of none.</param>
/// <param name="Code">OR5004, OR5005 or OR5006.</param>
/// <param name="Message">What differs and what to do; never text of an article.</param>
public sealed record LedgerBreak(long? Entry, string? Kind, string? Document, string Code, string Message);
