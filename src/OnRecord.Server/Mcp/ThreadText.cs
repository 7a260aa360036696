using System.Globalization;
using System.Text;
using OnRecord.Formats;
using OnRecord.Ledger;
using OnRecord.Server.Web;

namespace OnRecord.Server.Mcp;

/// <summary>Pledges and disputes as they are told to a model, each with its citation first.</summary>
internal sealed class ThreadText(string site, DateOnly today)
{
    public string Of(IReadOnlyList<PledgeThread> pledges) => pledges.Count == 0 ? "No pledge in this record matches." : string.Join('\n', pledges.Select(Head));

    public string Of(PledgeThread pledge, IReadOnlyList<Finding> findings, IReadOnlyList<CheckDecision> decisions)
    {
        var text = new StringBuilder(Head(pledge));
        foreach (var step in pledge.Steps) text.Append(CultureInfo.InvariantCulture, $"\n  {Day(step.Citation.Day)} {Wording.Of(step.Move)}{(step.Difference is { } difference ? $" ({difference})" : "")}: {step.Citation.Words} {site}{CitationView.LinkOf(step.Citation)}");
        foreach (var finding in findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nHeld against figures by a machine: {Wording.Of(finding.Verdict)}{(finding.Reason is { } reason ? $" ({reason})" : "")}. {finding.Summary}");
            foreach (var member in finding.Members) text.Append(CultureInfo.InvariantCulture, $"\n  {member.Name}: {Wording.Of(member.Verdict)}{(member.Decisive is { } decisive ? $"; {decisive}" : "")}");
            foreach (var source in finding.Sources) text.Append(CultureInfo.InvariantCulture, $"\n  Source: {source}");
        }
        foreach (var decision in decisions) text.Append(CultureInfo.InvariantCulture, $"\nFound by {decision.Reviewer}: {Wording.Of(decision.Verdict)}. {decision.Note}");
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

    private string Head(PledgeThread pledge) => string.Create(CultureInfo.InvariantCulture, $"{site}{PledgeView.LinkOf(pledge)}\n  {(pledge.Pledgers.Count > 0 ? string.Join(", ", pledge.Pledgers.Select(p => p.Name)) : "not told who")}: {pledge.Steps[^1].Citation.Words}\n  {Wording.Of(pledge.StatusOn(today))}{(pledge.Deadline is { } deadline ? $", by {Wording.Of(deadline)}" : "")}{(PledgeView.Target(pledge) is { } target ? $", {target}" : "")}\n  id {pledge.Id}");

    private static string Day(DateOnly? day) => day is { } known ? Wording.Of(known) : "no date";
}
