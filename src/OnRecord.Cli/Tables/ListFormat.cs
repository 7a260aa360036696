namespace OnRecord.Cli.Tables;

/// <summary>The forms a list from the ledger is printed in.</summary>
internal enum ListFormat
{
    Table,
    Jsonl,
    Csv,
}
