using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Cli.Output;
using OnRecord.Formats;
using OnRecord.Ledger;
using Spectre.Console;

namespace OnRecord.Cli.Tables;

/// <summary>A list from the ledger, printed as a table for a person or as lines for a program.</summary>
/// <param name="context">Where to print.</param>
/// <param name="nothing">What to tell a person where the list is empty.</param>
/// <param name="columns">The columns, in order.</param>
internal sealed class Listing<T>(CommandContext context, string nothing, params IReadOnlyList<Column<T>> columns)
{
    // Of a table's width, each column takes two spaces and one border.
    private const int ColumnEdge = 3;

    private readonly List<Column<T>> named = [.. columns.Where(column => column.Name is not null)];

    public void Print(IReadOnlyList<T> rows, ListFormat format)
    {
        if (format == ListFormat.Jsonl) PrintJson(rows);
        else if (format == ListFormat.Csv) PrintCsv(rows);
        else if (rows.Count > 0) PrintTable(rows);
        else context.Error.WriteLine(nothing);
    }

    private void PrintJson(IReadOnlyList<T> rows)
    {
        using var json = new Utf8JsonWriter(context.Output, ArticleJson.Options);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var column in named) Write(json, column.Name!, column.Value(row));
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            context.Output.Write("\n"u8);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case double number:
                json.WriteNumber(name, Math.Round(number, 4));
                break;
            case decimal number:
                json.WriteNumber(name, number);
                break;
            case bool isSo:
                json.WriteBoolean(name, isSo);
                break;
            case IReadOnlyList<RecordedWords> pieces:
                json.WriteStartArray(name);
                foreach (var piece in pieces) json.WriteStringValue(piece.Words);
                json.WriteEndArray();
                break;
            default:
                json.WriteString(name, Words(value));
                break;
        }
    }

    private void PrintCsv(IReadOnlyList<T> rows)
    {
        Put(CsvLine.Of([.. named.Select(column => column.Name)]));
        foreach (var row in rows) Put(CsvLine.Of([.. named.Select(column => Words(column.Value(row)))]));
    }

    private void Put(string line) => context.Output.Write(Encoding.UTF8.GetBytes(line));

    private void PrintTable(IReadOnlyList<T> rows)
    {
        using var screen = new Screen(context);
        var shown = columns.Where(column => column.Heading is not null).ToList();
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = new Style(decoration: Decoration.Dim), Width = context.Width };
        var narrow = shown.Where(column => column.Share == 0).ToDictionary(column => column, column => rows.Select(row => Words(column.Value(row)).Length).Append(column.Heading!.Length).Max());
        var room = context.Width - 1 - (ColumnEdge * shown.Count) - narrow.Values.Sum();
        var shares = shown.Sum(column => column.Share);
        foreach (var column in shown)
        {
            var isNumber = rows.Count > 0 && column.Value(rows[0]) is int or long or decimal;
            var width = narrow.TryGetValue(column, out var needed) ? needed : Math.Max(8, room * column.Share / shares);
            table.AddColumn(new TableColumn(new Text(column.Heading!)) { Width = width, NoWrap = column.Share == 0, Alignment = isNumber ? Justify.Right : Justify.Left });
        }
        foreach (var row in rows) table.AddRow(shown.Select(column => Cell(column.Value(row))));
        screen.Console.Write(table);
    }

    private static Paragraph Cell(object? value)
    {
        if (value is not Snippet snippet) return new Paragraph(Printable.OneLine(Words(value)));
        var cell = new Paragraph();
        var position = 0;
        foreach (var hit in snippet.Hits)
        {
            cell.Append(Printable.Of(snippet.Text[position..hit.Start]).Replace('\n', ' '));
            cell.Append(Printable.Of(snippet.Text[hit.Start..hit.End]).Replace('\n', ' '), new Style(Color.Yellow, decoration: Decoration.Bold));
            position = hit.End;
        }
        return cell.Append(Printable.Of(snippet.Text[position..]).Replace('\n', ' '));
    }

    private static string Words(object? value) => value switch
    {
        null => "",
        string text => text,
        DateOnly day => Wording.Of(day),
        double number => number.ToString("0.0000", CultureInfo.InvariantCulture),
        bool isSo => isSo ? "true" : "false",
        IReadOnlyList<RecordedWords> pieces => string.Join(Wording.Gap, pieces.Select(piece => piece.Words)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
