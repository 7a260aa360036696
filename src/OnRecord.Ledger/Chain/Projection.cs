using System.Text.Json;
using OnRecord.Language.Text;

namespace OnRecord.Ledger.Chain;

/// <summary>Works out the rows that follow from an entry. The one place that does: writing and verifying both ask it.</summary>
internal static class Projection
{
    private const string Between = " … ";

    /// <summary>The rows of an entry other than a reading.</summary>
    /// <exception cref="JsonException">The content is not what its kind has.</exception>
    public static IEnumerable<ProjectedRow> Of(long number, EntryKind kind, string content) => kind switch
    {
        EntryKind.Run => Of(number, CanonicalJson.Read(content, CanonicalJson.Default.RunContent)),
        EntryKind.RunEnd => Of(number, CanonicalJson.Read(content, CanonicalJson.Default.RunEndContent)),
        EntryKind.Document => Of(number, CanonicalJson.Read(content, CanonicalJson.Default.DocumentContent)),
        EntryKind.Occurrence => Of(number, CanonicalJson.Read(content, CanonicalJson.Default.OccurrenceContent)),
        EntryKind.Decision => [new(ProjectedTable.Decisions, DecisionForm.Row(number, CanonicalJson.Read(content, CanonicalJson.Default.DecisionContent)))],
        EntryKind.Failure => Of(number, CanonicalJson.Read(content, CanonicalJson.Default.FailureContent)),
        EntryKind.Knowledge => Of(number, CanonicalJson.Read(content, CanonicalJson.Default.KnowledgeContent)),
        EntryKind.EntityChange => Of(number, CanonicalJson.Read(content, CanonicalJson.Default.EntityChangeContent)),
        EntryKind.Series => [new(ProjectedTable.Series, SeriesForm.Row(number, CanonicalJson.Read(content, CanonicalJson.Default.SeriesContent)))],
        EntryKind.SeriesRemoval => Of(number, CanonicalJson.Read(content, CanonicalJson.Default.SeriesRemovalContent)),
        EntryKind.Check => Of(number, CanonicalJson.Read(content, CanonicalJson.Default.CheckContent)),
        EntryKind.CheckDecision => Of(number, CanonicalJson.Read(content, CanonicalJson.Default.CheckDecisionContent)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A reading's rows need its text."),
    };

    /// <summary>The rows of a reading.</summary>
    /// <param name="number">The entry's number.</param>
    /// <param name="content">What the entry holds.</param>
    /// <param name="text">The text the spans are into; null where the reading has none.</param>
    /// <param name="firstAttribution">The number of its first attribution: they are counted through the ledger.</param>
    public static IEnumerable<ProjectedRow> Of(long number, ReadingContent content, string? text, long firstAttribution)
    {
        var result = content.Result;
        var article = result.Article;
        yield return new(ProjectedTable.Readings,
        [
            number, result.Document, content.Run, content.Versions, content.ResultSha256, result.Failures.Length == 0 ? 1L : 0L, content.Read, content.Url,
            article?.Title, article?.Byline, article?.Publisher, article?.Published, article?.Language, article?.Charset, article?.Text.Sha256,
        ]);
        for (var i = 0; i < result.Failures.Length; i++)
        {
            var failure = result.Failures[i];
            yield return new(ProjectedTable.Failures, [number, (long)i, content.Run, result.Document, failure.Path, failure.Code, failure.Message, content.Read]);
        }
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entity in result.Entities.OrderBy(e => e.Id, StringComparer.Ordinal))
        {
            names[entity.Id] = entity.Name;
            yield return new(ProjectedTable.Entities, [number, entity.Id, entity.Name, entity.Type, entity.Wikidata, entity.Knowledge]);
        }
        var id = firstAttribution;
        foreach (var attribution in result.Attributions)
        {
            yield return new(ProjectedTable.Attributions,
            [
                id, number, attribution.Id, attribution.Kind, attribution.Confidence, attribution.Speaker, attribution.Unresolved, attribution.Continues, attribution.Inside,
                attribution.Role, attribution.OnBehalfOf, attribution.Addressee, attribution.Venue, attribution.When, attribution.SourceDescription,
            ]);
            // In the order of the roles' words, which is the order of the table's key.
            var said = Words(attribution.Content, text);
            var cue = Words(attribution.Cue, text);
            var source = Words(attribution.Source, text);
            foreach (var row in Spans(id, "content", attribution.Content, said)) yield return row;
            foreach (var row in Spans(id, "cue", attribution.Cue, cue)) yield return row;
            foreach (var row in Spans(id, "source", attribution.Source, source)) yield return row;
            var speaker = attribution.Speaker is { } e ? names.GetValueOrDefault(e) : null;
            yield return new(ProjectedTable.StatementIndex, [id, Joined(said), Joined(source), speaker]);
            id++;
        }
    }

    private static IEnumerable<ProjectedRow> Of(long number, RunContent run)
    {
        yield return new(ProjectedTable.Runs, [number, run.Program, run.Versions, run.Started]);
        foreach (var (name, checksum) in run.Models.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            yield return new(ProjectedTable.RunModels, [number, name, checksum]);
        }
    }

    private static IEnumerable<ProjectedRow> Of(long number, RunEndContent end) =>
        [new(ProjectedTable.RunEnds, [number, end.Run, end.Ended, end.Outcome, (long)end.Added, (long)end.Unchanged, (long)end.Failed])];

    private static IEnumerable<ProjectedRow> Of(long number, DocumentContent document) =>
        [new(ProjectedTable.Documents, [number, document.Sha256, document.Size])];

    private static IEnumerable<ProjectedRow> Of(long number, OccurrenceContent occurrence) =>
        [new(ProjectedTable.Occurrences, [number, occurrence.Document, occurrence.Path, occurrence.Url, occurrence.Run, occurrence.Seen])];

    private static IEnumerable<ProjectedRow> Of(long number, FailureContent failure) =>
        [new(ProjectedTable.Failures, [number, 0L, failure.Run, null, failure.Path, failure.Code, failure.Message, failure.Seen])];

    private static IEnumerable<ProjectedRow> Of(long number, KnowledgeContent facts) =>
        [new(ProjectedTable.Knowledge, [number, facts.Name, facts.Concept, (long)facts.Rows, facts.Added])];

    private static IEnumerable<ProjectedRow> Of(long number, EntityChangeContent change) =>
        [new(ProjectedTable.EntityChanges, [number, change.Change, change.Entity, change.Target, change.Made])];

    private static IEnumerable<ProjectedRow> Of(long number, SeriesRemovalContent removal) =>
        [new(ProjectedTable.SeriesRemovals, [number, removal.Series, removal.Name, removal.Reason, removal.Removed])];

    private static IEnumerable<ProjectedRow> Of(long number, CheckContent check) =>
        [new(ProjectedTable.Checks, [number, check.Document, check.Place, check.Item, check.Verdict, check.Reason, check.ResultSha256, check.AsOf, check.Checked])];

    private static IEnumerable<ProjectedRow> Of(long number, CheckDecisionContent decision) =>
        [new(ProjectedTable.CheckDecisions, [number, decision.Document, decision.Place, decision.Item, decision.Verdict, decision.Machine, decision.Reviewer, decision.Note, decision.Decided])];

    private static IEnumerable<ProjectedRow> Spans(long attribution, string role, int[][] ranges, string[] words)
    {
        for (var i = 0; i < ranges.Length; i++)
        {
            yield return new(ProjectedTable.Spans, [attribution, role, (long)i, (long)ranges[i][0], (long)ranges[i][1], words[i]]);
        }
    }

    private static string[] Words(int[][] ranges, string? text) => [.. ranges.Select(r => WellFormed.Of(new TextSpan(r[0], r[1]).Slice(text ?? "")))];

    // As the view statement_words joins them; null where there are none, as group_concat gives.
    private static string? Joined(string[] words) => words.Length == 0 ? null : string.Join(Between, words);
}
