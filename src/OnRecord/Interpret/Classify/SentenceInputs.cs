using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;

namespace OnRecord.Interpret.Classify;

/// <summary>What goes into the network of sentences, and how its states are pooled: once for training and reading.</summary>
internal static class SentenceInputs
{
    public const int TagRows = 64, TagWidth = 8, PlaceRows = 5, PlaceWidth = 4;

    private const int Hints = 16;

    /// <summary>The numbers a word goes in with.</summary>
    public static int Width(WordVectors vectors) => vectors.Dimensions + TagWidth + PlaceWidth + Hints;

    /// <summary>The row of a word's tag.</summary>
    public static int TagRow(SentenceView view, int i) => (int)(view.Tags[i] & (TagRows - 1));

    /// <summary>Writes the numbers of one word.</summary>
    public static void Fill(SentenceView view, int i, WordVectors vectors, ReadOnlySpan<float> tags, ReadOnlySpan<float> places, Span<float> target)
    {
        vectors.CopyTo(view.VectorRows[i], target);
        tags.Slice(TagRow(view, i) * TagWidth, TagWidth).CopyTo(target[vectors.Dimensions..]);
        places.Slice(view.Place(i) * PlaceWidth, PlaceWidth).CopyTo(target[(vectors.Dimensions + TagWidth)..]);
        var hints = target[(vectors.Dimensions + TagWidth + PlaceWidth)..];
        for (var code = 0; code < Hints; code++) hints[code] = (view.Hints[i] & 1 << code) != 0 ? 1 : 0;
    }

    /// <summary>Pools the states of a sentence's words: their mean by attention, then each unit's largest value.</summary>
    /// <param name="states">The states, a row a word.</param>
    /// <param name="attention">The weights of the attention.</param>
    /// <param name="pooled">Takes the result.</param>
    /// <param name="shares">Takes each word's share.</param>
    /// <param name="largest">Takes the word of each unit's largest value.</param>
    public static void Pool(ReadOnlySpan<float> states, ReadOnlySpan<float> attention, Span<float> pooled, Span<float> shares, Span<int> largest)
    {
        var units = attention.Length;
        if (shares.IsEmpty)
        {
            pooled.Clear();
            largest.Clear();
            return;
        }
        var top = float.NegativeInfinity;
        for (var i = 0; i < shares.Length; i++)
        {
            var sums = Vector256<float>.Zero;
            for (var k = 0; k < units; k += 8) sums += Vector256.Create(states.Slice(i * units + k, 8)) * Vector256.Create(attention.Slice(k, 8));
            var score = Vector256.Sum(sums);
            shares[i] = score;
            top = Math.Max(top, score);
        }
        var sum = 0f;
        for (var i = 0; i < shares.Length; i++) sum += shares[i] = MathF.Exp(shares[i] - top);
        for (var i = 0; i < shares.Length; i++) shares[i] /= sum;
        for (var k = 0; k < units; k += 8)
        {
            Vector256<float> mean = default, peak = Vector256.Create(float.NegativeInfinity);
            Vector256<int> word = default;
            for (var i = 0; i < shares.Length; i++)
            {
                var value = Vector256.Create(states.Slice(i * units + k, 8));
                mean += shares[i] * value;
                var isMore = Vector256.GreaterThan(value, peak);
                peak = Vector256.ConditionalSelect(isMore, value, peak);
                word = Vector256.ConditionalSelect(isMore.AsInt32(), Vector256.Create(i), word);
            }
            mean.CopyTo(pooled[k..]);
            peak.CopyTo(pooled[(units + k)..]);
            word.CopyTo(largest[k..]);
        }
    }
}
