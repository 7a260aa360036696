using OnRecord.Ledger;
using OnRecord.Server.Search;

namespace OnRecord.Server.Web.Pages;

/// <summary>What two speakers said on a subject, side by side.</summary>
internal static class ComparePage
{
    private const int PageSize = 12;
    private const int MostCounted = 1_000;
    private const int MostOffered = 200;

    public static async Task<Page> Get(PageRequest request)
    {
        var (one, other, about) = (request.Words("a"), request.Words("b"), request.Words("q"));
        var catalogue = await request.Catalogue();
        var sides = new List<(string Name, Html Said)>();
        foreach (var key in new[] { one, other }.OfType<string>())
        {
            var query = new StatementQuery { SpokenBy = key, Text = about };
            var found = await request.Ask(ledger => StatementSearch.Find(ledger, catalogue, query, null, PageSize, MostCounted));
            var name = catalogue.Actor(key)?.Name ?? key;
            sides.Add((name, Side(key, name, about, found)));
        }
        return new Page
        {
            Title = sides.Count == 2 ? $"{sides[0].Name} and {sides[1].Name}" : "Compare",
            Body = Html.Of($"""
                <h1>Two speakers on a subject</h1>
                <form class="filters pair" action="/compare">
                <p><label for="a">One</label><input id="a" name="a" list="speakers" value="{one}" maxlength="300" required></p><p><label for="b">The other</label><input id="b" name="b" list="speakers" value="{other}" maxlength="300" required></p>
                <p><label for="about">Words</label><input id="about" type="search" name="q" value="{about}" maxlength="500"></p><p><button>Compare</button></p>
                <datalist id="speakers">{Html.Each(catalogue.MostQuoted.Take(MostOffered), a => Html.Of($"""<option value="{a.Key}">{a.Name}</option>"""))}</datalist>
                </form>
                {Html.If(sides.Count > 0, () => Html.Of($"""<div class="columns halves">{Html.Each(sides, side => side.Said)}</div>"""))}
                """),
        };
    }

    private static Html Side(string key, string name, string? about, Found found) => Html.Of($"""
        <section><h2><a class="name" href="{StatementView.ActorLink(key)}">{name}</a></h2>
        <p class="quiet">{Html.If(found.Facets.HasMore, () => Html.Of($"More than "))}{found.Facets.Counted} {(found.Facets.Counted == 1 ? "statement" : "statements")}{Html.If(about is not null, () => Html.Of($" with “{about}”"))}.</p>
        {YearChart.Of(found.Facets)}
        {StatementView.List(found.Rows, namesSpeaker: false)}
        {Html.If(found.Next is not null, () => Html.Of($"""<p class="more"><a href="{Href.To("search").With("actor", key).With("q", about)}">All of them</a></p>"""))}</section>
        """);
}
