using OnRecord.Formats;
using OnRecord.Language.Text;
using OnRecord.Ledger;
using OnRecord.Server.Review;

namespace OnRecord.Server.Web.Pages;

/// <summary>One statement for a person to decide about, with the article around it.</summary>
internal static class ReviewPage
{
    private const int Around = 500;

    // The Enter key presses a form's first button. Typing a name and Enter must not confirm what is being corrected.
    private static readonly Html NothingByEnter = Html.Of($"<button hidden disabled></button>");

    /// <summary>The most doubtful statement, or the one so many places behind it.</summary>
    public static async Task<Page> Next(PageRequest request, ReviewDesk desk)
    {
        var catalogue = await request.Catalogue();
        var (queue, verdicts) = await request.Ask(ledger => (ReviewQueue.Of(ledger, catalogue), ledger.Verdicts()));
        var place = (int)Math.Min(request.Number("place") ?? 1, int.MaxValue);
        if (place > queue.Count) return Done(queue.Count, verdicts);
        var row = queue[place - 1];
        var found = await desk.Find(Rest.StatementJson.IdOf(row), request.Aborted);
        return found is { } statement ? Of(statement.Recorded, statement.Attribution, statement.Decisions, place, null, Standing(queue.Count - place + 1, verdicts)) : NotFoundPage.Of(Rest.StatementJson.IdOf(row));
    }

    public static async Task<Page> One(PageRequest request, ReviewDesk desk)
    {
        var id = request.LastSegment();
        return await desk.Find(id, request.Aborted) is { } statement ? Of(statement.Recorded, statement.Attribution, statement.Decisions, null, null, default) : NotFoundPage.Of(id);
    }

    /// <summary>The page of one statement.</summary>
    /// <param name="recorded">Its reading.</param>
    /// <param name="attribution">The statement.</param>
    /// <param name="decisions">What was decided about it so far, the last first.</param>
    /// <param name="place">Its place in the queue, from 1; null where it was gone to by itself.</param>
    /// <param name="error">What was wrong with the form before; null for nothing.</param>
    /// <param name="standing">How far the queue is.</param>
    public static Page Of(RecordedReading recorded, Attribution attribution, IReadOnlyList<Decision> decisions, int? place, Language.OnRecordException? error, Html standing)
    {
        var reading = recorded.Reading;
        var text = reading.Article?.Text ?? "";
        var speaker = reading.Entities.FirstOrDefault(entity => entity.Id == attribution.Speaker)?.Name;
        var marked = MarkedText.Of(reading with { Attributions = [attribution] });
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{recorded.Entry}-{attribution.Id}");
        return new Page
        {
            Title = "Review",
            Status = error is null ? StatusCodes.Status200OK : Errors.StatusOf(error.Code),
            Body = Html.Of($"""
                <h1>Review</h1>
                {standing}
                {Html.If(error is not null, () => Html.Of($"""<p class="note error" role="alert"><strong>{error!.Code}</strong> {error.Message}</p>"""))}
                <div class="columns reading">
                <section aria-labelledby="said">
                <h2 id="said" class="review-of">As it stands in <a href="{StatementView.LinkOf(reading.Raw.Sha256).With("reading", recorded.Entry).At(attribution.Id)}">{StatementView.TitleOf(reading.Article?.Title, reading.Raw.Path)}</a></h2>
                <div class="text excerpt">{marked.Paragraphs(Window(attribution, text.Length))}</div>
                </section>
                <form class="review" method="post" action="{Href.To("review", id).With("place", place)}">
                {NothingByEnter}
                <p class="who">{(speaker is null ? Html.Of($"""<span class="open">not resolved: {attribution.Unresolved}</span>""") : Html.Of($"""<span class="name">{speaker}</span>"""))} <span class="kind">{Wording.Of(attribution.Kind)}</span> <span class="where">sure {attribution.Confidence:0%}</span></p>
                <p class="verdicts"><button name="verdict" value="confirmed" data-key="c">Confirm <kbd>c</kbd></button> <button class="plain" name="verdict" value="rejected" data-key="x">Reject <kbd>x</kbd></button>{Html.If(place is not null, () => Html.Of($""" <a data-key="j" href="{Href.To("review").With("place", place + 1L)}">Skip <kbd>j</kbd></a>{Html.If(place > 1, () => Html.Of($""" <a data-key="k" href="{Href.To("review").With("place", place - 1L)}">Back <kbd>k</kbd></a>"""))}"""))}</p>
                <p><label for="note">Note <kbd>n</kbd></label><input id="note" name="note" maxlength="2000" data-key="n"></p>
                <fieldset><legend>Or correct it</legend>
                <p><label for="speaker">Speaker <kbd>e</kbd></label><input id="speaker" name="speaker" list="names" value="{speaker}" maxlength="300" data-key="e" autocomplete="off"><datalist id="names">{Html.Each(reading.Entities.Select(entity => entity.Name).Distinct(StringComparer.Ordinal), name => Html.Of($"""<option value="{name}"></option>"""))}</datalist></p>
                <p><label for="source">Words that name who says it</label><textarea id="source" name="source" rows="2">{CorrectionForm.Words(text, attribution.Source)}</textarea>{Take("source", "a")}</p>
                <p><label for="content">Words that are said; … between words that stand apart</label><textarea id="content" name="content" rows="5">{CorrectionForm.Words(text, attribution.Content)}</textarea>{Take("content", "w")}</p>
                <p><button class="plain" name="verdict" value="corrected" data-key="s">Save the correction <kbd>s</kbd></button></p>
                </fieldset>
                {Html.If(decisions.Count > 0, () => Html.Of($"""<h2>Decided before</h2><ul class="history">{Html.Each(decisions, Past)}</ul>"""))}
                </form>
                </div>
                """),
        };
    }

    // Shown by the script, which knows what is marked.
    private static Html Take(string field, string key) => Html.Of($"""<button class="plain small" type="button" data-take="{field}" data-key="{key}" hidden>Take the words marked in the text <kbd>{key}</kbd></button>""");

    private static TextSpan Window(Attribution attribution, int length)
    {
        var parts = attribution.Content.Concat(attribution.Source).Concat(attribution.Cue).ToList();
        return new TextSpan(Math.Max(0, parts.Min(span => span.Start) - Around), Math.Min(length, parts.Max(span => span.End) + Around));
    }

    private static Html Past(Decision decision) => Html.Of($"""
        <li><strong>{StateView.WordOf(decision.Verdict)}</strong> by {decision.Reviewer}, {decision.Decided}{Html.If(decision.Speaker is not null, () => Html.Of($"; speaker: {decision.Speaker}"))}{Html.If(decision.Content is not null, () => Html.Of($"; said: “{StatementView.Words(decision.Content!)}”"))}{Html.If(decision.Source is not null, () => Html.Of($"; source: “{StatementView.Words(decision.Source!)}”"))}{Html.If(decision.Note is not null, () => Html.Of($". {decision.Note}"))}</li>
        """);

    private static Html Standing(int left, VerdictCounts verdicts) => Html.Of($"""
        <p class="quiet" role="status">{left} to look at among the {ReviewQueue.Weighed} recorded last, the most doubtful first. Decided so far: {verdicts.Confirmed} confirmed, {verdicts.Corrected} corrected, {verdicts.Rejected} rejected. <a href="/api/corrections" download>Take the corrections along</a></p>
        """);

    private static Page Done(int count, VerdictCounts verdicts) => new()
    {
        Title = "Review",
        Body = Html.Of($"""
            <h1>Review</h1>
            <p>{(count == 0 ? "Nothing is left to decide about." : "That was the last one.")} Decided so far: {verdicts.Confirmed} confirmed, {verdicts.Corrected} corrected, {verdicts.Rejected} rejected.</p>
            <p>{Html.If(count > 0, () => Html.Of($"""<a class="button" href="/review">Begin again</a> """))}<a href="/api/corrections" download>Take the corrections along</a> as brat’s annotations.</p>
            """),
    };
}
