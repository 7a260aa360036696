using System.Buffers.Binary;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Extract;

/// <summary>
/// Turns what the model thinks of an attribution into how often it is right: a rising line of straight pieces, fitted to
/// held-out texts (isotonic regression, Ayer and others 1955). Immutable.
/// </summary>
internal sealed class Calibration
{
    private readonly float[] raw;
    private readonly float[] right;

    private Calibration(float[] raw, float[] right)
    {
        this.raw = raw;
        this.right = right;
    }

    /// <summary>The share of attributions with such a score that are right.</summary>
    public double Probability(float score)
    {
        if (raw.Length == 0) return score;
        var i = Array.BinarySearch(raw, score);
        if (i >= 0) return right[i];
        i = ~i;
        if (i == 0) return right[0];
        if (i == raw.Length) return right[^1];
        var between = (score - raw[i - 1]) / (raw[i] - raw[i - 1]);
        return right[i - 1] + between * (right[i] - right[i - 1]);
    }

    public static Calibration Read(ModelFile file)
    {
        var bytes = file.Section("calibration").Span;
        var (raw, right) = (new float[bytes.Length / 8], new float[bytes.Length / 8]);
        for (var i = 0; i < raw.Length; i++)
        {
            raw[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(8 * i)..]);
            right[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(8 * i + 4)..]);
        }
        return new Calibration(raw, right);
    }

    /// <summary>Fits the line to scores and whether each was right, in bins of equal size that are joined until they rise.</summary>
    public static KeyValuePair<string, ReadOnlyMemory<byte>> Fit(IEnumerable<(double Score, bool IsRight)> scored, int bins)
    {
        var sorted = scored.OrderBy(s => s.Score).ToList();
        var pools = new List<(double Score, double Right, int Count)>();
        foreach (var bin in sorted.Chunk(Math.Max(1, sorted.Count / bins)))
        {
            pools.Add((bin.Average(b => b.Score), bin.Average(b => b.IsRight ? 1.0 : 0), bin.Length));
            while (pools.Count > 1 && (pools[^1].Right <= pools[^2].Right || pools[^1].Score <= pools[^2].Score))
            {
                var (a, b) = (pools[^2], pools[^1]);
                var count = a.Count + b.Count;
                pools.RemoveRange(pools.Count - 2, 2);
                pools.Add(((a.Score * a.Count + b.Score * b.Count) / count, (a.Right * a.Count + b.Right * b.Count) / count, count));
            }
        }
        var bytes = new byte[pools.Count * 8];
        for (var i = 0; i < pools.Count; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 * i), (float)pools[i].Score);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 * i + 4), (float)pools[i].Right);
        }
        return new("calibration", bytes);
    }
}
