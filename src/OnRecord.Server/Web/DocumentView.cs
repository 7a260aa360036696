using OnRecord.Ledger;

namespace OnRecord.Server.Web;

/// <summary>Documents as they stand in lists.</summary>
internal static class DocumentView
{
    public static Html List(IReadOnlyList<DocumentRow> rows) => Html.Of($"""
        <ul class="documents">{Html.Each(rows, row => Html.Of($"""
        <li><a href="{StatementView.LinkOf(row.Sha256)}">{StatementView.TitleOf(row.Title, row.Path)}</a><br><span class="where">{row.Statements} {(row.Statements == 1 ? "statement" : "statements")}{StatementView.Outlet(row.Publisher)}{StatementView.Day(row.Published)}{Html.If(row.Failures > 0, () => Html.Of($""" · <span class="error">not read to the end</span>"""))}</span></li>
        """))}</ul>
        """);
}
