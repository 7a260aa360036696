using System.Buffers;
using System.Runtime.CompilerServices;

namespace OnRecord.Language.Learning;

/// <summary>
/// The sums over label sequences of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001):
/// the marginals, how each label goes on, the log partition. Scores stand row by row, one row a token.
/// Immutable; safe to share between threads.
/// </summary>
internal sealed class LinearChain
{
    private readonly float[] transitions;
    private readonly float[] starts;

    /// <summary>A chain over a number of labels.</summary>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="starts">The score of beginning with each label.</param>
    /// <param name="transitions">The score of going from label a to label b, at <c>a * labels + b</c>; very low where that cannot be.</param>
    public LinearChain(int labels, float[] starts, float[] transitions)
    {
        if (starts.Length != labels || transitions.Length != labels * labels) throw new ArgumentException("The chain's tables do not fit the number of labels.", nameof(transitions));
        Labels = labels;
        this.starts = starts;
        this.transitions = transitions;
    }

    /// <summary>The number of labels.</summary>
    public int Labels { get; }

    /// <summary>Computes the probability of each label at each token (forward and backward).</summary>
    /// <param name="scores">The scores, <c>tokens * labels</c>.</param>
    /// <param name="marginals">Takes the probabilities, laid out as the scores.</param>
    /// <param name="pairs">Takes, where not empty, the summed probability of each pair of neighbouring labels; added to.</param>
    /// <param name="goesOn">
    /// Takes, where not empty, for each token the probability of each label given each label of the token before, given
    /// everything that is seen: <c>tokens * labels * labels</c>, the first token's left as they are.
    /// </param>
    /// <returns>The logarithm of the sum over all sequences.</returns>
    public double Marginals(ReadOnlySpan<float> scores, Span<float> marginals, Span<float> pairs = default, Span<float> goesOn = default)
    {
        var l = Labels;
        var n = scores.Length / l;
        if (n == 0) return 0;
        var pool = ArrayPool<float>.Shared;
        var alpha = pool.Rent(n * l);
        var beta = pool.Rent(n * l);
        var emit = pool.Rent(n * l);
        try
        {
            // In probabilities with a scale a token: one exponential a label and token, and none in the inner sums.
            Span<float> steps = stackalloc float[l * l];
            for (var i = 0; i < steps.Length; i++) steps[i] = MathF.Exp(transitions[i]);
            var log = Forward(scores, steps, alpha, emit, n);
            Backward(steps, beta, emit, n);
            for (var t = 0; t < n; t++)
            {
                for (var i = 0; i < l; i++) marginals[t * l + i] = alpha[t * l + i] * beta[t * l + i];
                Normalise(marginals.Slice(t * l, l));
                if (!goesOn.IsEmpty && t > 0) Steps(emit.AsSpan(t * l, l), beta.AsSpan(t * l, l), steps, goesOn.Slice(t * l * l, l * l));
                if (!pairs.IsEmpty && t > 0) AddPairs(alpha.AsSpan((t - 1) * l, l), emit.AsSpan(t * l, l), beta.AsSpan(t * l, l), steps, pairs);
            }
            return log;
        }
        finally
        {
            pool.Return(alpha);
            pool.Return(beta);
            pool.Return(emit);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Forward(ReadOnlySpan<float> scores, ReadOnlySpan<float> steps, Span<float> alpha, Span<float> emit, int n)
    {
        var l = Labels;
        var log = 0.0;
        for (var t = 0; t < n; t++)
        {
            var top = float.NegativeInfinity;
            for (var i = 0; i < l; i++) top = Math.Max(top, scores[t * l + i]);
            log += top;
            for (var to = 0; to < l; to++)
            {
                emit[t * l + to] = MathF.Exp(scores[t * l + to] - top);
                var value = t == 0 ? MathF.Exp(starts[to]) : 0f;
                if (t > 0)
                {
                    for (var a = 0; a < l; a++) value += alpha[(t - 1) * l + a] * steps[a * l + to];
                }
                alpha[t * l + to] = value * emit[t * l + to];
            }
            log += Math.Log(Normalise(alpha.Slice(t * l, l)));
        }
        return log;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Backward(ReadOnlySpan<float> steps, Span<float> beta, ReadOnlySpan<float> emit, int n)
    {
        var l = Labels;
        beta.Slice((n - 1) * l, l).Fill(1);
        for (var t = n - 2; t >= 0; t--)
        {
            for (var a = 0; a < l; a++)
            {
                var value = 0f;
                for (var to = 0; to < l; to++) value += steps[a * l + to] * emit[(t + 1) * l + to] * beta[(t + 1) * l + to];
                beta[t * l + a] = value;
            }
            Normalise(beta.Slice(t * l, l));
        }
    }

    private void Steps(ReadOnlySpan<float> emit, ReadOnlySpan<float> beta, ReadOnlySpan<float> steps, Span<float> goesOn)
    {
        var l = Labels;
        for (var a = 0; a < l; a++)
        {
            var row = goesOn.Slice(a * l, l);
            for (var to = 0; to < l; to++) row[to] = steps[a * l + to] * emit[to] * beta[to];
            Normalise(row);
        }
    }

    private void AddPairs(ReadOnlySpan<float> alpha, ReadOnlySpan<float> emit, ReadOnlySpan<float> beta, ReadOnlySpan<float> steps, Span<float> pairs)
    {
        var l = Labels;
        Span<float> joint = stackalloc float[l * l];
        for (var a = 0; a < l; a++)
        {
            for (var to = 0; to < l; to++) joint[a * l + to] = alpha[a] * steps[a * l + to] * emit[to] * beta[to];
        }
        Normalise(joint);
        for (var i = 0; i < joint.Length; i++) pairs[i] += joint[i];
    }

    private static float Normalise(Span<float> values)
    {
        var sum = 1e-30f;
        foreach (var value in values) sum += value;
        for (var i = 0; i < values.Length; i++) values[i] /= sum;
        return sum;
    }
}
