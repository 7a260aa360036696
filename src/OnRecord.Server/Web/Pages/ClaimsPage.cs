using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Server.Web.Pages;

/// <summary>What was asserted and can be checked, the most worth checking first, with everybody who says it.</summary>
internal static class ClaimsPage
{
    private const int PageSize = 60;
    private const int MostNamed = 8;

    public static async Task<Page> Get(PageRequest request)
    {
        if (await request.Threads() is not { } threads) return CitationView.NotYet("Claims");
        var who = request.Words("who");
        var after = (int)Math.Min(request.Number("after") ?? 0, int.MaxValue - PageSize - 1);
        var claims = threads.Claims(new ClaimQuery { Speaker = who, Limit = after + PageSize + 1 });
        return new Page
        {
            Title = "Claims",
            Body = Html.Of($"""
                <h1>Claims</h1>
                <form class="filters" action="/claims"><p><label for="who">Who claims it</label><input id="who" type="search" name="who" value="{who}" maxlength="200"></p><p><button>Find</button></p></form>
                <p class="quiet">The most worth checking first, as a machine rates it. <code>onrecord check</code> holds those with figures against series.</p>
                {(claims.Count == 0 ? Html.Of($"""<p class="quiet">Nothing that could be checked was found.</p>""") : Html.Of($"""<ol class="statements">{Html.Each(claims.Skip(after).Take(PageSize), One)}</ol>"""))}
                <nav class="pager" aria-label="Pages">{Html.If(claims.Count > after + PageSize, () => Html.Of($"""<a rel="next" href="{Href.To("claims").With("who", who).With("after", (long)after + PageSize)}">Next →</a>"""))}</nav>
                """),
        };
    }

    private static Html One(ClaimThread claim) => Html.Of($"""
        <li class="statement" id="{claim.Id}"><p class="who">{CitationView.Names(claim.Speakers)} <span class="kind">{Wording.Of(claim.Kind)}</span> <span class="where">worth checking {claim.Checkworthy:0%}</span></p>
        <blockquote>{CitationView.Words(claim.Reports[0].Citation)}</blockquote>
        <p class="where">{Dates.Of(claim.Reports[0].Citation.Day)} · {CitationView.Where(claim.Reports[0].Citation)} · <a href="{Href.To("claims", claim.Id)}">how it stands</a></p>
        {Html.If(claim.Reports.Count > 1, () => Html.Of($"""<details><summary>Said {claim.Reports.Count} times</summary><ul class="history">{Html.Each(claim.Reports.Skip(1).Take(MostNamed), r => Html.Of($"""<li>{CitationView.Name(r.Speaker)}, {Dates.Of(r.Citation.Day)}: {CitationView.Words(r.Citation)} · {CitationView.Where(r.Citation)}</li>"""))}</ul></details>"""))}
        </li>
        """);
}
