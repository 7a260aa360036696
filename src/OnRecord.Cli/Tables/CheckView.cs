using System.Globalization;
using OnRecord.Cli.Output;
using OnRecord.Formats;
using Spectre.Console;

namespace OnRecord.Cli.Tables;

/// <summary>One check for a person: the words, the verdicts, the arithmetic, and every member's way year by year.</summary>
internal static class CheckView
{
    private const int NameWidth = 18;
    private const int JoinedWidth = 6;
    private const int ShortestCell = 6;

    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static void Print(CommandContext context, CheckedItem item, DateOnly asOf)
    {
        using var screen = new Screen(context);
        var console = screen.Console;
        Line(console, $"\"{item.Citation.Words}\"", Bold);
        Line(console, string.Join(", ", ((string?[])[item.Id, Path.GetFileName(item.Citation.Path), item.Citation.Published is { } day ? Wording.Of(day) : null, $"checked as of {Wording.Of(asOf)}"]).OfType<string>()), Dim);
        foreach (var finding in item.Findings)
        {
            console.WriteLine();
            Print(console, context.Width, finding);
        }
        console.WriteLine();
        if (item.Decisions.Count == 0) Line(console, "Nobody has decided about it.", Dim);
        foreach (var decision in item.Decisions)
        {
            Line(console, $"{Wording.Of(decision.Verdict)}, by {decision.Reviewer} on {Wording.Of(DateOnly.FromDateTime(decision.Decided.UtcDateTime))} (the machine: {Wording.Of(decision.Machine)}){(decision.Note is { } note ? ": " + note : "")}", Bold);
        }
    }

    /// <summary>One finding by itself: the verdict, the members with their years or the arithmetic, and the sources.</summary>
    public static void Print(IAnsiConsole console, int width, Finding finding)
    {
        Line(console, Wording.Of(finding.Verdict) + (finding.Reason is { } reason ? $" ({reason})" : "") + (finding.Series is { } series ? $", by {series}, {finding.Unit}" : ""), StyleOf(finding.Verdict));
        Line(console, finding.Summary, Style.Plain);
        if (finding.Members.Count > 0) PrintMembers(console, width, finding);
        else foreach (var line in finding.Arithmetic) Line(console, "  " + line, Style.Plain);
        foreach (var source in finding.Sources) Line(console, "Source: " + source, Dim);
    }

    // As many of the newest years as the width has room for.
    private static void PrintMembers(IAnsiConsole console, int width, Finding finding)
    {
        var cell = Math.Max(ShortestCell, finding.Members.SelectMany(m => m.Years).Select(y => Figure(y).Length + 2).DefaultIfEmpty().Max());
        var labels = NameWidth + (finding.Members.Any(m => m.Joined is not null) ? JoinedWidth : 0);
        var room = Math.Max(1, (width - labels - 1) / cell);
        var years = finding.Members[0].Years.Select(y => y.Year).TakeLast(room).ToList();
        var head = new Paragraph().Append(labels > NameWidth ? "".PadRight(NameWidth) + "since".PadRight(JoinedWidth) : "".PadRight(NameWidth), Dim);
        foreach (var year in years) head.Append(year.ToString(CultureInfo.InvariantCulture).PadLeft(cell - 1) + (year == finding.DueYear ? "!" : " "), Dim);
        console.Write(head.Append("\n"));
        foreach (var member in finding.Members)
        {
            var name = Printable.OneLine(member.Name);
            var line = new Paragraph().Append((name.Length < NameWidth ? name : name[..(NameWidth - 2)] + "…").PadRight(NameWidth), member.IsBound ? StyleOf(member.Verdict) : Dim);
            if (labels > NameWidth) line.Append((member.Joined?.Year.ToString(CultureInfo.InvariantCulture) ?? "").PadRight(JoinedWidth), Dim);
            foreach (var year in member.Years.TakeLast(room)) line.Append(Figure(year).PadLeft(cell - 1) + Mark(year), year.Verdict is { } verdict ? StyleOf(verdict) : Dim);
            console.Write(line.Append("\n"));
        }
        if (finding.Members.Count > 1) PrintTally(console, finding, labels, cell, room);
        Line(console, "+ met, - missed, > on course, . not yet, no mark: no member then; ! the year that decides", Dim);
    }

    // How many of the members of each year, of whom there is a figure, had reached it.
    private static void PrintTally(IAnsiConsole console, Finding finding, int labels, int cell, int room)
    {
        var line = new Paragraph().Append("met, of members".PadRight(labels), Bold);
        foreach (var year in finding.Members.SelectMany(m => m.Years).Where(y => y.Verdict is not null).ToLookup(y => y.Year).OrderBy(years => years.Key).TakeLast(room))
        {
            line.Append(string.Create(CultureInfo.InvariantCulture, $"{year.Count(y => y.Verdict == FindingVerdict.Met)}/{year.Count()}").PadLeft(cell - 1) + " ", Bold);
        }
        console.Write(line.Append("\n"));
    }

    // With the decimals that its source gives; money in billions or millions.
    private static string Figure(YearFinding year) => year.Value switch
    {
        null => "",
        { } value when Math.Abs(value) >= 1e9m => (value / 1e9m).ToString("0.0'bn'", CultureInfo.InvariantCulture),
        { } value when Math.Abs(value) >= 1e6m => (value / 1e6m).ToString("0.0'm'", CultureInfo.InvariantCulture),
        { } value => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Mark(YearFinding year) => year.Verdict switch
    {
        FindingVerdict.Met => "+",
        FindingVerdict.Missed => "-",
        FindingVerdict.OnCourse => ">",
        FindingVerdict.NotYetDue => ".",
        _ => " ",
    };

    private static Style StyleOf(FindingVerdict verdict) => verdict switch
    {
        FindingVerdict.Met or FindingVerdict.Agrees => new Style(Color.Green),
        FindingVerdict.Missed or FindingVerdict.Disagrees => new Style(Color.Red),
        FindingVerdict.OnCourse or FindingVerdict.Partly => new Style(Color.Yellow),
        _ => Style.Plain,
    };

    private static void Line(IAnsiConsole console, string text, Style style) => console.Write(new Text(Printable.OneLine(text) + "\n", style));
}
