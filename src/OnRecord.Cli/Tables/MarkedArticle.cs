using System.Globalization;
using System.Text;
using OnRecord.Cli.Output;
using OnRecord.Formats;
using Spectre.Console;

namespace OnRecord.Cli.Tables;

/// <summary>An article with what is said marked by who says it: in colours, or in brackets with the speaker's letter.</summary>
internal sealed class MarkedArticle
{
    // The layout of a very long line costs more than its length; news has no paragraph of this size.
    private const int LongestPiece = 4000;

    private static readonly Color[] Colours = [Color.Green, Color.Aqua, Color.Yellow, Color.Fuchsia, Color.Blue, Color.Red, Color.Lime, Color.Teal, Color.Olive, Color.Purple];
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Open = new(decoration: Decoration.Underline);

    private readonly IAnsiConsole console;
    private readonly Reading reading;
    private readonly bool hasColour;
    private readonly Dictionary<string, int> speakers = new(StringComparer.Ordinal);

    private MarkedArticle(IAnsiConsole console, Reading reading, bool hasColour)
    {
        this.console = console;
        this.reading = reading;
        this.hasColour = hasColour;
        foreach (var attribution in reading.Attributions)
        {
            if (attribution.Speaker is { } speaker) speakers.TryAdd(speaker, speakers.Count);
        }
    }

    public static void Print(IAnsiConsole console, Reading reading, bool hasColour)
    {
        var article = reading.Article;
        DocumentHeading.Print(console, article?.Title, [reading.Raw.Path, article?.Publisher, article?.Published is { } day ? Wording.Of(day) : null, article?.Byline]);
        if (article is null) return;
        var marked = new MarkedArticle(console, reading, hasColour);
        marked.PrintLegend();
        marked.PrintText(article);
    }

    private void PrintLegend()
    {
        console.WriteLine();
        var names = reading.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        foreach (var (speaker, number) in speakers.OrderBy(pair => pair.Value))
        {
            var count = reading.Attributions.Count(attribution => attribution.Speaker == speaker);
            var role = reading.Attributions.FirstOrDefault(attribution => attribution.Speaker == speaker && attribution.Role is not null)?.Role;
            PrintEntry(Letter(number), StyleOf(number), Printable.OneLine(role is null ? names[speaker] : $"{names[speaker]}, {role}"), count);
        }
        foreach (var group in reading.Attributions.Where(attribution => attribution.Speaker is null).GroupBy(attribution => attribution.Unresolved ?? "", StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            PrintEntry("?", Open, $"({group.Key})", group.Count());
        }
        if (reading.Article!.Furniture.Count > 0) console.Write(new Text(hasColour ? "furniture of the page\n" : "{…} furniture of the page\n", Dim));
        console.WriteLine();
    }

    private void PrintEntry(string letter, Style style, string name, int count)
    {
        if (!hasColour) console.Write(new Text($"[{letter}] "));
        console.Write(new Text(name, style));
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"  {count}\n"), Dim));
    }

    private void PrintText(Article article)
    {
        var line = new Paragraph();
        var plain = new StringBuilder();
        var length = 0;
        foreach (var piece in MarkedPiece.Of(article, reading.Attributions))
        {
            foreach (var part in piece.Lines(article.Text))
            {
                var words = Printable.Of(part.Slice(article.Text));
                if (words.Length > 0 && hasColour) line.Append(words, StyleOf(piece));
                else if (words.Length > 0) plain.Append(Before(piece)).Append(words).Append(After(piece));
                length += words.Length;
                if (part.End < piece.Span.End || (hasColour && length > LongestPiece)) EndLine();
            }
        }
        if (length > 0) EndLine();

        void EndLine()
        {
            if (hasColour) console.Write(line);
            else console.Profile.Out.Writer.Write(plain.ToString());
            console.Profile.Out.Writer.Write('\n');
            line = new Paragraph();
            plain.Clear();
            length = 0;
        }
    }

    private Style StyleOf(MarkedPiece piece) =>
        piece.IsFurniture ? Dim : piece.Said is not { } said ? Style.Plain : said.Speaker is { } speaker ? StyleOf(speakers[speaker]) : Open;

    private static Style StyleOf(int number) => new(Colours[number % Colours.Length], decoration: number < Colours.Length ? Decoration.None : Decoration.Italic);

    private string Before(MarkedPiece piece) =>
        piece.IsFurniture ? "{" : piece.Said is not { } said ? "" : said.Speaker is { } speaker ? $"[{Letter(speakers[speaker])}: " : "[?: ";

    private static string After(MarkedPiece piece) => piece.IsFurniture ? "}" : piece.Said is null ? "" : "]";

    /// <summary>A to Z, then AA, AB and so on.</summary>
    private static string Letter(int number) => number < 26 ? ((char)('A' + number)).ToString() : Letter((number / 26) - 1) + Letter(number % 26);
}
