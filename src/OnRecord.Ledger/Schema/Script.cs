namespace OnRecord.Ledger.Schema;

/// <summary>One step of the schema.</summary>
/// <param name="Version">Its number, from 1 without gaps.</param>
/// <param name="Name">Its file name without the number and the extension, such as <c>the_record</c>.</param>
/// <param name="Sql">What it runs.</param>
internal sealed record Script(int Version, string Name, string Sql);
