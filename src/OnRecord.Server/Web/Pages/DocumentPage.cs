using OnRecord.Formats;
using OnRecord.Language.Text;
using OnRecord.Ledger;

namespace OnRecord.Server.Web.Pages;

/// <summary>One article: its text with who said what marked, and the record beside it.</summary>
internal static class DocumentPage
{
    public static async Task<Page> Get(PageRequest request)
    {
        var id = request.LastSegment();
        var entry = request.Number("reading");
        var found = await request.Ask(ledger => ledger.Reading(id, entry) is { } recorded ? (Recorded: recorded, Decisions: ledger.Decisions(recorded.Reading)) : default);
        if (found.Recorded is not { } recorded) return NotFoundPage.Of(request.Context.Request.Path);
        var threads = await request.ThreadsAtHand(await request.Catalogue());
        return Of(recorded, found.Decisions, Threads(threads, recorded.Reading.Raw.Sha256, request.Today));
    }

    private static Page Of(RecordedReading recorded, ILookup<string, Decision> decisions, Html threads)
    {
        var reading = recorded.Reading;
        var marked = MarkedText.Of(reading);
        var title = StatementView.TitleOf(reading.Article?.Title, reading.Raw.Path);
        return new Page
        {
            Title = title,
            Body = Html.Of($"""
                <article class="document">
                <header>
                <h1>{title}</h1>
                <p class="where">{reading.Article?.Byline ?? "No byline"}{StatementView.Outlet(reading.Article?.Publisher)}{StatementView.Day(reading.Article?.Published)}{Original(reading)}</p>
                {Notes(recorded)}
                {Legend(reading, marked)}
                </header>
                <div class="columns reading">
                <div class="text" lang="{reading.Article?.Language ?? "en"}">{marked.Paragraphs()}</div>
                <aside class="record" aria-labelledby="record">
                <h2 id="record">The record</h2>
                {(reading.Attributions.Count == 0 ? Html.Of($"""<p class="quiet">No statement was found in this article.</p>""") : Html.Of($"""<ol>{Html.Each(reading.Attributions, a => Entry(recorded, a, marked, decisions[a.Id].FirstOrDefault()))}</ol>"""))}
                {threads}
                </aside>
                </div>
                {About(recorded)}
                </article>
                """),
        };
    }

    // What the article has a part in, whatever else it stands in.
    private static Html Threads(RecordedThreads? threads, string document, DateOnly today)
    {
        var pledges = threads?.All.Pledges.Where(p => p.Steps.Any(s => s.Citation.Document == document)).ToList() ?? [];
        var disputes = threads?.All.Disputes.Where(d => d.Steps.Any(s => s.Citation.Document == document)).ToList() ?? [];
        return Html.Of($"""
            {Html.If(pledges.Count > 0, () => Html.Of($"""<h2>Its pledges</h2><ul class="documents">{Html.Each(pledges, p => Html.Of($"""<li><a href="{PledgeView.LinkOf(p)}">{p.Steps[^1].Citation.Words}</a> {PledgeView.Status(p, today)}</li>"""))}</ul>"""))}
            {Html.If(disputes.Count > 0, () => Html.Of($"""<h2>Its disputes</h2><ul class="documents">{Html.Each(disputes, d => Html.Of($"""<li><a href="{DisputeView.LinkOf(d)}">{DisputeView.Names(d)}</a> <span class="where">{d.Steps.Count} {(d.Steps.Count == 1 ? "step" : "steps")}</span></li>"""))}</ul>"""))}
            """);
    }

    private static Html Entry(RecordedReading recorded, Attribution attribution, MarkedText marked, Decision? decision)
    {
        var reading = recorded.Reading;
        var name = NameOf(reading, attribution.Speaker);
        return Html.Of($"""
            <li id="r-{attribution.Id}" class="{marked.ColourOf(attribution.Speaker)}">
            <p class="who">{(name is null ? Html.Of($"""<span class="open">{Words(reading, attribution.Source) ?? "nobody named"}</span>""") : Html.Of($"""<a class="name" href="{ActorLink(reading, attribution.Speaker!)}">{name}</a>"""))} <span class="kind">{Wording.Of(attribution.Kind)}</span>{StateView.Mark(decision)}</p>
            {Setting(reading, attribution)}
            {Html.If(name is null, () => Html.Of($"""<p class="reason">Speaker not resolved: {attribution.Unresolved}</p>"""))}
            <blockquote><a href="#{attribution.Id}">{Words(reading, attribution.Content)}</a></blockquote>
            {StateView.Correction(decision)}
            <p class="where">{Cue(reading, attribution)}<span title="How sure the machine is that this is an attribution with these borders">sure {attribution.Confidence:0%}</span> · <a href="{StatementView.LinkOf(reading.Raw.Sha256).With("reading", recorded.Entry).At(attribution.Id)}">{attribution.Id}</a> · <a href="{Href.To("review", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{recorded.Entry}-{attribution.Id}"))}">review</a></p>
            </li>
            """);
    }

    // The office on that day, to whom, where and when, as far as the text says.
    private static Html Setting(Reading reading, Attribution attribution)
    {
        string?[] parts = [attribution.Role, NameOf(reading, attribution.OnBehalfOf) is { } group ? $"for {group}" : null, NameOf(reading, attribution.Addressee) is { } other ? $"to {other}" : null, attribution.Venue];
        var known = parts.Where(part => !string.IsNullOrEmpty(part)).ToList();
        return Html.If(known.Count > 0 || attribution.When is not null, () => Html.Of($"""<p class="where">{string.Join(" · ", known)}{Html.If(attribution.When is not null, () => Html.Of($"{(known.Count > 0 ? " · " : "")}said {Dates.Of(attribution.When)}"))}</p>"""));
    }

    private static Html Cue(Reading reading, Attribution attribution) => attribution switch
    {
        { Continues: { } before } => Html.Of($"""goes on from <a href="#r-{before}">{before}</a> · """),
        { Cue.Count: > 0 } => Html.Of($"""<span class="cue">{Words(reading, attribution.Cue)}</span> · """),
        _ => default,
    };

    private static Href ActorLink(Reading reading, string speaker)
    {
        var entity = reading.Entities.FirstOrDefault(e => e.Id == speaker);
        return StatementView.ActorLink(entity?.Knowledge ?? entity?.Name ?? speaker);
    }

    private static string? NameOf(Reading reading, string? speaker) => speaker is null ? null : reading.Entities.FirstOrDefault(entity => entity.Id == speaker)?.Name;

    private static string? Words(Reading reading, IReadOnlyList<TextSpan> spans) =>
        spans.Count == 0 || reading.Article is not { } article ? null : string.Join(Wording.Gap, spans.Select(span => span.Slice(article.Text)));

    private static Html Original(Reading reading) => reading.Article?.Url is { IsAbsoluteUri: true, Scheme: "http" or "https" } address
        ? Html.Of($""" · <a href="{address.AbsoluteUri}" rel="noopener noreferrer external">{address.Host}</a>""")
        : default;

    private static Html Notes(RecordedReading recorded) => Html.Of($"""
        {Html.If(!recorded.IsStanding, () => Html.Of($"""<p class="note">This is an older reading. <a href="{StatementView.LinkOf(recorded.Reading.Raw.Sha256)}">See the one that stands.</a></p>"""))}
        {Html.Each(recorded.Reading.Failures, failure => Html.Of($"""<p class="note error"><strong>{failure.Code}</strong> {failure.Message}</p>"""))}
        """);

    private static Html Legend(Reading reading, MarkedText marked)
    {
        var speakers = reading.Attributions.Where(a => a.Speaker is not null).GroupBy(a => a.Speaker!, StringComparer.Ordinal)
            .Select(g => (Id: g.Key, Name: NameOf(reading, g.Key) ?? g.Key, Count: g.Count())).OrderByDescending(s => s.Count).ToList();
        var open = reading.Attributions.Count(a => a.Speaker is null);
        return Html.If(reading.Attributions.Count > 0, () => Html.Of($"""
            <ul class="legend" aria-label="Who speaks">{Html.Each(speakers, s => Html.Of($"""<li><a class="{marked.ColourOf(s.Id)}" href="{ActorLink(reading, s.Id)}">{s.Name}</a> {s.Count}</li>"""))}{Html.If(open > 0, () => Html.Of($"""<li><span class="s-open">not resolved</span> {open}</li>"""))}</ul>
            """));
    }

    private static Html About(RecordedReading recorded)
    {
        var raw = recorded.Reading.Raw;
        // A text that was fetched says nothing of its address; what it was read from does.
        var address = recorded.Reading.Article?.Url?.OriginalString ?? (Uri.TryCreate(raw.Path, UriKind.Absolute, out var from) && from.Scheme is "http" or "https" ? raw.Path : null);
        return Html.Of($"""
            <details class="about"><summary>Where this comes from</summary>
            <dl>
            <dt>Read from</dt><dd><code>{raw.Path}</code></dd>
            <dt>SHA-256 of the original</dt><dd><code>{raw.Sha256}</code>, {raw.Bytes.Length} bytes, kept in the ledger</dd>
            {Html.If(address is not null, () => Html.Of($"""<dt>Published at</dt><dd><code>{address}</code>; the page there may since have changed or gone, its words as they were read are here</dd>"""))}
            <dt>Read</dt><dd>{recorded.Read}, in <a href="/runs">run {recorded.Run}</a>, recorded as entry {recorded.Entry}</dd>
            <dt>Readings</dt><dd>{Html.Each(recorded.All, entry => Html.Of($"""<a href="{StatementView.LinkOf(raw.Sha256).With("reading", entry)}">{entry}</a> """))}</dd>
            </dl></details>
            """);
    }
}
