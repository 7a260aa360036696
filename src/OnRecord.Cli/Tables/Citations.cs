namespace OnRecord.Cli.Tables;

/// <summary>The columns that say where something of the record stands, for programs.</summary>
internal static class Citations
{
    public static IEnumerable<Column<T>> Columns<T>(Func<T, Citation> citation) =>
    [
        new("title", row => citation(row).Title),
        new("publisher", row => citation(row).Publisher),
        new("published", row => citation(row).Published),
        new("url", row => citation(row).Url?.OriginalString),
        new("path", row => citation(row).Path),
        new("document", row => citation(row).Document),
        new("item", row => citation(row).Item),
        new("attribution", row => citation(row).Attribution),
    ];
}
