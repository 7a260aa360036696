using OnRecord.Formats;
using OnRecord.Ledger;

namespace OnRecord.Server.Web;

/// <summary>What comes of holding a pledge or a claim against figures.</summary>
internal static class FindingView
{
    /// <summary>What the machine found, with the arithmetic and the sources.</summary>
    public static Html Of(IReadOnlyList<Finding> findings, DateOnly today) => findings.Count == 0
        ? Html.Of($"""<p class="quiet">There is nothing to hold it against: its words name no figure that could be checked, or the article is not in the ledger any more as it was read.</p>""")
        : Html.Of($"""{Html.Each(findings, f => Html.Of($"""
        <p><span class="state {Wording.Of(f.Verdict)}">{Wording.Of(f.Verdict)}</span> {f.Summary}{Html.If(f.Reason is not null, () => Html.Of($""" <span class="reason">{f.Reason}</span>"""))}</p>
        {PledgeChart.Of(f)}
        {Html.If(f.Members.Count == 0 && f.Arithmetic.Count > 0, () => Html.Of($"""<ul class="plain">{Html.Each(f.Arithmetic, a => Html.Of($"<li>{a.ToString()}</li>"))}</ul>"""))}
        {Html.Each(f.Sources, source => Html.Of($"""<p class="where">Source: {source}</p>"""))}
        """))}<p class="where">Worked out by a machine, with the figures of years that were over on {today}.</p>""");

    /// <summary>What people found, beside it and never in its place.</summary>
    public static Html Of(IReadOnlyList<CheckDecision> decisions) => Html.If(decisions.Count > 0, () => Html.Of($"""
        <h3>What people found</h3><ul class="history">{Html.Each(decisions, d => Html.Of($"<li><strong>{Wording.Of(d.Verdict)}</strong> by {d.Reviewer}, {d.Decided} (the machine: {Wording.Of(d.Machine)}){Html.If(d.Note is not null, () => Html.Of($". {d.Note}"))}</li>"))}</ul>
        """));
}
