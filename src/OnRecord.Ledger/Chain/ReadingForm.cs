using System.Globalization;
using OnRecord.Language;
using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Ledger.Chain;

/// <summary>Turns a reading into what its entry holds, and back.</summary>
internal static class ReadingForm
{
    private const string Day = "yyyy-MM-dd";

    /// <exception cref="OnRecordException">OR5006: a span reaches beyond the text.</exception>
    public static ResultContent Of(Reading reading, TextContent? text)
    {
        var length = reading.Article?.Text.Length ?? 0;
        int[][] Ranges(IReadOnlyList<TextSpan> spans) => [.. spans.Select(s => Checked(s, reading.Raw.Path, length))];
        int[] Range(TextSpan span) => Checked(span, reading.Raw.Path, length);

        return new ResultContent(
            reading.Raw.Sha256,
            RecordWords<DocumentForm>.Of(reading.Raw.Form),
            WellFormed.OrNull(reading.Raw.DeclaredCharset),
            Date(reading.Raw.Published),
            reading.Article is { } article && text is not null ? ArticleOf(article, text, Range) : null,
            reading.Analysis?.Sentences.Select(s => (int[])[.. Range(s.Span), s.Paragraph, s.IsApart ? 1 : 0]).ToArray(),
            [.. reading.Entities.Select(e => new EntityContent(
                e.Id,
                WellFormed.Of(e.Name),
                RecordWords<EntityType>.Of(e.Type),
                [.. e.Mentions.Select(m => new MentionContent(Range(m.Span)[0], m.Span.End, RecordWords<MentionForm>.Of(m.Form)))],
                WellFormed.OrNull(e.Wikidata),
                WellFormed.OrNull(e.Knowledge),
                e.Members.Count == 0 ? null : [.. e.Members.Select(WellFormed.Of)]))],
            [.. reading.Attributions.Select(a => new AttributionContent(
                a.Id,
                RecordWords<AttributionKind>.Of(a.Kind),
                Ranges(a.Source),
                Ranges(a.Cue),
                Ranges(a.Content),
                double.IsFinite(a.Confidence) ? a.Confidence : throw new ArgumentException($"The confidence of {a.Id} is {a.Confidence.ToString(CultureInfo.InvariantCulture)}, which is no number from 0 to 1.", nameof(reading)),
                a.Continues,
                a.Inside,
                a.Speaker,
                a.Unresolved,
                WellFormed.OrNull(a.Role),
                a.OnBehalfOf,
                a.Addressee,
                WellFormed.OrNull(a.Venue),
                Date(a.When),
                WellFormed.OrNull(a.SourceDescription),
                a.Act is { } act ? RecordWords<Act>.Of(act) : null))],
            [.. reading.Failures.Select(f => new FailureContentInside(WellFormed.Of(f.Path), f.Code, WellFormed.Of(f.Message)))],
            [.. reading.Times.Select(t => MeasureForm.Of(t, Range))],
            [.. reading.Quantities.Select(q => MeasureForm.Of(q, Range))],
            [.. reading.InferredDates.Select(d => MeasureForm.Of(d, Range))],
            [.. reading.Claims.Select(c => MeaningForm.Of(c, Range))],
            [.. reading.Pledges.Select(p => MeaningForm.Of(p, Range))],
            [.. reading.Allegations.Select(g => MeaningForm.Of(g, Range))],
            [.. reading.Events.Select(e => MeaningForm.Of(e, Range))],
            [.. reading.PledgeChanges.Select(p => MeaningForm.Of(p, Range))]);
    }

    /// <summary>
    /// The reading an entry holds. Its analysis has the sentences and no tokens, paragraphs or quotations: those are
    /// worked out from the text by whatever version asks, and are no part of the record.
    /// </summary>
    public static Reading Read(ReadingContent content, ReadOnlyMemory<byte> original, string? text)
    {
        var result = content.Result;
        var raw = new RawDocument
        {
            Path = content.Path,
            Bytes = original,
            Sha256 = result.Document,
            Form = RecordWords<DocumentForm>.Read(result.Form),
            Url = content.Url is null ? null : new Uri(content.Url, UriKind.RelativeOrAbsolute),
            DeclaredCharset = result.DeclaredCharset,
            Published = Date(result.GivenPublished),
        };
        return new Reading
        {
            Raw = raw,
            Article = result.Article is { } article && text is not null ? ArticleOf(article, raw, text) : null,
            Analysis = result.Sentences is { } sentences && text is not null ? AnalysisOf(sentences, text) : null,
            Entities = [.. result.Entities.Select(e => new Entity
            {
                Id = e.Id,
                Name = e.Name,
                Type = RecordWords<EntityType>.Read(e.Type),
                Mentions = [.. e.Mentions.Select(m => new Mention(new TextSpan(m.Start, m.Stop), RecordWords<MentionForm>.Read(m.Form)))],
                Wikidata = e.Wikidata,
                Knowledge = e.Knowledge,
                Members = e.Members ?? [],
            })],
            Attributions = [.. result.Attributions.Select(a => new Attribution
            {
                Id = a.Id,
                Kind = RecordWords<AttributionKind>.Read(a.Kind),
                Source = Spans(a.Source),
                Cue = Spans(a.Cue),
                Content = Spans(a.Content),
                Confidence = a.Confidence,
                Continues = a.Continues,
                Inside = a.Inside,
                Speaker = a.Speaker,
                Unresolved = a.Unresolved,
                Role = a.Role,
                OnBehalfOf = a.OnBehalfOf,
                Addressee = a.Addressee,
                Venue = a.Venue,
                When = Date(a.When),
                SourceDescription = a.SourceDescription,
                Act = a.Act is { } act ? RecordWords<Act>.Read(act) : null,
            })],
            Times = [.. (result.Times ?? []).Select(MeasureForm.Read)],
            Quantities = [.. (result.Quantities ?? []).Select(MeasureForm.Read)],
            InferredDates = [.. (result.InferredDates ?? []).Select(MeasureForm.Read)],
            Claims = [.. (result.Claims ?? []).Select(MeaningForm.Read)],
            Pledges = [.. (result.Pledges ?? []).Select(MeaningForm.Read)],
            PledgeChanges = [.. (result.PledgeChanges ?? []).Select(MeaningForm.Read)],
            Allegations = [.. (result.Allegations ?? []).Select(MeaningForm.Read)],
            Events = [.. (result.Events ?? []).Select(MeaningForm.Read)],
            Failures = [.. result.Failures.Select(f => new Failure(f.Path, f.Code, f.Message))],
        };
    }

    public static string? Date(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    public static DateOnly? Date(string? day) => day is null ? null : DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture);

    private static ArticleContent ArticleOf(Article article, TextContent text, Func<TextSpan, int[]> range) => new(
        article.Charset,
        text,
        WellFormed.OrNull(article.Title),
        WellFormed.OrNull(article.Byline),
        WellFormed.OrNull(article.Publisher),
        Date(article.Published),
        WellFormed.OrNull(article.Language),
        [.. article.Furniture.Select(f => new FurnitureContent(range(f.Span)[0], f.Span.End, RecordWords<FurnitureKind>.Of(f.Kind)))]);

    private static Article ArticleOf(ArticleContent article, RawDocument raw, string text) => new()
    {
        Raw = raw,
        Text = text,
        Charset = article.Charset,
        Title = article.Title,
        Byline = article.Byline,
        Publisher = article.Publisher,
        Published = Date(article.Published),
        Language = article.Language,
        Furniture = [.. article.Furniture.Select(f => new Furniture(new TextSpan(f.Start, f.Stop), RecordWords<FurnitureKind>.Read(f.Kind)))],
    };

    private static Analysis AnalysisOf(int[][] sentences, string text) => new()
    {
        Text = text,
        Tokens = [],
        Paragraphs = [],
        Quotations = [],
        Sentences = [.. sentences.Select(s => new Sentence(0, 0, new TextSpan(s[0], s[1]), s[2], s[3] == 1))],
    };

    private static TextSpan[] Spans(int[][] ranges) => [.. ranges.Select(r => new TextSpan(r[0], r[1]))];

    private static int[] Checked(TextSpan span, string path, int length) =>
        span.Start >= 0 && span.Start <= span.End && span.End <= length
            ? [span.Start, span.End]
            : throw new OnRecordException(DiagnosticCodes.SpanMismatch, $"The span {span} reaches beyond the text of {path}, which has {length.ToString(CultureInfo.InvariantCulture)} characters, so the reading is not recorded. This is a defect in OnRecord: please report it with the document.");
}
