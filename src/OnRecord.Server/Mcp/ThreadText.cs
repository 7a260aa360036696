using System.Globalization;
using System.Text;
using OnRecord.Formats;
using OnRecord.Ledger;
using OnRecord.Server.Web;

namespace OnRecord.Server.Mcp;

/// <summary>Pledges, claims and disputes as they are told to a model, each with its citation first.</summary>
internal sealed class ThreadText(string site, DateOnly today)
{
    public string Of(IReadOnlyList<PledgeThread> pledges) => pledges.Count == 0 ? "No pledge in this record matches." : string.Join('\n', pledges.Select(Head));

    public string Of(PledgeThread pledge, IReadOnlyList<Finding> findings, IReadOnlyList<CheckDecision> decisions)
    {
        var text = new StringBuilder(Head(pledge));
        foreach (var step in pledge.Steps) text.Append(CultureInfo.InvariantCulture, $"\n  {Day(step.Citation.Day)} {Wording.Of(step.Move)}{(step.Difference is { } difference ? $" ({difference})" : "")}: {step.Citation.Words} {site}{CitationView.LinkOf(step.Citation)}");
        Add(text, findings, decisions);
        return text.Append('\n').ToString();
    }

    public string Of(IReadOnlyList<ClaimThread> claims) => claims.Count == 0 ? "No claim in this record matches." : string.Join('\n', claims.Select(Head));

    public string Of(ClaimThread claim, IReadOnlyList<Finding> findings, IReadOnlyList<CheckDecision> decisions)
    {
        var text = new StringBuilder(Head(claim));
        foreach (var report in claim.Reports) text.Append(CultureInfo.InvariantCulture, $"\n  {Day(report.Citation.Day)} {report.Speaker?.Name ?? "the article itself, or somebody not told"}: {report.Citation.Words} {site}{CitationView.LinkOf(report.Citation)}");
        if (findings.Count == 0) text.Append("\nIts words name no figure that could be held against a series or the knowledge.");
        Add(text, findings, decisions);
        return text.Append('\n').ToString();
    }

    public string Of(IReadOnlyList<Dispute> disputes)
    {
        if (disputes.Count == 0) return "No dispute in this record matches.";
        var text = new StringBuilder();
        foreach (var dispute in disputes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{site}{DisputeView.LinkOf(dispute)}\n  {dispute.Accuser?.Name ?? "not told"} against {dispute.Accused?.Name ?? "not told"}{(dispute.Subject is { } subject ? $" about {subject.Name}" : "")}\n");
            foreach (var step in dispute.Steps) text.Append(CultureInfo.InvariantCulture, $"  {Day(step.Citation.Day)} {step.By?.Name ?? step.ByWords ?? "not told"}, {DisputeView.Move(step.Move)}: {step.Citation.Words} {site}{CitationView.LinkOf(step.Citation)}\n");
        }
        return text.Append("A charge is what the one who makes it says, and no finding.\n").ToString();
    }

    private static void Add(StringBuilder text, IReadOnlyList<Finding> findings, IReadOnlyList<CheckDecision> decisions)
    {
        foreach (var finding in findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nHeld against figures by a machine: {Wording.Of(finding.Verdict)}{(finding.Reason is { } reason ? $" ({reason})" : "")}. {finding.Summary}");
            foreach (var sum in finding.Members.Count == 0 ? finding.Arithmetic : []) text.Append(CultureInfo.InvariantCulture, $"\n  {sum}");
            foreach (var member in finding.Members) text.Append(CultureInfo.InvariantCulture, $"\n  {member.Name}: {Wording.Of(member.Verdict)}{(member.Decisive is { } decisive ? $"; {decisive}" : "")}");
            foreach (var source in finding.Sources) text.Append(CultureInfo.InvariantCulture, $"\n  Source: {source}");
        }
        foreach (var decision in decisions) text.Append(CultureInfo.InvariantCulture, $"\nFound by {decision.Reviewer}: {Wording.Of(decision.Verdict)}. {decision.Note}");
    }

    private string Head(ClaimThread claim) => string.Create(CultureInfo.InvariantCulture, $"{site}{Href.To("claims", claim.Id)}\n  {(claim.Speakers.Count > 0 ? string.Join(", ", claim.Speakers.Select(p => p.Name)) : "not told who")}, {Wording.Of(claim.Kind)}: {claim.Reports[0].Citation.Words}\n  worth checking {claim.Checkworthy:0%}, said in {claim.Reports.Count} places\n  id {claim.Id}");

    private string Head(PledgeThread pledge) => string.Create(CultureInfo.InvariantCulture, $"{site}{PledgeView.LinkOf(pledge)}\n  {(pledge.Pledgers.Count > 0 ? string.Join(", ", pledge.Pledgers.Select(p => p.Name)) : "not told who")}: {pledge.Steps[^1].Citation.Words}\n  {Wording.Of(pledge.StatusOn(today))}{(pledge.Deadline is { } deadline ? $", by {Wording.Of(deadline)}" : "")}{(PledgeView.Target(pledge) is { } target ? $", {target}" : "")}\n  id {pledge.Id}");

    private static string Day(DateOnly? day) => day is { } known ? Wording.Of(known) : "no date";
}
