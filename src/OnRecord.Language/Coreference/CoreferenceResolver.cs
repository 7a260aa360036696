using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;

namespace OnRecord.Language.Coreference;

/// <summary>
/// Says which phrases of a text speak of the same person or thing: names and their short forms, nouns, pronouns. A ranking
/// of antecedents, mention by mention, that sees the chains so far. Linear in the text; never throws for any text.
/// Immutable; make one and share it between threads.
/// </summary>
public sealed class CoreferenceResolver
{
    /// <summary>The name of the weight file.</summary>
    internal const string ModelName = "coreference";

    private readonly WordClasses classes;
    private readonly FeatureWeights weights;
    private readonly FeatureWeights contest;
    private readonly float contestShare;

    private CoreferenceResolver(ModelSet models)
    {
        var file = models.Open(ModelName);
        file.RequireFeatureSet(PairFeatures.FeatureSet);
        classes = WordClasses.Read(file, WordVectors.Load(models.Open(WordVectors.ModelName)));
        weights = FeatureWeights.Read(file, "links");
        contest = FeatureWeights.Read(file, "contest");
        contestShare = Weights.Read(file, "contest.share", 1)[0];
    }

    /// <summary>A resolver with the weights of a set.</summary>
    /// <param name="models">The weight files, such as those of OnRecord.Models.English.</param>
    /// <exception cref="OnRecordException">OR3001 where a weight file is missing, OR3002 where it is damaged, OR3003 where it belongs to another version.</exception>
    public static CoreferenceResolver Create(ModelSet models) => new(models);

    /// <summary>The chains of a text.</summary>
    /// <param name="analysis">The text as <see cref="EnglishAnalyser"/> analysed it: without tags and syntax there are no chains.</param>
    /// <param name="utterances">What is said in the text, and by whom; empty where that is not known.</param>
    /// <param name="least">Links less probable than this are not made, 0 to 1.</param>
    public IReadOnlyList<Chain> Resolve(Analysis analysis, IReadOnlyList<Utterance>? utterances = null, double least = 0)
    {
        if (analysis.Grammar is null) return [];
        var discourse = Begin(analysis, utterances ?? []);
        var ranking = new Ranking(weights);
        var confidences = new double[discourse.Mentions.Count];
        for (var m = 0; m < confidences.Length; m++)
        {
            var confidence = 1.0;
            if (!discourse.Speakers.IsSpeaker(m, out var antecedent)) (antecedent, confidence) = ranking.Best(discourse, m);
            if (confidence < least) antecedent = -1;
            confidences[m] = antecedent < 0 ? 1 : confidence;
            discourse.Place(m, antecedent);
        }
        return Chains(discourse, confidences);
    }

    /// <summary>Which of two names a pronoun stands for, where nothing else is asked: 0 or 1; -1 for neither, and where there is no such pronoun.</summary>
    internal int Choose(Analysis analysis, TextSpan pronoun, TextSpan one, TextSpan other)
    {
        if (Meet(analysis, pronoun, one, other) is not { } met) return -1;
        // The ranking says which of them it rather is; whether it is one of them, the choice says alone.
        var more = MathF.Log(Math.Max(met.OneRanked, met.OtherRanked) + LeastRanked);
        var (first, second) = (Score(met.One, met.OneRanked), Score(met.Other, met.OtherRanked));
        if (Math.Max(first, second) < Sum([NameContest.Neither])) return -1;
        return first >= second ? 0 : 1;

        float Score(uint[] features, float ranked) => Sum(features) + contestShare * (MathF.Log(ranked + LeastRanked) - more);

        float Sum(ReadOnlySpan<uint> features)
        {
            Span<float> sum = [0];
            contest.AddScores(features, sum);
            return sum[0];
        }
    }

    // What the ranking thinks nothing of may still be right.
    private const float LeastRanked = 0.02f;

    /// <summary>Two names as they meet for a pronoun: their features, and what the ranking of antecedents thinks of each.</summary>
    internal sealed record Meeting(uint[] One, float OneRanked, uint[] Other, float OtherRanked);

    /// <summary>Two names in question for a pronoun; null where there is no such pronoun.</summary>
    internal Meeting? Meet(Analysis analysis, TextSpan pronoun, TextSpan one, TextSpan other)
    {
        var discourse = Begin(analysis, []);
        var ranking = new Ranking(weights);
        for (var m = 0; m < discourse.Mentions.Count; m++)
        {
            if (discourse.Mentions[m].Kind == MentionKind.Pronoun && pronoun.Overlaps(analysis.Tokens[discourse.Mentions[m].Head].Span)) return Among(m);
            discourse.Place(m, ranking.Best(discourse, m).Antecedent);
        }
        return null;

        Meeting Among(int mention)
        {
            var (first, second) = (With(one, mention), With(other, mention));
            var (ranked, rest) = ranking.Weigh(discourse, mention, first, second);
            return new Meeting(Features(one, other, first), ranked, Features(other, one, second), rest);

            uint[] Features(TextSpan name, TextSpan rival, List<int> earlier)
            {
                var features = new uint[NameContest.Most];
                return features[..NameContest.Of(discourse, mention, name, rival, earlier, features)];
            }
        }

        // The mentions of the chains that name it, without those that name the other one: a chain with both tells nothing.
        List<int> With(TextSpan name, int end)
        {
            var (own, foreign) = (name == one ? one : other, name == one ? other : one);
            var chains = Enumerable.Range(0, end).Where(i => IsIn(i, own)).Select(discourse.ChainOf).ToHashSet();
            chains.ExceptWith(Enumerable.Range(0, end).Where(i => IsIn(i, foreign)).Select(discourse.ChainOf));
            return [.. Enumerable.Range(0, end).Where(i => IsIn(i, own) || chains.Contains(discourse.ChainOf(i)))];
        }

        bool IsIn(int mention, TextSpan name) => discourse.Mentions[mention] is { Kind: not MentionKind.Pronoun, IsCoordination: false } found && name.Overlaps(analysis.Tokens[found.Head].Span);
    }

    /// <summary>The text before anything is linked.</summary>
    internal Discourse Begin(Analysis analysis, IReadOnlyList<Utterance> utterances) => new(analysis, classes, utterances);

    private static List<Chain> Chains(Discourse discourse, double[] confidences)
    {
        var joined = Joined(discourse);
        var sizes = new int[discourse.Chains];
        for (var m = 0; m < confidences.Length; m++) sizes[joined[discourse.ChainOf(m)]]++;
        // Most mentions are alone, and no chain.
        var members = new List<ChainMention>?[discourse.Chains];
        for (var m = 0; m < confidences.Length; m++)
        {
            var chain = joined[discourse.ChainOf(m)];
            if (sizes[chain] < 2) continue;
            var mention = discourse.Mentions[m];
            (members[chain] ??= new List<ChainMention>(sizes[chain])).Add(new ChainMention(mention.SpanIn(discourse.Analysis), mention.Head, mention.Kind, confidences[m]));
        }
        var chains = new List<Chain>();
        foreach (var mentions in members)
        {
            if (mentions is null) continue;
            mentions.Sort(static (a, b) => a.Span.CompareTo(b.Span));
            chains.Add(new Chain { Mentions = mentions });
        }
        return chains;
    }

    // For each chain the one that it is part of, once speakers are known to be the "I" of their words.
    private static int[] Joined(Discourse discourse)
    {
        var joined = new int[discourse.Chains];
        for (var c = 0; c < joined.Length; c++) joined[c] = c;
        foreach (var (self, source) in discourse.Speakers.Joined())
        {
            var (a, b) = (Root(discourse.ChainOf(self)), Root(discourse.ChainOf(source)));
            joined[Math.Max(a, b)] = Math.Min(a, b);
        }
        for (var c = 0; c < joined.Length; c++) joined[c] = Root(c);
        return joined;

        int Root(int chain)
        {
            while (joined[chain] != chain) chain = joined[chain] = joined[joined[chain]];
            return chain;
        }
    }
}
