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

    /// <summary>GAP's task with the two names given: which of them it is. Where neither stands before the pronoun, neither is said.</summary>
    public static Counts OfGiven(PronounExample example, OnRecord.Language.Analysis analysis, CoreferenceResolver resolver)
    {
        var chosen = resolver.Choose(analysis, example.Pronoun, example.A, example.B);
        var isHit = chosen == 0 && example.IsA || chosen == 1 && example.IsB;
        return new Counts { Predicted = chosen < 0 ? 0 : 1, Gold = (example.IsA ? 1 : 0) + (example.IsB ? 1 : 0), PredictedHits = isHit ? 1 : 0, GoldHits = isHit ? 1 : 0 };
    }

    /// <summary>Where the chain is not what the example says: what it holds instead.</summary>
    public static void WriteErrors(PronounExample example, OnRecord.Language.Analysis analysis, IReadOnlyList<Chain> chains, TextWriter errors)
    {
        var counts = Of(example, analysis, chains);
        if (counts.PredictedHits == counts.Predicted && counts.GoldHits == counts.Gold) return;
        var chain = chains.FirstOrDefault(c => c.Mentions.Any(m => m.Kind == MentionKind.Pronoun && analysis.Tokens[m.HeadToken].Span.Overlaps(example.Pronoun)));
        var what = chain is null ? "alone" : counts.Predicted == 0 ? "elsewhere" : counts.Predicted == 2 ? "both" : counts.Gold == 0 ? "neither" : "other";
        errors.WriteLine($"gap {what}: A {example.A.Slice(example.Text)} {example.IsA}, B {example.B.Slice(example.Text)} {example.IsB}, chain {(chain is null ? "" : string.Join(" | ", chain.Mentions.Select(m => m.Span.Slice(example.Text))))}");
        errors.WriteLine($"    {example.Text[..example.Pronoun.Start]}⟦{example.Pronoun.Slice(example.Text)}⟧{example.Text[example.Pronoun.End..]}");
    }
}
