using System.CommandLine;
using OnRecord.Cli.Tables;

namespace OnRecord.Cli.Commands;

/// <summary>The option for the form of a list.</summary>
internal static class ListFormats
{
    public static Option<ListFormat> Option() => Arguments.Choice("--format", "How to print the list. Default: table.",
        ("table", ListFormat.Table), ("jsonl", ListFormat.Jsonl), ("csv", ListFormat.Csv));
}
