using OnRecord.Cli.Output;
using Spectre.Console;

namespace OnRecord.Cli.Tables;

/// <summary>The title of a document, and under it where it comes from.</summary>
internal static class DocumentHeading
{
    public static void Print(IAnsiConsole console, string? title, IEnumerable<string?> details)
    {
        var known = details.Where(detail => !string.IsNullOrEmpty(detail)).Select(detail => Printable.OneLine(detail!)).ToList();
        if (title is not null) console.Write(new Text(Printable.OneLine(title) + "\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(string.Join(" · ", known) + "\n", new Style(decoration: Decoration.Dim)));
    }
}
