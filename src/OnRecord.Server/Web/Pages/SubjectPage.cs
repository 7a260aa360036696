using OnRecord.Formats;
using OnRecord.Knowledge;
using OnRecord.Ledger;
using OnRecord.Server.Search;

namespace OnRecord.Server.Web.Pages;

/// <summary>A treaty, or another thing that is argued about: what is known of it, the disputes about it, and what was said of it over time.</summary>
internal static class SubjectPage
{
    private const int PageSize = 25;
    private const int MostCounted = 10_000;
    private const int MostSpeakers = 12;

    public static async Task<Page> Get(PageRequest request)
    {
        if (await request.Threads() is not { } threads) return CitationView.NotYet("Subject");
        var key = request.LastSegment();
        var before = request.Number("before");
        var disputes = threads.All.Disputes.Where(d => d.Subject is { } subject && (subject.Key == key || subject.Name == key)).ToList();
        var facts = (await request.Knowledge()).DescribeTreaty(key, request.Today);
        var name = disputes.FirstOrDefault()?.Subject!.Name ?? facts?.Name ?? key;
        var query = new StatementQuery { Text = $"\"{name.Replace('"', ' ')}\"" };
        var catalogue = await request.Catalogue();
        var found = await request.Ask(ledger => StatementSearch.Find(ledger, catalogue, query, before, PageSize, MostCounted));
        if (facts is null && disputes.Count == 0 && found.Rows.Count == 0 && before is null) return NotFoundPage.Of(request.Context.Request.Path);
        return new Page
        {
            Title = name,
            Body = Html.Of($"""
                <h1>{name}</h1>
                {Html.If(facts is not null, () => Facts(facts!, name))}
                {Html.If(disputes.Count > 0, () => Html.Of($"""<section><h2>Disputes about it</h2>{DisputeView.List(disputes)}</section>"""))}
                <div class="columns search">
                <section><h2>What was said of it</h2>{StatementView.List(found.Rows)}
                {Html.If(found.Rows.Count == 0, () => Html.Of($"""<p class="quiet">No statement names it.</p>"""))}
                {Pager.Of(Href.To("subjects", key), before is null, found.Next)}</section>
                <aside>
                {YearChart.Of(found.Facets)}
                <h2>Who speaks of it</h2>{BarList.Of(found.Facets.Actors.Take(MostSpeakers).Select(a => new Bar(a.Value.Name, a.Count, Href.To("search").With("q", query.Text).With("actor", a.Value.Key))))}
                {Html.If(found.Facets.HasMore, () => Html.Of($"""<p class="where">Counted among the {found.Facets.Counted} recorded last.</p>"""))}
                </aside>
                </div>
                """),
        };
    }

    private static Html Facts(TreatyFacts facts, string name) => Html.Of($"""
        <dl class="frame">
        {Html.If(facts.Name != name, () => Line("In full", facts.Name))}
        {Line("Signed", facts.Signed)}{Line("In force", facts.InForce)}{Line("Ended", facts.Ended)}
        {Line("What it says", facts.Provision)}{Line("In figures", string.Join("; ", facts.Figures))}
        {Line(facts.Ended is null ? "Parties" : "Parties at its end", string.Join(", ", facts.Parties))}
        </dl>
        """);

    private static Html Line(string name, string? value) => Html.If(!string.IsNullOrEmpty(value), () => Html.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>"));
}
