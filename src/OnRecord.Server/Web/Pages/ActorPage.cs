using OnRecord.Formats;
using OnRecord.Ledger;
using OnRecord.Server.Search;

namespace OnRecord.Server.Web.Pages;

/// <summary>Everything one speaker said.</summary>
internal static class ActorPage
{
    private const int PageSize = 25;
    private const int MostCounted = 10_000;

    public static async Task<Page> Get(PageRequest request)
    {
        var key = request.LastSegment();
        var before = request.Number("before");
        var query = new StatementQuery { SpokenBy = key };
        var catalogue = await request.Catalogue();
        var found = await request.Ask(ledger => StatementSearch.Find(ledger, catalogue, query, before, PageSize, MostCounted));
        if (found.Rows.Count == 0 && found.Next is null && before is null) return NotFoundPage.Of(request.Context.Request.Path);
        // Somebody who was put in place of another by hand may be no actor that was ever read.
        var actor = catalogue.Actor(key);
        var name = actor?.Name ?? key;
        var facets = found.Facets;
        return new Page
        {
            Title = name,
            Body = Html.Of($"""
                <h1>{name}</h1>
                {Html.If(actor is not null, () => Figures(actor!))}
                <form class="filters" action="/search"><input type="hidden" name="actor" value="{key}"><p class="wide"><label for="q">Search in what {name} said</label><input id="q" type="search" name="q" maxlength="500"></p><p><button>Search</button></p></form>
                <div class="columns search">
                <section aria-label="Statements"><h2 class="unseen">Statements</h2>{StatementView.List(found.Rows, namesSpeaker: false)}
                {Pager.Of(StatementView.ActorLink(key), before is null, found.Next)}</section>
                <aside>
                {YearChart.Of(facets)}
                <h2>Quoted by</h2>{BarList.Of(facets.Outlets.Take(10).Select(p => new Bar(p.Value.Name, p.Count, Href.To("search").With("actor", key).With("outlet", p.Value.Name))))}
                <h2>How</h2>{BarList.Of(facets.Kinds.Select(k => new Bar(Wording.Of(k.Value), k.Count, Href.To("search").With("actor", key).With("kind", Wording.Of(k.Value)))))}
                {Html.If(facets.HasMore, () => Html.Of($"""<p class="where">Counted among the {facets.Counted} recorded last.</p>"""))}
                </aside>
                </div>
                """),
        };
    }

    private static Html Figures(Actor actor) => Html.Of($"""
        <dl class="figures">
        <div><dt>statements</dt><dd>{actor.Statements}</dd></div>
        <div><dt>in their own words</dt><dd>{actor.Direct}</dd></div>
        <div><dt>articles</dt><dd>{actor.Documents}</dd></div>
        <div><dt>first</dt><dd>{Dates.Of(actor.First)}</dd></div>
        <div><dt>last</dt><dd>{Dates.Of(actor.Last)}</dd></div>
        </dl>
        """);
}
