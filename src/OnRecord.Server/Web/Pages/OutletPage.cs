using OnRecord.Ledger;

namespace OnRecord.Server.Web.Pages;

/// <summary>One outlet: what it published last, and whom it quotes.</summary>
internal static class OutletPage
{
    private const int PageSize = 40;
    private const int MostCounted = 400;
    private const int MostSpeakers = 20;

    public static async Task<Page> Get(PageRequest request)
    {
        var name = request.LastSegment();
        var before = request.Number("before");
        var (rows, facets) = await request.Ask(ledger => (ledger.Documents(name, before, PageSize + 1), ledger.Facets(new StatementQuery { Publisher = name }, MostCounted)));
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
                <h2>Whom it quotes</h2>{BarList.Of(facets.Speakers.Take(MostSpeakers).Select(s => new Bar(s.Value, s.Count, Href.To("search").With("outlet", name).With("actor", s.Value))))}
                <h2>How</h2>{BarList.Of(facets.Kinds.Select(k => new Bar(k.Value, k.Count, Href.To("search").With("outlet", name).With("kind", k.Value))))}
                {Html.If(facets.HasMore, () => Html.Of($"""<p class="where">Counted among the {facets.Counted} statements recorded last.</p>"""))}
                </aside>
                </div>
                """),
        };
    }
}
