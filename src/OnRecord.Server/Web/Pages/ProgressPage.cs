using OnRecord.Ledger;
using OnRecord.Server.Adding;

namespace OnRecord.Server.Web.Pages;

/// <summary>A document being read, stage by stage.</summary>
internal static class ProgressPage
{
    public static Page Of(ReadingJob job)
    {
        // It may end while the page is written.
        var state = job.State;
        return new()
        {
            Title = state.IsDone ? "Read" : "Reading …",
            Body = Html.Of($"""
                <h1>{(state.IsDone ? "Read" : "Reading")} {job.Path}</h1>
                <ol class="steps">{Html.Each(Steps(state), step => Html.Of($"""<li class="{(step.IsDone ? "done" : "now")}"{Html.If(!step.IsDone, () => Html.Of($""" aria-current="step" """))}>{step.Name}</li>"""))}</ol>
                {Html.If(!state.IsDone, () => Html.Of($"""<p><a class="button" href="{Href.To("add", job.Sha256)}" data-again>Look again</a></p>"""))}
                {Html.If(state.Failure is not null, () => Html.Of($"""<p class="note error" role="alert"><strong>{state.Failure!.Code}</strong> {state.Failure.Message}</p>"""))}
                {Html.If(state.Outcome is not null, () => Html.Of($"""<p role="status">{Said(state)} <a class="button" href="{StatementView.LinkOf(job.Sha256)}" data-go>See the article</a></p>"""))}
                """),
        };
    }

    private static IEnumerable<(string Name, bool IsDone)> Steps(ReadingState state)
    {
        var steps = state.Steps;
        if (steps.Count == 0) yield return ("Waiting for its turn", state.IsDone);
        for (var i = 0; i < steps.Count; i++) yield return (InPlainWords(steps[i]), i < steps.Count - 1 || state.IsDone);
    }

    // A stage that has no words here is called by its own name.
    private static string InPlainWords(string step) => step switch
    {
        "Clean" => "Finding the article on the page",
        "Analyse" => "Reading words and sentences",
        "Extract" => "Finding who said what",
        "Measure" => "Finding dates and figures",
        "Chain" => "Finding who is meant by “he” and “the minister”",
        "Link" => "Telling who the speakers are",
        "Interpret" => "Reading what it means: claims, pledges, charges",
        _ => step,
    };

    private static string Said(ReadingState state) => state.Outcome switch
    {
        AppendOutcome.AlreadyRecorded => "It stood in the record already, with the same reading.",
        AppendOutcome.NewAnalysis => $"It was known; this reading of it is new. Statements found: {state.Statements.ToString(System.Globalization.CultureInfo.InvariantCulture)}.",
        _ => $"Statements found: {state.Statements.ToString(System.Globalization.CultureInfo.InvariantCulture)}.",
    };
}
