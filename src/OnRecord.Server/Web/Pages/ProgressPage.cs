using OnRecord.Ledger;
using OnRecord.Server.Adding;

namespace OnRecord.Server.Web.Pages;

/// <summary>A document being read, stage by stage.</summary>
internal static class ProgressPage
{
    public static Page Of(ReadingJob job) => new()
    {
        Title = job.IsDone ? "Read" : "Reading …",
        Body = Html.Of($"""
            <h1>{(job.IsDone ? "Read" : "Reading")} {job.Path}</h1>
            <ol class="steps">{Html.Each(Steps(job), step => Html.Of($"""<li class="{(step.IsDone ? "done" : "now")}"{Html.If(!step.IsDone, () => Html.Of($""" aria-current="step" """))}>{step.Name}</li>"""))}</ol>
            {Html.If(!job.IsDone, () => Html.Of($"""<p><a class="button" href="{Href.To("add", job.Sha256)}" data-again>Look again</a></p>"""))}
            {Html.If(job.Failure is not null, () => Html.Of($"""<p class="note error" role="alert"><strong>{job.Failure!.Code}</strong> {job.Failure.Message}</p>"""))}
            {Html.If(job.Outcome is not null, () => Html.Of($"""<p role="status">{Said(job)} <a class="button" href="{StatementView.LinkOf(job.Sha256)}" data-go>See the article</a></p>"""))}
            """),
    };

    private static IEnumerable<(string Name, bool IsDone)> Steps(ReadingJob job)
    {
        var steps = job.Steps;
        if (steps.Count == 0) yield return ("Waiting for its turn", false);
        for (var i = 0; i < steps.Count; i++) yield return (InPlainWords(steps[i]), i < steps.Count - 1 || job.IsDone);
    }

    // A stage that has no words here is called by its own name.
    private static string InPlainWords(string step) => step switch
    {
        "Clean" => "Finding the article on the page",
        "Analyse" => "Reading words and sentences",
        "Extract" => "Finding who said what",
        "Measure" => "Finding dates and figures",
        "Link" => "Telling who the speakers are",
        _ => step,
    };

    private static string Said(ReadingJob job) => job.Outcome switch
    {
        AppendOutcome.AlreadyRecorded => "It stood in the record already, with the same reading.",
        AppendOutcome.NewAnalysis => $"It was known; this reading of it is new. Statements found: {job.Statements.ToString(System.Globalization.CultureInfo.InvariantCulture)}.",
        _ => $"Statements found: {job.Statements.ToString(System.Globalization.CultureInfo.InvariantCulture)}.",
    };
}
