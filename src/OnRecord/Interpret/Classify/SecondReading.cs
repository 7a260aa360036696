using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Pieces;

namespace OnRecord.Interpret.Classify;

/// <summary>
/// Reads again the sentences that a classifier of two labels is in doubt about, by an encoder that knows more of words and is too
/// slow to read them all (a cascade: Viola and Jones 2001). Immutable; safe to share between threads.
/// </summary>
internal sealed class SecondReading
{
    private readonly PieceEncoder encoder;
    private readonly float[] output;
    private readonly float[] bias;

    /// <summary>The second reading of a weight file.</summary>
    /// <exception cref="Language.OnRecordException">OR3002 where the sections do not fit one another.</exception>
    public SecondReading(ModelFile file)
    {
        encoder = new PieceEncoder(file);
        output = Weights.Read(file, "output", 2 * PooledStates.Count(encoder.Width));
        bias = Weights.Read(file, "output-bias", 2);
        var pool = Weights.Read(file, "pool", 4);
        Pool = new SecondPool(pool[0], pool[1], pool[2], pool[3]);
    }

    /// <summary>What is read again, and how it is joined.</summary>
    public SecondPool Pool { get; }

    /// <summary>Replaces the probability of the second label where it is in doubt.</summary>
    /// <param name="probabilities">What the first reading makes of each sentence.</param>
    /// <param name="text">The wording of a sentence by its place.</param>
    public void Reconsider(Span<float> probabilities, Func<int, ReadOnlyMemory<char>> text)
    {
        var doubtful = new List<int>();
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (Pool.IsDoubtful(probabilities[i])) doubtful.Add(i);
        }
        if (doubtful.Count == 0) return;
        var scores = Scores(doubtful.ConvertAll(i => text(i)));
        for (var k = 0; k < scores.Length; k++)
        {
            ref var probability = ref probabilities[doubtful[k]];
            probability = Pool.Joined(probability, scores[k]);
        }
    }

    /// <summary>How much more the second label has than the first, for each of some texts.</summary>
    public float[] Scores(IReadOnlyList<ReadOnlyMemory<char>> texts)
    {
        var scores = new float[texts.Count];
        var pooled = new float[PooledStates.Count(encoder.Width)];
        var passages = texts.Select(text => encoder.Pieces.Cut(text.Span, PieceAttention.LongestPassage).Pieces).ToList();
        encoder.Encode(passages, (i, states) =>
        {
            PooledStates.Pool(states, encoder.Width, pooled, default);
            scores[i] = bias[1] - bias[0];
            for (var k = 0; k < pooled.Length; k++) scores[i] += (output[pooled.Length + k] - output[k]) * pooled[k];
        });
        return scores;
    }
}
