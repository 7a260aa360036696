using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Server.Web.Pages;

/// <summary>Statements by their words and by everything they can be filtered by.</summary>
internal static class SearchPage
{
    private const int PageSize = 25;

    // The facets of more than these say nothing new and cost as much as the page.
    private const int MostCounted = 400;
    private const int MostOfAFacet = 8;

    public static async Task<Page> Get(PageRequest request)
    {
        var filter = Filter.Of(request.Parameters);
        var before = request.Number("before");
        // One more than are shown tells whether there is a next page.
        var (rows, facets) = await request.Ask(ledger => (ledger.Statements(filter.Query, before, PageSize + 1), ledger.Facets(filter.Query, MostCounted)));
        var shown = rows.Count > PageSize ? [.. rows.Take(PageSize)] : rows;
        var here = filter.On(Href.To("search"));
        return new Page
        {
            Title = filter.Query.Text is { } text ? $"“{text}”" : "Search",
            Body = Html.Of($"""
                <h1>{(filter.IsEmpty ? "All statements" : "Search")}</h1>
                {Form(filter)}
                <div class="columns search">
                <section aria-label="Results">
                <p class="quiet" role="status">{Found(facets)}, what was recorded last first.</p>
                {Chosen(filter)}
                {(rows.Count == 0 ? Html.Of($"""<p>Nothing matches. Fewer words, or a word with <code>*</code> at its end, find more.</p>""") : StatementView.List(shown))}
                {Pager.Of(here, before is null, rows.Count > PageSize ? shown[^1].Number : null)}
                </section>
                <aside aria-label="Narrow down">
                {Facet("Speaker", facets.Speakers, v => Narrowed(request, "actor", v))}
                {Html.If(facets.Unresolved > 0 && filter.Query.IsResolved is null, () => Html.Of($"""<p class="where"><a href="{Narrowed(request, "resolved", "no")}">{facets.Unresolved} without a speaker</a></p>"""))}
                {Facet("Outlet", facets.Publishers, v => Narrowed(request, "outlet", v))}
                {Facet("Kind", facets.Kinds, v => Narrowed(request, "kind", v))}
                {Facet("Year", facets.Years, v => Narrowed(request, "since", $"{v}-01-01").With("until", $"{v}-12-31"))}
                <h2>Whose word</h2><p class="where">{Html.Each(Enum.GetValues<ReviewState>(), s => Html.Of($"""<a href="{Narrowed(request, "state", StateView.WordOf(s))}">{StateView.WordOf(s)}</a> """))}</p>
                {Html.If(facets.HasMore, () => Html.Of($"""<p class="where">Counted among the {facets.Counted} recorded last.</p>"""))}
                <h2>Take along</h2>
                <p class="where"><a href="{filter.On(Href.To("search.csv"))}" download>CSV</a> · <a href="{filter.On(Href.To("search.jsonl"))}" download>JSON Lines</a> · <a href="{filter.On(Href.To("search.annotations.jsonl"))}" download>Web Annotations</a><br>Follow: <a href="{filter.On(Href.To("search.atom"))}">Atom</a> · <a href="{filter.On(Href.To("search.json"))}">JSON Feed</a></p>
                </aside>
                </div>
                """),
            Head = Html.Of($"""<link rel="alternate" type="application/atom+xml" title="This search" href="{filter.On(Href.To("search.atom"))}">"""),
        };
    }

    private static Html Found(StatementFacets facets) => facets.HasMore
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
    private static Html Chosen(Filter filter)
    {
        var query = filter.Query;
        var chosen = new List<(string Name, string Value)>();
        if (query.SpokenBy is { } actor) chosen.Add(("actor", actor));
        if (query.Publisher is { } outlet) chosen.Add(("outlet", outlet));
        if (query.IsResolved == false) chosen.Add(("resolved", "without a speaker"));
        if (query.IsResolved == true) chosen.Add(("resolved", "with a speaker"));
        if (query.State is { } state) chosen.Add(("state", StateView.WordOf(state)));
        return Html.If(chosen.Count > 0, () => Html.Of($"""
            <ul class="chosen">{Html.Each(chosen, c => Html.Of($"""<li>{c.Value} <a href="{filter.Without(c.Name).On(Href.To("search"))}" aria-label="Search without {c.Value}">×</a></li>"""))}</ul>
            """));
    }

    private static Html Facet(string title, IReadOnlyList<FacetCount> counts, Func<string, Href> to) => Html.If(counts.Count > 0, () => Html.Of($"""
        <h2>{title}</h2>{BarList.Of(counts.Take(MostOfAFacet).Select(c => new Bar(c.Value, c.Count, to(c.Value))))}
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
