using OnRecord.Formats;
using OnRecord.Ledger;
using OnRecord.Server.Search;

namespace OnRecord.Server.Web.Pages;

/// <summary>One pledge: what was promised, how the words changed, and how it stands against figures, member by member.</summary>
internal static class PledgePage
{
    public static async Task<Page> Get(PageRequest request)
    {
        if (await request.Threads() is not { } threads) return CitationView.NotYet("Pledge");
        if (threads.Pledge(request.LastSegment()) is not { } pledge) return NotFoundPage.Of(request.Context.Request.Path);
        var (findings, decisions) = await request.Ask(ledger => PledgeFindings.Of(ledger, pledge, request.Today));
        var title = pledge.Steps[^1].Citation.Words;
        return new Page
        {
            Title = title.Length > 60 ? title[..59] + "…" : title,
            Body = Html.Of($"""
                <h1 class="words">{title}</h1>
                <p>{CitationView.Names(pledge.Pledgers)} {PledgeView.Status(pledge, request.Today)}</p>
                <dl class="frame">
                {Line("Who is bound", pledge.BindsMembers ? "the members, one by one" : "who pledges")}
                {Line("Measure", pledge.Measure)}{Line("Target", PledgeView.Target(pledge))}
                <div><dt>Deadline</dt><dd>{Dates.Of(pledge.Deadline)}</dd></div>
                {Line("Condition", pledge.Condition)}{Line("Left open", string.Join(", ", pledge.Steps[^1].Frame.Gaps))}
                </dl>
                <section><h2>Against figures</h2>{Findings(findings, request.Today)}{Decided(decisions)}</section>
                <section><h2>How the words changed</h2>
                <div class="scroll"><table><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Words</th><th scope="col">Where</th></tr></thead>
                <tbody>{Html.Each(pledge.Steps, step => Html.Of($"""
                <tr><td>{Dates.Of(step.Citation.Day)}</td><td>{Wording.Of(step.Move)}{Html.If(step.Difference is not null, () => Html.Of($"""<br><span class="reason">{step.Difference}</span>"""))}</td><td>{Html.If(step.Speaker is not null, () => Html.Of($"{CitationView.Name(step.Speaker)}: "))}{CitationView.Words(step.Citation)}</td><td>{CitationView.Where(step.Citation)}</td></tr>
                """))}</tbody></table></div></section>
                """),
        };
    }

    private static Html Line(string name, string? value) => Html.If(!string.IsNullOrEmpty(value), () => Html.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>"));

    private static Html Findings(IReadOnlyList<Finding> findings, DateOnly today) => findings.Count == 0
        ? Html.Of($"""<p class="quiet">The article it stands in is not in the ledger any more as it was read, so it is held against nothing.</p>""")
        : Html.Of($"""{Html.Each(findings, f => Html.Of($"""
        <p><span class="state {Wording.Of(f.Verdict)}">{Wording.Of(f.Verdict)}</span> {f.Summary}{Html.If(f.Reason is not null, () => Html.Of($""" <span class="reason">{f.Reason}</span>"""))}</p>
        {PledgeChart.Of(f)}
        {Html.If(f.Members.Count == 0 && f.Arithmetic.Count > 0, () => Html.Of($"""<ul class="plain">{Html.Each(f.Arithmetic, a => Html.Of($"<li>{a.ToString()}</li>"))}</ul>"""))}
        {Html.Each(f.Sources, source => Html.Of($"""<p class="where">Source: {source}</p>"""))}
        """))}<p class="where">Worked out by a machine, with the figures of years that were over on {today}.</p>""");

    private static Html Decided(IReadOnlyList<CheckDecision> decisions) => Html.If(decisions.Count > 0, () => Html.Of($"""
        <h3>What people found</h3><ul class="history">{Html.Each(decisions, d => Html.Of($"<li><strong>{Wording.Of(d.Verdict)}</strong> by {d.Reviewer}, {d.Decided} (the machine: {Wording.Of(d.Machine)}){Html.If(d.Note is not null, () => Html.Of($". {d.Note}"))}</li>"))}</ul>
        """));
}
