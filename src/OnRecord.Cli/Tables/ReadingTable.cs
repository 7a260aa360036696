using System.Globalization;
using OnRecord.Cli.Output;
using OnRecord.Formats;
using OnRecord.Language.Text;
using Spectre.Console;

namespace OnRecord.Cli.Tables;

/// <summary>One document as a table: who, how, by which word, and the words.</summary>
internal static class ReadingTable
{
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    public static void Print(IAnsiConsole console, Reading reading)
    {
        var article = reading.Article!;
        DocumentHeading.Print(console, article.Title, [reading.Raw.Path, article.Publisher, article.Published is { } day ? Wording.Of(day) : null, Counted(reading.Attributions.Count)]);
        if (reading.Attributions.Count > 0) console.Write(Table(console.Profile.Width, reading, article.Text));
        console.WriteLine();
    }

    private static Table Table(int width, Reading reading, string text)
    {
        var names = reading.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = Dim, ShowRowSeparators = true, Width = width };
        // The words are what one reads for: names and cues get what they need up to a share, the words all the rest.
        var speaker = Math.Clamp(width / 5, 12, 28);
        var cue = Math.Clamp(width / 8, 8, 18);
        table.AddColumn(new TableColumn("Speaker") { Width = speaker });
        table.AddColumn(new TableColumn("Kind") { Width = 8 });
        table.AddColumn(new TableColumn("Cue") { Width = cue });
        table.AddColumn(new TableColumn("Words") { Width = width - speaker - cue - 8 - 13 });
        foreach (var attribution in reading.Attributions)
        {
            table.AddRow(
                Speaker(attribution, names, text),
                new Text(Wording.Of(attribution.Kind)),
                attribution.Cue.Count == 0 && attribution.Continues is not null ? new Text("(goes on)", Dim) : new Text(Words(text, attribution.Cue)),
                new Text(Words(text, attribution.Content)));
        }
        return table;
    }

    private static Paragraph Speaker(Attribution attribution, Dictionary<string, string> names, string text)
    {
        var cell = new Paragraph();
        if (attribution.Speaker is { } speaker)
        {
            cell.Append(Printable.OneLine(names[speaker]), new Style(decoration: Decoration.Bold));
            return attribution.Role is { } role ? cell.Append("\n" + Printable.OneLine(role), Dim) : cell;
        }
        if (attribution.Source.Count > 0) cell.Append(Words(text, attribution.Source) + "\n");
        return cell.Append($"({attribution.Unresolved})", Dim);
    }

    private static string Words(string text, IReadOnlyList<TextSpan> spans) => Printable.OneLine(string.Join(Wording.Gap, spans.Select(span => span.Slice(text))));

    private static string Counted(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} statement{(count == 1 ? "" : "s")}");
}
