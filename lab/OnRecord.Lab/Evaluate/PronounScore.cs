using OnRecord.Lab.Corpora;
using OnRecord.Language.Coreference;

namespace OnRecord.Lab.Evaluate;

/// <summary>
/// GAP's score with the snippet as context: a name is the pronoun's where the pronoun's chain, as the resolver finds it on
/// its own analysis, has a mention whose head lies in the name. Every name counts once, as the scorer of GAP counts.
/// </summary>
internal static class PronounScore
{
    public static Counts Of(PronounExample example, OnRecord.Language.Analysis analysis, IReadOnlyList<Chain> chains)
    {
        var counts = new Counts();
        var chain = chains.FirstOrDefault(c => c.Mentions.Any(m => m.Kind == MentionKind.Pronoun && analysis.Tokens[m.HeadToken].Span.Overlaps(example.Pronoun)));
        Add(example.A, example.IsA);
        Add(example.B, example.IsB);
        return counts;

        void Add(OnRecord.Language.Text.TextSpan name, bool isGold)
        {
            var isOwn = chain is not null && chain.Mentions.Any(m => m.Kind != MentionKind.Pronoun && name.Overlaps(analysis.Tokens[m.HeadToken].Span));
            if (isOwn) counts.Predicted++;
            if (isGold) counts.Gold++;
            if (!isOwn || !isGold) return;
            counts.PredictedHits++;
            counts.GoldHits++;
        }
    }
}
