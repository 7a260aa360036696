using OnRecord.Formats;
using OnRecord.Ledger;
using OnRecord.Server.Search;

namespace OnRecord.Server.Web.Pages;

/// <summary>Statements by their words and by everything they can be filtered by.</summary>
internal static class SearchPage
{
    private const int PageSize = 25;

    // The facets of more than these say nothing new.
    private const int MostCounted = 400;
    private const int MostOfAFacet = 8;

    public static async Task<Page> Get(PageRequest request)
    {
        var filter = Filter.Of(request.Parameters);
        var before = request.Number("before");
        var catalogue = await request.Catalogue();
        var found = await request.Ask(ledger => StatementSearch.Find(ledger, catalogue, filter.Query, before, PageSize, MostCounted));
        var facets = found.Facets;
        var here = filter.On(Href.To("search"));
        return new Page
        {
            Title = filter.Query.Text is { } text ? $"“{text}”" : "Search",
            Body = Html.Of($"""
                <h1>{(filter.IsEmpty ? "All statements" : "Search")}</h1>
                {Form(filter)}
                <div class="columns search">
                <section aria-label="Results">
                <p class="quiet" role="status">{Total(facets)}, what was recorded last first.</p>
                {Chosen(filter, catalogue)}
                {(found.Rows.Count == 0 && found.Next is null ? Html.Of($"""<p>Nothing matches. Fewer words, or a word with <code>*</code> at its end, find more.</p>""") : StatementView.List(found.Rows))}
                {Html.If(found.LookedThrough is not null, () => Html.Of($"""<p class="quiet">Among {found.LookedThrough ?? 0} statements with these words no more match; the next page looks further back.</p>"""))}
                {Pager.Of(here, before is null, found.Next)}
                </section>
                <aside aria-label="Narrow down">
                {Facet("Speaker", facets.Actors.Select(c => (c.Value.Name, c.Count, Narrowed(request, "actor", c.Value.Key))))}
                {Html.If(facets.Unresolved > 0 && filter.Query.IsResolved is null, () => Html.Of($"""<p class="where"><a href="{Narrowed(request, "resolved", "no")}">{facets.Unresolved} without a speaker</a></p>"""))}
                {Facet("Outlet", facets.Outlets.Select(c => (c.Value.Name, c.Count, Narrowed(request, "outlet", c.Value.Name))))}
                {Facet("Kind", facets.Kinds.Select(c => (Wording.Of(c.Value), c.Count, Narrowed(request, "kind", Wording.Of(c.Value)))))}
                {Facet("Year", facets.Years.Select(c => (Text: $"{c.Value:D4}", c.Count)).Select(c => (c.Text, c.Count, Narrowed(request, "since", $"{c.Text}-01-01").With("until", $"{c.Text}-12-31"))))}
                <h2>Whose word</h2><p class="where">{Html.Each(Enum.GetValues<ReviewState>(), s => Html.Of($"""<a href="{Narrowed(request, "state", StateView.WordOf(s))}">{StateView.WordOf(s)}</a> """))}</p>
                {Html.If(facets.HasMore, () => Html.Of($"""<p class="where">Counted among the {facets.Counted} recorded last.</p>"""))}
                {Html.If(!filter.IsEmpty, () => Html.Of($"""<h2>Keep</h2><form method="post" action="/searches"><p><label class="unseen" for="keep">Name of the search</label><input id="keep" name="name" placeholder="Name of the search" maxlength="100" required><input type="hidden" name="query" value="{QueryOf(here)}"> <button class="plain">Save</button></p></form>"""))}
                <p class="where"><a href="/searches">Saved searches</a></p>
                <h2>Take along</h2>
                <p class="where"><a href="{filter.On(Href.To("search.csv"))}" download>CSV</a> · <a href="{filter.On(Href.To("search.jsonl"))}" download>JSON Lines</a> · <a href="{filter.On(Href.To("search.annotations.jsonl"))}" download>Web Annotations</a> · <a href="{filter.On(Href.To("search.quotations.jsonl"))}" download>Quotations (GDELT’s layout)</a><br>Follow: <a href="{filter.On(Href.To("search.atom"))}">Atom</a> · <a href="{filter.On(Href.To("search.json"))}">JSON Feed</a></p>
                </aside>
                </div>
                """),
            Head = Html.Of($"""<link rel="alternate" type="application/atom+xml" title="This search" href="{filter.On(Href.To("search.atom"))}">"""),
        };
    }

    private static string QueryOf(Href here) => here.ToString() is var address && address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? address[(at + 1)..] : "";

    private static Html Total(Facets facets) => facets.HasMore
        ? Html.Of($"More than {facets.Counted} statements")
        : Html.Of($"{facets.Counted} {(facets.Counted == 1 ? "statement" : "statements")}");

    private static Html Form(Filter filter)
    {
        var query = filter.Query;
        return Html.Of($"""
            <form class="filters" action="/search">
            <p class="wide"><label for="q">Words</label><input id="q" type="search" name="q" value="{query.Text}" maxlength="500" aria-describedby="q-help"></p>
            <p><label for="speaker">Speaker’s name</label><input id="speaker" name="speaker" value="{query.Speaker}" maxlength="500"></p>
            <p><label for="kind">Kind</label><select id="kind" name="kind">{Options(query.Kind)}</select></p>
            <p><label for="since">Published from</label><input id="since" type="date" name="since" value="{(query.Since is { } since ? Wording.Of(since) : null)}"></p>
            <p><label for="until">to</label><input id="until" type="date" name="until" value="{(query.Until is { } until ? Wording.Of(until) : null)}"></p>
            {Hidden("actor", query.SpokenBy)}{Hidden("outlet", query.Publisher)}{Hidden("state", query.State is { } state ? StateView.WordOf(state) : null)}{Hidden("resolved", query.IsResolved switch { true => "yes", false => "no", null => null })}
            <p><button>Search</button></p>
            <p class="where wide" id="q-help">All words must be there. <code>"words in marks"</code> stand together, <code>word*</code> finds what begins with it.</p>
            </form>
            """);
    }

    private static Html Options(AttributionKind? chosen) => Html.Of($"""
        <option value="">all</option>{Html.Each(Enum.GetValues<AttributionKind>(), kind => Html.Of($"""<option{Html.If(kind == chosen, () => Html.Of($" selected"))}>{Wording.Of(kind)}</option>"""))}
        """);

    private static Html Hidden(string name, string? value) => Html.If(value is not null, () => Html.Of($"""<input type="hidden" name="{name}" value="{value}">"""));

    // What was chosen from the facets, each with the way back out of it.
    private static Html Chosen(Filter filter, Catalogue catalogue)
    {
        var query = filter.Query;
        var chosen = new List<(string Name, string Value)>();
        if (query.SpokenBy is { } actor) chosen.Add(("actor", catalogue.Actor(actor)?.Name ?? actor));
        if (query.Publisher is { } outlet) chosen.Add(("outlet", outlet));
        if (query.IsResolved == false) chosen.Add(("resolved", "without a speaker"));
        if (query.IsResolved == true) chosen.Add(("resolved", "with a speaker"));
        if (query.State is { } state) chosen.Add(("state", StateView.WordOf(state)));
        return Html.If(chosen.Count > 0, () => Html.Of($"""
            <ul class="chosen">{Html.Each(chosen, c => Html.Of($"""<li>{c.Value} <a href="{filter.Without(c.Name).On(Href.To("search"))}" aria-label="Search without {c.Value}">×</a></li>"""))}</ul>
            """));
    }

    private static Html Facet(string title, IEnumerable<(string Label, int Count, Href To)> counts) => Html.If(counts.Any(), () => Html.Of($"""
        <h2>{title}</h2>{BarList.Of(counts.Take(MostOfAFacet).Select(c => new Bar(c.Label, c.Count, c.To)))}
        """));

    // The address of this search with one parameter set, and from its first page.
    private static Href Narrowed(PageRequest request, string name, string value)
    {
        var link = Href.To("search");
        foreach (var (key, values) in request.Parameters)
        {
            if (key != name && key != "before" && !(name == "since" && key == "until")) link = link.With(key, values.ToString());
        }
        return link.With(name, value);
    }
}
