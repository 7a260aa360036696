using OnRecord.Knowledge;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>
/// Says who and what the document names, in the document and in the world, and of each attribution who speaks, in which
/// office, for whom, to whom, where and when. Immutable; safe to share between threads.
/// </summary>
public sealed class LinkStage : IStage
{
    private readonly WorldKnowledge? added;

    /// <summary>Makes the stage with the knowledge that comes with the library, which is read when the first document asks for it.</summary>
    public LinkStage()
    {
    }

    /// <summary>Makes the stage.</summary>
    /// <param name="world">What is known of the world.</param>
    public LinkStage(WorldKnowledge world) => added = world;

    /// <inheritdoc/>
    public string Name => "Link";

    /// <inheritdoc/>
    public RecordPart Needs => RecordPart.Analysis | RecordPart.Attributions | RecordPart.Measures;

    /// <inheritdoc/>
    public RecordPart Gives => RecordPart.Speakers;

    /// <inheritdoc/>
    public Reading Run(Reading reading)
    {
        var analysis = reading.Analysis!;
        var world = added ?? WorldKnowledge.Shipped;
        var names = analysis.Names is null ? NameFinder.InSources(analysis, reading.Attributions) : NameFinder.Of(analysis);
        var local = new LocalEntities(analysis, BracketedInitials.Correct(analysis, KnownNames.Correct(analysis, names, world)), world, reading.Article?.Title, [.. reading.Attributions.SelectMany(a => a.Source)]);
        var statements = new Statements(reading, local, world);
        statements.LinkNames();
        var resolver = new SpeakerResolver(analysis, local, new ChainedEntities(analysis, reading.Chains, local));
        var answers = new Dictionary<string, (LocalEntity? Speaker, string? Refusal)>(StringComparer.Ordinal);
        // Who spoke last, apart for what stands inside each attribution: who speaks next in an article goes on from its last
        // speaker, not from one whom that one quoted.
        var last = new Dictionary<string, SpokenBefore>(StringComparer.Ordinal);
        var quotations = reading.Attributions.Where(a => a.Kind == AttributionKind.Direct).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var attribution in reading.Attributions)
        {
            var answer = attribution.Continues is { } continued ? answers[continued]
                : attribution.Source.Count == 0 ? (null, Refusal.NoSource)
                : attribution.Inside is { } turn && NameWords.IsFirstPerson(attribution.Source[0].Slice(analysis.Text)) ? answers[turn]
                : Resolved(attribution);
            var speaking = statements.Take(attribution, answer.Item1, answer.Item2, Last(attribution.Inside ?? "")?.Speaker);
            answers[attribution.Id] = (speaking.Speaker, speaking.Refusal);
            Note(attribution, speaking.Speaker);
        }
        statements.ReadSettings();
        var ids = new Dictionary<LocalEntity, string>();
        var entities = Entities(local, ids);
        return reading with { Entities = entities, Attributions = [.. reading.Attributions.Select(a => statements.Complete(a, ids))] };

        (LocalEntity? Speaker, string? Refusal) Resolved(Attribution attribution)
        {
            if (attribution.Inside is not { } outer) return resolver.Resolve(attribution.Source[0], Last(""));
            // "He said no," she told us: whoever is quoted does not call himself "he".
            return quotations.Contains(outer) ? resolver.Resolve(attribution.Source[0], Last(outer), answers[outer].Speaker)
                : resolver.Resolve(attribution.Source[0], Last(outer) ?? Last(""));
        }

        SpokenBefore? Last(string inside) => last.TryGetValue(inside, out var spoken) ? spoken : null;

        void Note(Attribution attribution, LocalEntity? speaker)
        {
            var inside = attribution.Inside ?? "";
            var end = attribution.Source.Concat(attribution.Cue).Concat(attribution.Content).Max(s => s.End);
            if (attribution.Source.Count > 0 && speaker is not null) last[inside] = new SpokenBefore(speaker, attribution.Source[0], attribution.Content, end);
            else if (attribution.Continues is not null && last.TryGetValue(inside, out var spoken) && spoken.Speaker == speaker) last[inside] = spoken with { End = end };
        }
    }

    // Those that are one in the world are one entity: "NATO" and "the North Atlantic Treaty Organization".
    private static List<Entity> Entities(LocalEntities local, Dictionary<LocalEntity, string> ids)
    {
        var entities = new List<Entity>();
        foreach (var same in local.All.Where(e => e.IsMentioned).OrderBy(e => e.FirstMention).GroupBy(e => e.Known?.Key ?? (object)e))
        {
            var id = FormattableString.Invariant($"e{entities.Count + 1}");
            foreach (var entity in same) ids[entity] = id;
            var first = same.First();
            entities.Add(new Entity
            {
                Id = id,
                Name = WithoutArticle(same.Select(e => e.Name).MaxBy(name => name.Length)!, first.Known),
                Type = first.Known?.Type ?? first.Type,
                Wikidata = first.Known?.Wikidata,
                Knowledge = first.Known?.Key,
                Members = first.Members,
                Mentions = same.Count() == 1 ? [.. first.Mentions] : [.. same.SelectMany(e => e.Mentions).DistinctBy(m => m.Span).OrderBy(m => m.Span)],
            });
        }
        return entities;
    }
    // "The North Atlantic Treaty Organization" is listed without its article, "The Guardian" with it.
    private static string WithoutArticle(string name, KnownEntity? known) =>
        known is not null && name.StartsWith("The ", StringComparison.Ordinal) && !known.Name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name;
}
