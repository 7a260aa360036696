using OnRecord.Ledger;
using OnRecord.Server.Search;

namespace OnRecord.Server.Web.Pages;

/// <summary>What is new, who spoke, what failed.</summary>
internal static class OverviewPage
{
    private const int MostDocuments = 12;
    private const int MostSpeakers = 15;
    private const int MostStatements = 6;
    private const int MostFailures = 5;
    private const int MostDue = 3;
    private const int MostDisputes = 3;

    public static async Task<Page> Get(PageRequest request)
    {
        var catalogue = await request.Catalogue();
        var (documents, statements, failures) = await request.Ask(ledger => (
            ledger.Documents(null, null, MostDocuments),
            StatementSearch.Find(ledger, catalogue, new StatementQuery { Kind = AttributionKind.Direct, IsResolved = true }, null, MostStatements).Rows,
            ledger.Failures(null, MostFailures)));
        var threads = await request.ThreadsAtHand(catalogue);
        return new Page
        {
            Title = "Overview",
            Body = documents.Count == 0 && failures.Count == 0 ? Empty() : Html.Of($"""
                <h1 class="unseen">Overview</h1>
                <dl class="figures">
                <div><dt>articles</dt><dd>{catalogue.Documents}</dd></div>
                <div><dt>statements</dt><dd>{catalogue.Statements}</dd></div>
                <div><dt>speakers</dt><dd>{catalogue.MostQuoted.Count}</dd></div>
                <div><dt>without a speaker</dt><dd><a href="/search?resolved=no">{catalogue.Unresolved}</a></dd></div>
                </dl>
                <div class="columns">
                <section><h2>Last said</h2>{StatementView.List(statements)}<p class="more"><a href="/search?kind=direct">More quotations</a></p>{Due(threads, request.Today)}{Past(threads, request.Today)}{Moved(threads)}</section>
                <div>
                <section><h2>Who speaks most</h2>{Speakers(catalogue)}<p class="more"><a href="/actors">All speakers</a></p></section>
                <section><h2>Last read</h2>{DocumentView.List(documents)}<p class="more"><a href="/outlets">By outlet</a></p></section>
                {Html.If(failures.Count > 0, () => Html.Of($"""<section><h2>Could not be read</h2>{FailureView.List(failures)}<p class="more"><a href="/runs">Runs and failures</a></p></section>"""))}
                </div>
                </div>
                """),
        };
    }

    private static Html Due(RecordedThreads? threads, DateOnly today)
    {
        var due = threads?.All.Pledges.Where(p => p.StatusOn(today) == PledgeStatus.Pending).OrderBy(p => p.Deadline).Take(MostDue).ToList() ?? [];
        return Html.If(due.Count > 0, () => Html.Of($"""<h2>Pledges falling due</h2>{PledgeView.List(due, today)}<p class="more"><a href="/pledges?status=pending">All that are to come</a></p>"""));
    }

    // A deadline that is past says nothing of whether the pledge was kept.
    private static Html Past(RecordedThreads? threads, DateOnly today)
    {
        var past = threads?.All.Pledges.Where(p => p.StatusOn(today) == PledgeStatus.Due).OrderByDescending(p => p.Deadline).Take(MostDue).ToList() ?? [];
        return Html.If(past.Count > 0, () => Html.Of($"""<h2>Pledges past their deadline</h2><p class="where">Whether they were kept stands on their pages, as far as there are figures.</p>{PledgeView.List(past, today)}<p class="more"><a href="/pledges?status=due">All that are past</a></p>"""));
    }

    private static Html Moved(RecordedThreads? threads)
    {
        var moved = threads?.Disputes(new DisputeQuery()).Take(MostDisputes).ToList() ?? [];
        return Html.If(moved.Count > 0, () => Html.Of($"""<h2>Disputes that moved</h2>{DisputeView.List(moved)}<p class="more"><a href="/disputes">All disputes</a></p>"""));
    }

    private static Html Speakers(Catalogue catalogue)
    {
        var most = catalogue.MostQuoted.Take(MostSpeakers).ToList();
        return most.Count == 0 ? Html.Of($"""<p class="quiet">Nobody yet.</p>""") : BarList.Of(most.Select(s => new Bar(s.Name, s.Statements, StatementView.ActorLink(s.Key))));
    }

    private static Html Empty() => Html.Of($"""
        <h1>The record is empty</h1>
        <p>Nothing has been read into this ledger yet. <a href="/add">Add an article</a>, or read files from a terminal:</p>
        <pre>onrecord read article.txt --published 2019-04-03</pre>
        """);
}
