using OnRecord.Cli.Output;
using Spectre.Console;

namespace OnRecord.Cli.Tables;

/// <summary>What is known of one thing, a line each, above the table of what was reported of it.</summary>
internal sealed class Fields
{
    private readonly Grid grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();

    /// <summary>Adds a line; nothing where nothing is known.</summary>
    public void Add(string heading, string? value)
    {
        if (!string.IsNullOrEmpty(value)) grid.AddRow(new Text(heading, new Style(decoration: Decoration.Bold)), new Text(Printable.OneLine(value)));
    }

    public void Print(Screen screen) => screen.Console.Write(grid);
}
