using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Server.Web;

/// <summary>Statements as they stand in lists.</summary>
internal static class StatementView
{
    private const int LongestWords = 420;

    public static Html List(IReadOnlyList<StatementRow> rows, bool namesSpeaker = true) =>
        Html.Of($"""<ol class="statements">{Html.Each(rows, row => One(row, namesSpeaker))}</ol>""");

    public static Href LinkOf(StatementRow row) => LinkOf(row.Document).At(row.Attribution);

    public static Href LinkOf(string document) => Href.To("documents", document[..12]);

    /// <summary>The page of an actor, by its key or by a name that documents use.</summary>
    public static Href ActorLink(string keyOrName) => Href.To("actors", keyOrName);

    public static Href OutletLink(string name) => Href.To("outlets", name);

    /// <summary>The words of a part, its pieces joined as everywhere.</summary>
    public static string Words(IReadOnlyList<RecordedWords> pieces) => string.Join(Wording.Gap, pieces.Select(piece => piece.Words));

    private static Html One(StatementRow row, bool namesSpeaker) => Html.Of($"""
        <li class="statement{(row.State == ReviewState.Rejected ? " rejected" : "")}">
        {Html.If(namesSpeaker, () => Html.Of($"""<p class="who">{Speaker(row)} <span class="kind">{Wording.Of(row.Kind)}</span>{StateView.Mark(row.Decision)}</p>"""))}
        <blockquote><a href="{LinkOf(row)}">{Said(row)}</a></blockquote>
        {StateView.Correction(row.Decision)}<p class="where">{Html.If(!namesSpeaker, () => Html.Of($"""<span class="kind">{Wording.Of(row.Kind)}</span>{StateView.Mark(row.Decision)} """))}{Where(row)}</p>
        </li>
        """);

    private static Html Speaker(StatementRow row) => row.Speaker is { } name
        ? Html.Of($"""<a class="name" href="{ActorLink(row.Knowledge ?? name)}">{name}</a>""")
        : Html.Of($"""<span class="open">{(row.Source.Count > 0 ? Words(row.Source) : "nobody named")}</span> <span class="reason">not resolved: {row.Unresolved}</span>""");

    private static Html Said(StatementRow row)
    {
        if (row.Snippet is { Hits.Count: > 0 } snippet && Covers(row, snippet)) return Marked(snippet);
        var words = Words(row.Content);
        return Html.Of($"{(words.Length <= LongestWords ? words : words[..Cut(words)] + " …")}");
    }

    // A hit in the name of the speaker alone cuts the name out, and the reader wants what was said.
    private static bool Covers(StatementRow row, Snippet snippet) =>
        Words(row.Content).Contains(snippet.Text.Trim('…', ' '), StringComparison.Ordinal);

    private static int Cut(string words) => words.LastIndexOf(' ', LongestWords) is > 0 and var space ? space : LongestWords;

    private static Html Marked(Snippet snippet)
    {
        var position = 0;
        var parts = new List<Html>();
        foreach (var hit in snippet.Hits)
        {
            parts.Add(Html.Of($"{snippet.Text[position..hit.Start]}<mark>{hit.Slice(snippet.Text)}</mark>"));
            position = hit.End;
        }
        return Html.Of($"{Html.Each(parts, part => part)}{snippet.Text[position..]}");
    }

    public static Html Where(StatementRow row) => Html.Of($"""
        <cite><a href="{LinkOf(row.Document)}">{TitleOf(row.Title, row.Path)}</a></cite>{Outlet(row.Publisher)}{Day(row.Published)}
        """);

    public static string TitleOf(string? title, string path) => string.IsNullOrWhiteSpace(title) ? Path.GetFileName(path) : title;

    public static Html Outlet(string? publisher) => publisher is null ? default : Html.Of($""" · <a href="{OutletLink(publisher)}">{publisher}</a>""");

    public static Html Day(DateOnly? day) => day is { } date ? Html.Of($" · {date}") : Html.Of($""" · <span class="reason">no date</span>""");
}
