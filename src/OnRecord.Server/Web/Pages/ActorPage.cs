using OnRecord.Ledger;

namespace OnRecord.Server.Web.Pages;

/// <summary>Everything one speaker said.</summary>
internal static class ActorPage
{
    private const int PageSize = 25;
    private const int MostCounted = 400;

    public static async Task<Page> Get(PageRequest request)
    {
        var name = request.LastSegment();
        var before = request.Number("before");
        var query = new StatementQuery { SpokenBy = name };
        var tally = await request.Tally();
        var (rows, facets) = await request.Ask(ledger => (ledger.Statements(query, before, PageSize + 1), ledger.Facets(query, MostCounted)));
        if (rows.Count == 0 && before is null) return NotFoundPage.Of(request.Context.Request.Path);
        var shown = rows.Count > PageSize ? [.. rows.Take(PageSize)] : rows;
        var speaker = tally.Speaker(name);
        return new Page
        {
            Title = name,
            Body = Html.Of($"""
                <h1>{name}</h1>
                {Html.If(speaker is not null, () => Figures(speaker!))}
                <form class="filters" action="/search"><input type="hidden" name="actor" value="{name}"><p class="wide"><label for="q">Search in what {name} said</label><input id="q" type="search" name="q" maxlength="500"></p><p><button>Search</button></p></form>
                <div class="columns search">
                <section aria-label="Statements"><h2 class="unseen">Statements</h2>{StatementView.List(shown, namesSpeaker: false)}
                {Pager.Of(StatementView.ActorLink(name), before is null, rows.Count > PageSize ? shown[^1].Number : null)}</section>
                <aside>
                {YearChart.Of(facets)}
                <h2>Quoted by</h2>{BarList.Of(facets.Publishers.Take(10).Select(p => new Bar(p.Value, p.Count, Href.To("search").With("actor", name).With("outlet", p.Value))))}
                <h2>How</h2>{BarList.Of(facets.Kinds.Select(k => new Bar(k.Value, k.Count, Href.To("search").With("actor", name).With("kind", k.Value))))}
                {Html.If(facets.HasMore, () => Html.Of($"""<p class="where">Counted among the {facets.Counted} recorded last.</p>"""))}
                </aside>
                </div>
                """),
        };
    }

    private static Html Figures(SpeakerTally speaker) => Html.Of($"""
        <dl class="figures">
        <div><dt>statements</dt><dd>{speaker.Statements}</dd></div>
        <div><dt>in their own words</dt><dd>{speaker.Direct}</dd></div>
        <div><dt>articles</dt><dd>{speaker.Documents}</dd></div>
        <div><dt>first</dt><dd>{Dates.Of(speaker.First)}</dd></div>
        <div><dt>last</dt><dd>{Dates.Of(speaker.Last)}</dd></div>
        </dl>
        """);
}
