using OnRecord.Formats;

namespace OnRecord.Cli.Commands;

/// <summary>How <c>read</c> prints.</summary>
/// <param name="Format">The format for a program; null for the table for a person.</param>
internal readonly record struct PrintForm(RecordFormat? Format);
