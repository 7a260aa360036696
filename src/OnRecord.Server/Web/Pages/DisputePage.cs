namespace OnRecord.Server.Web.Pages;

/// <summary>One dispute: who against whom, and step by step in time.</summary>
internal static class DisputePage
{
    public static async Task<Page> Get(PageRequest request)
    {
        if (await request.Threads() is not { } threads) return CitationView.NotYet("Dispute");
        if (threads.Dispute(request.LastSegment()) is not { } dispute) return NotFoundPage.Of(request.Context.Request.Path);
        var names = DisputeView.Names(dispute);
        return new Page
        {
            Title = names,
            Body = Html.Of($"""
                <h1>{DisputeView.Title(dispute)}</h1>
                <dl class="figures"><div><dt>steps</dt><dd>{dispute.Steps.Count}</dd></div><div><dt>parties</dt><dd>{dispute.Parties.Count}</dd></div><div><dt>first</dt><dd>{Dates.Of(dispute.First)}</dd></div><div><dt>last</dt><dd>{Dates.Of(dispute.Last)}</dd></div></dl>
                {DisputeGraph.Of(dispute)}
                <section><h2>Step by step</h2><ol class="timeline">{Html.Each(dispute.Steps, step => Step(step, dispute))}</ol></section>
                <p class="where">A charge is what the one who makes it says, and no finding.</p>
                """),
        };
    }

    private static Html Step(DisputeStep step, Dispute dispute) => Html.Of($"""
        <li id="{step.Citation.Key}" class="{(step.Move is DisputeMove.Accusation or DisputeMove.CounterAccusation or DisputeMove.SidesWithAccuser ? "charge" : "answer")}">
        <p class="who">{Dates.Of(step.Citation.Day)} · {CitationView.Name(step.By, step.ByWords)}{Html.If(step.OnBehalfOf is not null, () => Html.Of($" for {CitationView.Name(step.OnBehalfOf)}"))} <span class="kind">{DisputeView.Move(step.Move)}</span> {Html.If(step.Against is not null || step.AgainstWords is not null, () => Html.Of($"→ {CitationView.Name(step.Against, step.AgainstWords)}"))}</p>
        <blockquote>{CitationView.Words(step.Citation)}</blockquote>
        <p class="where">{Html.If(step.Answers is not null && dispute.Steps.Any(s => s.Citation.Key == step.Answers), () => Html.Of($"""answers <a href="#{step.Answers}">an earlier step</a> · """))}{CitationView.Where(step.Citation)}</p>
        </li>
        """);
}
