namespace OnRecord.Ledger;

/// <summary>A reading with what people decided put in: what was rejected is gone, what was corrected is as they say.</summary>
public static class ReviewedReading
{
    /// <summary>The reading as people left it, with what was read out of its statements. What nobody decided about stays as it was read.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="decisions">The decision that stands on each statement that somebody decided about.</param>
    public static Reading Of(Reading reading, IReadOnlyDictionary<string, Decision> decisions)
    {
        if (decisions.Count == 0) return reading;
        var entities = reading.Entities.ToList();
        var attributions = new List<Attribution>();
        foreach (var attribution in reading.Attributions)
        {
            if (!decisions.TryGetValue(attribution.Id, out var decision) || decision.Verdict == Verdict.Confirmed) attributions.Add(attribution);
            else if (decision.Verdict == Verdict.Corrected) attributions.Add(Corrected(attribution, decision, entities));
        }
        var standing = attributions.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        bool Stands(string? attribution) => attribution is null || standing.Contains(attribution);
        var corrected = reading.Attributions.Zip(reading.Attributions.Select(a => attributions.Find(n => n.Id == a.Id)))
            .Where(pair => pair.Second is { Speaker: not null } && pair.First.Speaker != pair.Second.Speaker).ToDictionary(pair => pair.First.Id, pair => (Was: pair.First.Speaker, Is: pair.Second!.Speaker!), StringComparer.Ordinal);
        // Who was taken for the speaker was taken for the one who charges and pledges in the statement as well.
        string? Meant(string? attribution, string? entity) => attribution is not null && corrected.TryGetValue(attribution, out var speaker) && entity == speaker.Was ? speaker.Is : entity;
        List<Pledge> Standing(IReadOnlyList<Pledge> pledges) => [.. pledges.Where(p => Stands(p.Attribution)).Select(p => p with { Pledgers = [.. p.Pledgers.Select(e => Meant(p.Attribution, e)!)] })];
        return reading with
        {
            Attributions = attributions,
            Entities = entities,
            Claims = [.. reading.Claims.Where(c => Stands(c.Attribution))],
            Pledges = Standing(reading.Pledges),
            PledgeChanges = Standing(reading.PledgeChanges),
            Allegations = [.. reading.Allegations.Where(a => Stands(a.Attribution)).Select(a => a with { By = Meant(a.Attribution, a.By) })],
        };
    }

    private static Attribution Corrected(Attribution attribution, Decision decision, List<Entity> entities) => attribution with
    {
        Source = decision.Source is { } source ? [.. source.Select(piece => piece.Span)] : attribution.Source,
        Content = decision.Content is { } content ? [.. content.Select(piece => piece.Span)] : attribution.Content,
        Speaker = decision.Speaker is { } name ? EntityOf(name, entities) : attribution.Speaker,
        Unresolved = decision.Speaker is null ? attribution.Unresolved : null,
    };

    private static string EntityOf(string name, List<Entity> entities)
    {
        if (entities.Find(entity => entity.Name == name) is { } known) return known.Id;
        // People may name somebody whom the machine did not find: an entity of theirs, with no place in the text.
        var added = new Entity { Id = $"r{entities.Count(entity => entity.Id.StartsWith('r')) + 1}", Name = name, Type = EntityType.Other, Mentions = [] };
        entities.Add(added);
        return added.Id;
    }
}
