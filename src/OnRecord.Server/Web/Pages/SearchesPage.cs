using OnRecord.Language;
using OnRecord.Ledger.Users;
using OnRecord.Server.Access;

namespace OnRecord.Server.Web.Pages;

/// <summary>The searches that one keeps, each with what it is followed and taken along by.</summary>
internal static class SearchesPage
{
    public static Page Of(IReadOnlyList<SavedSearch> searches, OnRecordException? error) => new()
    {
        Title = "Saved searches",
        Status = error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        Body = Html.Of($"""
            <h1>Saved searches</h1>
            {Html.If(error is not null, () => Html.Of($"""<p class="error" role="alert">{error!.Message}</p>"""))}
            {(searches.Count == 0 ? Html.Of($"""<p class="quiet">None yet. Below the numbers beside a <a href="/search">search</a> it is saved.</p>""") : Html.Of($"""
            <div class="scroll"><table><thead><tr><th scope="col">Search</th><th scope="col">Filters</th><th scope="col">Saved</th><th scope="col">Follow</th><th scope="col"><span class="unseen">Remove</span></th></tr></thead>
            <tbody>{Html.Each(searches, One)}</tbody></table></div>
            """))}
            """),
    };

    private static Html One(SavedSearch search)
    {
        var filter = SearchShelf.FilterOf(search.Query);
        return Html.Of($"""
            <tr><th scope="row"><a href="{Href.To("searches", search.Id)}">{search.Name}</a></th><td>{Uri.UnescapeDataString(search.Query).Replace("&", ", ", StringComparison.Ordinal)}</td><td>{search.Saved}</td>
            <td><a href="{filter.On(Href.To("search.atom"))}">Atom</a> · <a href="{filter.On(Href.To("search.json"))}">JSON Feed</a> · <a href="{filter.On(Href.To("search.csv"))}" download>CSV</a> · <a href="{Href.To("searches", search.Id, "webhooks")}">Webhooks</a></td>
            <td><form method="post" action="{Href.To("searches", search.Id, "remove")}"><button class="plain">Remove</button></form></td></tr>
            """);
    }
}
