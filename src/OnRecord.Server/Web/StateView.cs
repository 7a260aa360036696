using OnRecord.Ledger;

namespace OnRecord.Server.Web;

/// <summary>Whose word a statement is, as it is shown.</summary>
internal static class StateView
{
    public static string WordOf(ReviewState state) => state switch
    {
        ReviewState.Machine => "machine",
        ReviewState.Confirmed => "confirmed",
        ReviewState.Corrected => "corrected",
        _ => "rejected",
    };

    public static string WordOf(Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => "confirmed",
        Verdict.Corrected => "corrected",
        _ => "rejected",
    };

    /// <summary>A mark for what a person decided; nothing for what a machine read, which is the rule.</summary>
    public static Html Mark(Decision? decision) => decision is null ? default
        : Html.Of($""" <span class="state {WordOf(decision.Verdict)}">{WordOf(decision.Verdict)}</span>""");

    /// <summary>What a person says in place of what was read.</summary>
    public static Html Correction(Decision? decision) => decision is not { Verdict: Verdict.Corrected } ? default : Html.Of($"""
        <p class="correction">Corrected{Html.If(decision.Speaker is not null, () => Html.Of($""": <a class="name" href="{StatementView.ActorLink(decision.Speaker!)}">{decision.Speaker}</a>"""))}{Html.If(decision.Content is not null, () => Html.Of($": “{StatementView.Words(decision.Content!)}”"))}</p>
        """);
}
