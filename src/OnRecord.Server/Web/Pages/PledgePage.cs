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
        var (findings, decisions) = await request.Ask(ledger => ThreadFindings.Of(ledger, pledge, request.Today));
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
                <section><h2>Against figures</h2>{FindingView.Of(findings, request.Today)}{FindingView.Of(decisions)}</section>
                <section><h2>How the words changed</h2>
                <div class="scroll"><table class="wide"><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Words</th><th scope="col">Where</th></tr></thead>
                <tbody>{Html.Each(pledge.Steps, step => Html.Of($"""
                <tr><td>{Dates.Of(step.Citation.Day)}</td><td>{Wording.Of(step.Move)}{Html.If(step.Difference is not null, () => Html.Of($"""<br><span class="reason">{step.Difference}</span>"""))}</td><td>{Html.If(step.Speaker is not null, () => Html.Of($"{CitationView.Name(step.Speaker)}: "))}{CitationView.Words(step.Citation)}</td><td>{CitationView.Where(step.Citation)}</td></tr>
                """))}</tbody></table></div></section>
                """),
        };
    }

    private static Html Line(string name, string? value) => Html.If(!string.IsNullOrEmpty(value), () => Html.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>"));
}
