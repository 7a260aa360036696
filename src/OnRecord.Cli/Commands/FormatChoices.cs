using System.CommandLine;
using OnRecord.Formats;

namespace OnRecord.Cli.Commands;

/// <summary>The words for the formats and the units of positions.</summary>
internal static class FormatChoices
{
    public static (string Word, RecordFormat Value)[] All { get; } =
    [
        ("jsonl", RecordFormat.Jsonl),
        ("json", RecordFormat.Json),
        ("csv", RecordFormat.Csv),
        ("citron", RecordFormat.Citron),
        ("brat", RecordFormat.Brat),
        ("w3c", RecordFormat.WebAnnotation),
        ("quotations", RecordFormat.QuotationGraph),
        ("ftm", RecordFormat.FollowTheMoney),
    ];

    public static Option<OffsetUnit> Offsets() => Arguments.Choice("--offsets", "What the positions in the output count. Default: codepoint.",
        ("codepoint", OffsetUnit.CodePoint), ("utf16", OffsetUnit.Utf16));
}
