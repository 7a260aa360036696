namespace OnRecord.Ledger.Sqlite;

/// <summary>Ends a verification at the first break. It never leaves <see cref="Verifier"/>.</summary>
internal sealed class BrokenLedgerException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
