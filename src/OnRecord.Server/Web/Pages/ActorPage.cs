using OnRecord.Formats;
using OnRecord.Knowledge;
using OnRecord.Ledger;
using OnRecord.Server.Search;

namespace OnRecord.Server.Web.Pages;

/// <summary>Everything one speaker said.</summary>
internal static class ActorPage
{
    private const int PageSize = 25;
    private const int MostCounted = 10_000;
    private const int MostOfEach = 5;

    public static async Task<Page> Get(PageRequest request)
    {
        var key = request.LastSegment();
        var before = request.Number("before");
        var query = new StatementQuery { SpokenBy = key };
        var catalogue = await request.Catalogue();
        var found = await request.Ask(ledger => StatementSearch.Find(ledger, catalogue, query, before, PageSize, MostCounted));
        var actor = catalogue.Actor(key);
        // Who pledges or is charged may never speak, and who was put in place of another by hand may never have been read.
        var threads = actor is null ? await request.Threads() : await request.ThreadsAtHand(catalogue);
        var party = PartyOf(threads, actor?.Key ?? key);
        if (found.Rows.Count == 0 && found.Next is null && before is null && party is null) return NotFoundPage.Of(request.Context.Request.Path);
        var name = actor?.Name ?? party?.Name ?? key;
        var facets = found.Facets;
        var offices = (await request.Knowledge()).OfficesHeld(actor?.Key ?? key);
        return new Page
        {
            Title = name,
            Body = Html.Of($"""
                <h1>{name}</h1>
                {Html.If(actor is not null, () => Figures(actor!))}
                {Html.If(offices.Count > 0, () => Offices(offices))}
                <form class="filters" action="/search"><input type="hidden" name="actor" value="{key}"><p class="wide"><label for="q">Search in what {name} said</label><input id="q" type="search" name="q" maxlength="500"></p><p><button>Search</button></p></form>
                <p class="more"><a href="{Href.To("compare").With("a", key)}">Compare with somebody</a></p>
                {Threads(threads, actor?.Key ?? key, request.Today)}
                <div class="columns search">
                <section aria-label="Statements"><h2 class="unseen">Statements</h2>{StatementView.List(found.Rows, namesSpeaker: false)}
                {Pager.Of(StatementView.ActorLink(key), before is null, found.Next)}</section>
                <aside>
                {YearChart.Of(facets)}
                {Html.If(facets.Outlets.Any(), () => Html.Of($"""<h2>Quoted by</h2>{BarList.Of(facets.Outlets.Take(10).Select(p => new Bar(p.Value.Name, p.Count, Href.To("search").With("actor", key).With("outlet", p.Value.Name))))}"""))}
                <h2>How</h2>{BarList.Of(facets.Kinds.Select(k => new Bar(Wording.Of(k.Value), k.Count, Href.To("search").With("actor", key).With("kind", Wording.Of(k.Value)))))}
                {Html.If(facets.HasMore, () => Html.Of($"""<p class="where">Counted among the {facets.Counted} recorded last.</p>"""))}
                </aside>
                </div>
                """),
        };
    }

    private static Party? PartyOf(RecordedThreads? threads, string key) => threads is null ? null
        : threads.All.Pledges.SelectMany(p => p.Pledgers).Concat(threads.All.Disputes.SelectMany(d => d.Parties)).Concat(threads.All.Disputes.Select(d => d.Subject).OfType<Party>()).FirstOrDefault(p => p.Key == key);

    // By the key, and not by a part of a name: what others promised is not theirs.
    private static Html Threads(RecordedThreads? threads, string key, DateOnly today)
    {
        if (threads is null) return default;
        var pledges = threads.All.Pledges.Where(p => p.Pledgers.Any(party => party.Key == key)).Take(MostOfEach).ToList();
        var disputes = threads.Disputes(new DisputeQuery()).Where(d => d.Parties.Any(party => party.Key == key)).Take(MostOfEach).ToList();
        var against = threads.Contradictions().Where(c => c.Speaker.Key == key).Take(MostOfEach).ToList();
        return Html.Of($"""
            {Html.If(pledges.Count > 0, () => Html.Of($"""<section><h2>Pledges</h2>{PledgeView.List(pledges, today)}</section>"""))}
            {Html.If(disputes.Count > 0, () => Html.Of($"""<section><h2>Disputes</h2>{DisputeView.List(disputes)}</section>"""))}
            {Html.If(against.Count > 0, () => Html.Of($"""<section><h2>Words against earlier words</h2><p class="where">Found by a machine, to be looked at; no verdict.</p><ul class="history">{Html.Each(against, c => Html.Of($"""<li>{Dates.Of(c.Earlier.Day)}: {CitationView.Words(c.Earlier)}<br>{Dates.Of(c.Later.Day)}: {CitationView.Words(c.Later)}<br><span class="reason">{c.Ground}</span></li>"""))}</ul></section>"""))}
            """);
    }

    private static Html Offices(IReadOnlyList<OfficeHeld> offices) => Html.Of($"""
        <section><h2>Offices</h2><ul class="history">{Html.Each(offices, o => Html.Of($"<li>{o.Title}, {o.From} to {o.Until ?? (o.AsOf is null ? "not known" : $"not known; last seen in it {o.AsOf}")}</li>"))}</ul></section>
        """);

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
