using OnRecord.Formats;
using OnRecord.Ledger;
using OnRecord.Server.Search;

namespace OnRecord.Server.Web.Pages;

/// <summary>One outlet: what it published last, and whom it quotes.</summary>
internal static class OutletPage
{
    private const int PageSize = 40;
    private const int MostCounted = 10_000;
    private const int MostSpeakers = 20;

    public static async Task<Page> Get(PageRequest request)
    {
        var name = request.LastSegment();
        var before = request.Number("before");
        var catalogue = await request.Catalogue();
        var (rows, facets) = await request.Ask(ledger => (ledger.Documents(name, before, PageSize + 1), StatementSearch.Find(ledger, catalogue, new StatementQuery { Publisher = name }, null, 0, MostCounted).Facets));
        if (rows.Count == 0 && before is null) return NotFoundPage.Of(request.Context.Request.Path);
        var shown = rows.Count > PageSize ? [.. rows.Take(PageSize)] : rows;
        return new Page
        {
            Title = name,
            Body = Html.Of($"""
                <h1>{name}</h1>
                <div class="columns search">
                <section><h2>Read last</h2>{DocumentView.List(shown)}{Pager.Of(StatementView.OutletLink(name), before is null, rows.Count > PageSize ? shown[^1].Entry : null)}</section>
                <aside>
                <h2>Whom it quotes</h2>{BarList.Of(facets.Actors.Take(MostSpeakers).Select(s => new Bar(s.Value.Name, s.Count, Href.To("search").With("outlet", name).With("actor", s.Value.Key))))}
                <h2>How</h2>{BarList.Of(facets.Kinds.Select(k => new Bar(Wording.Of(k.Value), k.Count, Href.To("search").With("outlet", name).With("kind", Wording.Of(k.Value)))))}
                {Html.If(facets.HasMore, () => Html.Of($"""<p class="where">Counted among the {facets.Counted} statements recorded last.</p>"""))}
                </aside>
                </div>
                """),
        };
    }
}
