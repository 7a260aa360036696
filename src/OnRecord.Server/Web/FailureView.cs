using OnRecord.Ledger;

namespace OnRecord.Server.Web;

/// <summary>Failures as they stand in lists.</summary>
internal static class FailureView
{
    public static Html List(IReadOnlyList<FailureRow> rows) => Html.Of($"""
        <ul class="failures">{Html.Each(rows, row => Html.Of($"""
        <li><code>{row.Failure.Code}</code> {Place(row)}<br><span class="where">{row.Failure.Message} · {row.Seen}</span></li>
        """))}</ul>
        """);

    private static Html Place(FailureRow row) => row.Document is { } document
        ? Html.Of($"""<a href="{StatementView.LinkOf(document)}">{row.Failure.Path}</a>""")
        : Html.Of($"{row.Failure.Path}");
}
