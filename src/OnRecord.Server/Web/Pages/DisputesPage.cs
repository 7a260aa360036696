using OnRecord.Ledger;

namespace OnRecord.Server.Web.Pages;

/// <summary>Who charges whom, what moved last first; of one subject where that is asked for.</summary>
internal static class DisputesPage
{
    private const int PageSize = 60;

    public static async Task<Page> Get(PageRequest request)
    {
        if (await request.Threads() is not { } threads) return CitationView.NotYet("Disputes");
        var (who, subject) = (request.Words("who"), request.Words("subject"));
        var after = (int)Math.Min(request.Number("after") ?? 0, int.MaxValue);
        var all = threads.Disputes(new DisputeQuery { Actor = who, Subject = subject });
        var here = Href.To("disputes").With("who", who).With("subject", subject);
        return new Page
        {
            Title = "Disputes",
            Body = Html.Of($"""
                <h1>Disputes</h1>
                <form class="filters" action="/disputes"><p><label for="who">Who has a part in it</label><input id="who" type="search" name="who" value="{who}" maxlength="200"></p><p><label for="subject">Treaty, law or words</label><input id="subject" type="search" name="subject" value="{subject}" maxlength="200"></p><p><button>Find</button></p></form>
                <p class="quiet" role="status">{all.Count} {(all.Count == 1 ? "dispute" : "disputes")}, what moved last first.</p>
                {DisputeView.List(all.Skip(after).Take(PageSize))}
                <nav class="pager" aria-label="Pages">{Html.If(all.Count > after + PageSize, () => Html.Of($"""<a rel="next" href="{here.With("after", (long)after + PageSize)}">Next →</a>"""))}</nav>
                """),
        };
    }
}
