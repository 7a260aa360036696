using OnRecord.Formats;

namespace OnRecord.Server.Web;

/// <summary>Disputes as they stand in lists.</summary>
internal static class DisputeView
{
    public static Href LinkOf(Dispute dispute) => Href.To("disputes", dispute.Id);

    public static Html List(IEnumerable<Dispute> disputes) => Html.Of($"""
        <ol class="statements">{Html.Each(disputes, dispute => Html.Of($"""
        <li class="statement"><p class="who">{Title(dispute)}</p>
        <blockquote><a href="{LinkOf(dispute)}">{dispute.Steps[^1].Citation.Words}</a></blockquote>
        <p class="where">{Move(dispute.Steps[^1].Move)}, {Dates.Of(dispute.Steps[^1].Citation.Day)} · {dispute.Steps.Count} {(dispute.Steps.Count == 1 ? "step" : "steps")} · {CitationView.Where(dispute.Steps[^1].Citation)}</p></li>
        """))}</ol>
        """);

    /// <summary>Who charged whom, about what.</summary>
    public static Html Title(Dispute dispute) => Html.Of($"{CitationView.Name(dispute.Accuser, dispute.Steps[0].ByWords)} against {CitationView.Name(dispute.Accused, dispute.Steps[0].AgainstWords)}{Html.If(dispute.Subject is not null, () => Html.Of($""" about <a href="{Href.To("subjects", dispute.Subject!.Key)}">{dispute.Subject.Name}</a>"""))}");

    /// <summary>The same in plain words, for a link or a title.</summary>
    public static string Names(Dispute dispute) => $"{dispute.Accuser?.Name ?? dispute.Steps[0].ByWords ?? "Somebody"} against {dispute.Accused?.Name ?? dispute.Steps[0].AgainstWords ?? "somebody"}";

    public static string Move(DisputeMove move) => Wording.Of(move).Replace('-', ' ');
}
