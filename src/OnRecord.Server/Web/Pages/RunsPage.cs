using OnRecord.Ledger;

namespace OnRecord.Server.Web.Pages;

/// <summary>What was read when, by which versions, and what could not be read.</summary>
internal static class RunsPage
{
    private const int MostRuns = 30;
    private const int PageSize = 50;

    public static async Task<Page> Get(PageRequest request)
    {
        var before = request.Number("before");
        var (runs, failures) = await request.Ask(ledger => (ledger.Runs(MostRuns), ledger.Failures(before, PageSize + 1)));
        var shown = failures.Count > PageSize ? [.. failures.Take(PageSize)] : failures;
        return new Page
        {
            Title = "Runs and failures",
            Body = Html.Of($"""
                <h1>Runs and failures</h1>
                {Html.If(before is null, () => Runs(runs))}
                <h2>What could not be read</h2>
                {(failures.Count == 0 ? Html.Of($"""<p class="quiet">Everything was read.</p>""") : FailureView.List(shown))}
                {Pager.Of(Href.To("runs"), before is null, failures.Count > PageSize ? shown[^1].Entry : null)}
                """),
        };
    }

    private static Html Runs(IReadOnlyList<RunRow> runs) => runs.Count == 0 ? Html.Of($"""<p class="quiet">Nothing was read yet.</p>""") : Html.Of($"""
        <div class="scroll"><table>
        <thead><tr><th scope="col">Began</th><th scope="col">Ended</th><th scope="col" class="n">New</th><th scope="col" class="n">Known before</th><th scope="col" class="n">Failed</th><th scope="col">Version</th></tr></thead>
        <tbody>{Html.Each(runs, run => Html.Of($"""
        <tr><td>{run.Started}</td><td>{Ended(run)}</td><td class="n">{Count(run.Outcome?.Added)}</td><td class="n">{Count(run.Outcome?.Unchanged)}</td><td class="n">{Count(run.Outcome?.Failed)}</td><td><details><summary>{run.Program}</summary><ul class="models">{Html.Each(run.Models, m => Html.Of($"""<li>{m.Key} <code>{m.Value[..Math.Min(12, m.Value.Length)]}</code></li>"""))}</ul></details></td></tr>
        """))}</tbody></table></div>
        """);

    private static Html Ended(RunRow run) => run.Ended is not { } ended
        ? Html.Of($"""<span class="reason">no end recorded: it goes on, or was cut off</span>""")
        : Html.Of($"""{ended}{Html.If(run.Outcome is { IsInterrupted: true }, () => Html.Of($""" <span class="reason">interrupted</span>"""))}""");

    private static Html Count(int? count) => count is { } known ? Html.Of($"{known}") : Html.Of($"–");
}
