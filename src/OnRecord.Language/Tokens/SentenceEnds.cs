using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Tokens;

/// <summary>
/// Learned weights for the places where rules alone are often wrong: headers, signatures and lists that run into what
/// follows, sentences without a mark or without a capital letter. A logistic regression over <see cref="GapFeatures"/>.
/// Immutable; safe to share between threads.
/// </summary>
internal sealed class SentenceEnds
{
    /// <summary>The name of the weight file.</summary>
    public const string ModelName = "sentences";

    /// <summary>The identity of the features.</summary>
    public const string FeatureSet = "sentences/1 gaps";

    /// <summary>
    /// The odds, as a logarithm, from which a sentence ends against the rules, and under which it goes on against them.
    /// Both ask for more than an even chance, so that edited news stays as the rules part it; after a change run
    /// <c>lab evaluate language --errors</c>, which lists every place of political news where the rules are overruled.
    /// </summary>
    private const float EndsFrom = 0.5f, GoesOnUnder = -1.5f;

    private readonly FeatureWeights weights;
    private readonly float bias;

    private SentenceEnds(ModelFile file)
    {
        file.RequireFeatureSet(FeatureSet);
        weights = FeatureWeights.Read(file, "gaps");
        if (weights.Labels != 1) throw Weights.Damaged(file, "gaps.table");
        bias = Weights.Read(file, "bias", 1)[0];
    }

    /// <summary>The weights of a file.</summary>
    /// <exception cref="OnRecordException">OR3002 where it is damaged, OR3003 where it belongs to other features.</exception>
    public static SentenceEnds Load(ModelFile file) => new(file);

    /// <summary>Judges a place: a <see cref="SentenceJudge"/>.</summary>
    public bool Judge(int end, bool isRuled, ReadOnlySpan<uint> features)
    {
        Span<float> score = [bias];
        weights.AddScores(features, score);
        return score[0] > (isRuled ? GoesOnUnder : EndsFrom);
    }
}
