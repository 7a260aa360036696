using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>
/// Scaled dot-product attention of several heads over the pieces of each passage (Vaswani et al. 2017), with its gradient. Rows
/// hold queries, keys and values of all heads one after the other.
/// </summary>
internal sealed class SelfAttention(TransformerShape shape)
{
    private readonly int width = shape.Width;
    private readonly int size = shape.HeadWidth;
    private readonly float scale = 1 / MathF.Sqrt(shape.HeadWidth);
    private float[] shares = [];
    private float[] factors = [];
    private bool isDropped;

    /// <summary>Writes what each piece gathers from its passage.</summary>
    /// <param name="rows">Queries, keys and values, 3 × width numbers a piece.</param>
    /// <param name="lengths">The pieces of each passage.</param>
    /// <param name="gathered">Takes width numbers a piece.</param>
    /// <param name="chance">Leaves out some of the shares while training; null for reading.</param>
    public void Forward(float[] rows, int[] lengths, float[] gathered, Xorshift? chance)
    {
        var count = shape.Heads * lengths.Sum(length => length * length);
        Rows.Room(ref shares, count);
        isDropped = chance is not null && shape.Dropout > 0;
        if (isDropped) Rows.Room(ref factors, count);
        EachHead(lengths, (start, length, head, at) =>
        {
            var mine = shares.AsSpan(at, length * length);
            for (var i = 0; i < length; i++)
            {
                var query = rows.AsSpan((start + i) * 3 * width + head * size, size);
                for (var j = 0; j < length; j++) mine[i * length + j] = scale * Dot(query, rows.AsSpan((start + j) * 3 * width + width + head * size, size));
                Softmax(mine.Slice(i * length, length));
            }
        });
        // What is left out depends on the seed alone, so chance is asked on one thread.
        if (isDropped) DropShares(count, chance!);
        EachHead(lengths, (start, length, head, at) =>
        {
            for (var i = 0; i < length; i++)
            {
                var target = gathered.AsSpan((start + i) * width + head * size, size);
                target.Clear();
                for (var j = 0; j < length; j++) Add(Share(at + i * length + j), rows.AsSpan((start + j) * 3 * width + 2 * width + head * size, size), target);
            }
        });
    }

    /// <summary>Writes the gradient of queries, keys and values, given that of what was gathered.</summary>
    public void Backward(float[] rows, int[] lengths, float[] gatheredGradient, float[] gradient)
    {
        gradient.AsSpan(0, lengths.Sum() * 3 * width).Clear();
        var longest = lengths.Max();
        EachHead(lengths, (start, length, head, at) =>
        {
            Span<float> ofShares = stackalloc float[longest];
            for (var i = 0; i < length; i++)
            {
                var to = gatheredGradient.AsSpan((start + i) * width + head * size, size);
                var mean = 0f;
                for (var j = 0; j < length; j++)
                {
                    var place = at + i * length + j;
                    var value = (start + j) * 3 * width + 2 * width + head * size;
                    ofShares[j] = Dot(to, rows.AsSpan(value, size)) * (isDropped ? factors[place] : 1);
                    mean += ofShares[j] * shares[place];
                    Add(Share(place), to, gradient.AsSpan(value, size));
                }
                var query = (start + i) * 3 * width + head * size;
                for (var j = 0; j < length; j++)
                {
                    var key = (start + j) * 3 * width + width + head * size;
                    var slope = scale * shares[at + i * length + j] * (ofShares[j] - mean);
                    Add(slope, rows.AsSpan(key, size), gradient.AsSpan(query, size));
                    Add(slope, rows.AsSpan(query, size), gradient.AsSpan(key, size));
                }
            }
        });
    }

    private float Share(int place) => isDropped ? shares[place] * factors[place] : shares[place];

    private void DropShares(int count, Xorshift chance)
    {
        var kept = 1 / (1 - shape.Dropout);
        for (var i = 0; i < count; i++) factors[i] = chance.NextSingle() < shape.Dropout ? 0 : kept;
    }

    private void EachHead(int[] lengths, Action<int, int, int, int> work)
    {
        if (shape.Threads == 1) Heads(0, shape.Heads);
        else Parallel.Invoke(() => Heads(0, shape.Heads / 2), () => Heads(shape.Heads / 2, shape.Heads));

        void Heads(int first, int end)
        {
            var (start, at) = (0, 0);
            foreach (var length in lengths)
            {
                for (var head = first; head < end; head++) work(start, length, head, at + head * length * length);
                (start, at) = (start + length, at + shape.Heads * length * length);
            }
        }
    }

    private static void Softmax(Span<float> scores)
    {
        var top = float.NegativeInfinity;
        foreach (var score in scores) top = Math.Max(top, score);
        var i = 0;
        for (; i + 8 <= scores.Length; i += 8) Exponential.Of(Vector256.Create(scores.Slice(i, 8)) - Vector256.Create(top)).CopyTo(scores[i..]);
        for (; i < scores.Length; i++) scores[i] = Exponential.Of(Vector256.Create(scores[i] - top))[0];
        var sum = 0f;
        foreach (var share in scores) sum += share;
        for (i = 0; i < scores.Length; i++) scores[i] /= sum;
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector256<float>.Zero;
        for (var k = 0; k < left.Length; k += 8) sum = Vector256.FusedMultiplyAdd(Vector256.Create(left.Slice(k, 8)), Vector256.Create(right.Slice(k, 8)), sum);
        return Vector256.Sum(sum);
    }

    private static void Add(float factor, ReadOnlySpan<float> values, Span<float> target)
    {
        var by = Vector256.Create(factor);
        for (var k = 0; k < values.Length; k += 8) Vector256.FusedMultiplyAdd(by, Vector256.Create(values.Slice(k, 8)), Vector256.Create(target.Slice(k, 8))).CopyTo(target[k..]);
    }
}
