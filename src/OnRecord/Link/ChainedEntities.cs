using OnRecord.Language;
using OnRecord.Language.Coreference;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>
/// Which entity the nouns and pronouns of a document stand for, by the chains they are in: a chain in which one entity is
/// named stands for it, and a chain in which two are named for neither.
/// </summary>
internal sealed class ChainedEntities
{
    private readonly Analysis analysis;
    private readonly Dictionary<int, List<(ChainMention Mention, LocalEntity Entity)>> byHead = [];

    public ChainedEntities(Analysis analysis, IReadOnlyList<Chain> chains, LocalEntities entities)
    {
        this.analysis = analysis;
        foreach (var chain in chains)
        {
            if (Named(chain, entities) is not { } entity) continue;
            foreach (var mention in chain.Mentions)
            {
                if (mention.Kind == MentionKind.Name) continue;
                entity.Mention(mention.Span, mention.Kind == MentionKind.Pronoun ? MentionForm.Pronoun : MentionForm.Nominal);
                if (!byHead.TryGetValue(mention.HeadToken, out var mentions)) byHead[mention.HeadToken] = mentions = [];
                mentions.Add((mention, entity));
            }
        }
    }

    /// <summary>The entity that a phrase stands for, with how probable the link is; null where no chain says it.</summary>
    /// <param name="first">The phrase's first token.</param>
    /// <param name="end">The token after its last.</param>
    public (LocalEntity Entity, double Confidence)? Of(int first, int end)
    {
        if (analysis.Grammar is not { } grammar) return null;
        var phrase = new TextSpan(analysis.Tokens[first].Start, analysis.Tokens[end - 1].End);
        for (var token = first; token < end; token++)
        {
            // The phrase's head hangs on a word outside it; what stands inside the phrase, "ministry" in "the ministry's spokeswoman", does not speak.
            if (grammar.Head(token) is var head && head >= first && head < end || !byHead.TryGetValue(token, out var mentions)) continue;
            foreach (var (mention, entity) in mentions)
            {
                if (mention.Span.Contains(phrase)) return (entity, mention.Confidence);
            }
        }
        return null;
    }

    private LocalEntity? Named(Chain chain, LocalEntities entities)
    {
        LocalEntity? named = null;
        foreach (var mention in chain.Mentions)
        {
            if (mention.Kind != MentionKind.Name || entities.NamedAt(analysis.Tokens[mention.HeadToken].Start) is not { } entity) continue;
            if (named is not null && named != entity) return null;
            named = entity;
        }
        return named;
    }
}
