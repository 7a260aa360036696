using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>Says who and what the document names, and who each attribution's speaker is. Immutable; safe to share between threads.</summary>
public sealed class LinkStage : IStage
{
    /// <inheritdoc/>
    public string Name => "Link";

    /// <inheritdoc/>
    public RecordPart Needs => RecordPart.Analysis | RecordPart.Attributions;

    /// <inheritdoc/>
    public RecordPart Gives => RecordPart.Speakers;

    /// <inheritdoc/>
    public Reading Run(Reading reading)
    {
        var analysis = reading.Analysis!;
        var local = new LocalEntities(analysis, analysis.Names is null ? NameFinder.InSources(analysis, reading.Attributions) : NameFinder.Of(analysis));
        var resolver = new SpeakerResolver(analysis, local, new ChainedEntities(analysis, reading.Chains, local));
        var answers = new Dictionary<string, (LocalEntity? Speaker, string? Refusal)>(StringComparer.Ordinal);
        (LocalEntity, TextSpan)? before = null;
        foreach (var attribution in reading.Attributions)
        {
            var answer = attribution.Continues is { } continued ? answers[continued]
                : attribution.Source.Count == 0 ? (null, Refusal.NoSource)
                : attribution.Inside is { } turn && NameWords.IsFirstPerson(attribution.Source[0].Slice(analysis.Text)) ? answers[turn]
                : resolver.Resolve(attribution.Source[0], before);
            answers[attribution.Id] = answer;
            if (answer.Speaker is not null && attribution.Source.Count > 0) before = (answer.Speaker, attribution.Source[0]);
        }
        var ids = new Dictionary<LocalEntity, string>();
        var entities = new List<Entity>();
        foreach (var entity in local.All.Where(e => e.IsMentioned).OrderBy(e => e.FirstMention))
        {
            ids[entity] = FormattableString.Invariant($"e{ids.Count + 1}");
            entities.Add(new Entity { Id = ids[entity], Name = entity.Name, Type = entity.Type, Mentions = [.. entity.Mentions] });
        }
        return reading with
        {
            Entities = entities,
            Attributions = [.. reading.Attributions.Select(a => a with
            {
                Speaker = answers[a.Id].Speaker is { } speaker ? ids[speaker] : null,
                Unresolved = answers[a.Id].Refusal,
            })],
        };
    }
}
