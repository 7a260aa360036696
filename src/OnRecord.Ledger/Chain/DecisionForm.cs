using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Language.Text;

namespace OnRecord.Ledger.Chain;

/// <summary>Decisions as entries hold them, and back.</summary>
internal static class DecisionForm
{
    /// <summary>Where a statement's content stands, as a key: <c>12-40 51-60</c>.</summary>
    public static string PlaceOf(IReadOnlyList<int[]> content)
    {
        var place = new StringBuilder();
        foreach (var range in content) place.Append(place.Length > 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{range[0]}-{range[1]}");
        return place.ToString();
    }

    public static DecisionContent Of(Decision decision, string document, string place, string decided) => new(
        document,
        place,
        decision.Reading,
        decision.Attribution,
        RecordWords<Verdict>.Of(decision.Verdict),
        WellFormed.Of(decision.Reviewer),
        decided,
        WellFormed.OrNull(decision.Note),
        WellFormed.OrNull(decision.Speaker),
        Ranges(decision.Source),
        Ranges(decision.Content));

    /// <summary>The row of a decision, its ranges as the JSON that the entry has.</summary>
    public static object?[] Row(long entry, DecisionContent content) =>
    [
        entry, content.Document, content.Place, content.Reading, content.Attribution, content.Verdict, content.Reviewer, content.Decided, content.Note, content.Speaker,
        Json(content.Source), Json(content.Content),
    ];

    /// <exception cref="JsonException">It is no list of ranges.</exception>
    public static IReadOnlyList<RecordedWords>? Words(string? json) => json is null ? null
        : [.. CanonicalJson.Read(json, CanonicalJson.Default.CorrectedSpanContentArray).Select(span => new RecordedWords(new TextSpan(span.Start, span.Stop), span.Words))];

    private static CorrectedSpanContent[]? Ranges(IReadOnlyList<RecordedWords>? spans) =>
        spans is null ? null : [.. spans.Select(span => new CorrectedSpanContent(span.Span.Start, span.Span.End, WellFormed.Of(span.Words)))];

    private static string? Json(CorrectedSpanContent[]? spans) => spans is null ? null : CanonicalJson.Write(spans, CanonicalJson.Default.CorrectedSpanContentArray);
}
