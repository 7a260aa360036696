using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Server.Web.Pages;

/// <summary>What was promised: by whom, until when, and how it stands.</summary>
internal static class PledgesPage
{
    private const int PageSize = 60;

    public static async Task<Page> Get(PageRequest request)
    {
        if (await request.Threads() is not { } threads) return CitationView.NotYet("Pledges");
        var who = request.Words("who");
        var status = Filter.Status(request.Parameters);
        var after = (int)Math.Min(request.Number("after") ?? 0, int.MaxValue);
        var all = threads.Pledges(new PledgeQuery { Pledger = who, Status = status, Today = request.Today });
        var here = Href.To("pledges").With("who", who).With("status", status is { } chosen ? Wording.Of(chosen) : null);
        return new Page
        {
            Title = "Pledges",
            Body = Html.Of($"""
                <h1>Pledges</h1>
                <form class="filters" action="/pledges"><p><label for="who">Who pledges</label><input id="who" type="search" name="who" value="{who}" maxlength="200"></p>
                <p><label for="status">How it stands</label><select id="status" name="status"><option value="">all</option>{Html.Each(Enum.GetValues<PledgeStatus>(), s => Html.Of($"""<option{Html.If(s == status, () => Html.Of($" selected"))}>{Wording.Of(s)}</option>"""))}</select></p><p><button>Find</button></p></form>
                <p class="quiet" role="status">{all.Count} {(all.Count == 1 ? "pledge" : "pledges")}, the earliest deadline first, those without one last.</p>
                {PledgeView.List(all.Skip(after).Take(PageSize), request.Today)}
                <nav class="pager" aria-label="Pages">{Html.If(all.Count > after + PageSize, () => Html.Of($"""<a rel="next" href="{here.With("after", (long)after + PageSize)}">Next →</a>"""))}</nav>
                """),
        };
    }
}
