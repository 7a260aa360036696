using System.Buffers;
using System.Runtime.InteropServices;
using OnRecord.Language.Learning;

namespace OnRecord.Interpret.Classify;

/// <summary>
/// The products of the first layer of a network of sentences: of a word's vector, and the rows of its tag, its place and each of its
/// hints, which are multiplied once for all. Immutable; safe to share between threads.
/// </summary>
internal sealed class SentenceProducts
{
    private readonly WordVectors vectors;
    private readonly DenseLayer ofWord;
    private readonly float[] ofTag;
    private readonly float[] ofPlace;
    private readonly float[] ofHint;

    /// <param name="vectors">The vectors of words, which stand first in the input.</param>
    /// <param name="tags">The table of tags, which follows.</param>
    /// <param name="places">The table of places, which follows.</param>
    /// <param name="weights">The layer's weights, a row for each number of the input; the hints' rows stand last.</param>
    /// <param name="bias">The layer's bias, whose length is the number of products.</param>
    public SentenceProducts(WordVectors vectors, float[] tags, float[] places, ReadOnlySpan<float> weights, float[] bias)
    {
        this.vectors = vectors;
        Count = bias.Length;
        var at = vectors.Dimensions * bias.Length;
        float[] inFirstPlace = [.. bias];
        ofTag = Products(tags, SentenceInputs.TagWidth, weights[at..], Count);
        at += SentenceInputs.TagWidth * Count;
        ofPlace = Products(places, SentenceInputs.PlaceWidth, weights[at..], Count);
        at += SentenceInputs.PlaceWidth * Count;
        ofHint = weights[at..].ToArray();
        // Most words stand in the first place: its products are part of the bias, and the others tell how they differ from it.
        Sums.Add(ofPlace.AsSpan(0, Count), inFirstPlace);
        for (var place = SentenceInputs.PlaceRows - 1; place >= 0; place--)
        {
            for (var j = 0; j < Count; j++) ofPlace[place * Count + j] -= ofPlace[j];
        }
        ofWord = new DenseLayer(weights[..(vectors.Dimensions * Count)], inFirstPlace);
    }

    /// <summary>The number of products a word has.</summary>
    public int Count { get; }

    /// <summary>Writes the products of the words of sentences, one sentence after the other.</summary>
    public void Fill(IReadOnlyList<SentenceView> sentences, Span<float> products)
    {
        var words = sentences.Sum(s => s.Count);
        var input = ArrayPool<float>.Shared.Rent(words * vectors.Dimensions);
        var firsts = ArrayPool<int>.Shared.Rent(words);
        try
        {
            // Each vector is multiplied once, however often its word stands there.
            var known = new Dictionary<int, int>(words);
            var at = 0;
            foreach (var sentence in sentences)
            {
                foreach (var row in sentence.VectorRows)
                {
                    ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(known, row, out var isKnown);
                    if (!isKnown)
                    {
                        first = known.Count - 1;
                        vectors.CopyTo(row, input.AsSpan(first * vectors.Dimensions, vectors.Dimensions));
                    }
                    firsts[at++] = first;
                }
            }
            ofWord.Apply(input, known.Count, products);
            // From the last word on: the products of those before it stand no further back than they do.
            for (var s = sentences.Count - 1; s >= 0; s--)
            {
                for (var i = sentences[s].Count - 1; i >= 0; i--)
                {
                    at--;
                    var own = products.Slice(at * Count, Count);
                    if (firsts[at] != at) products.Slice(firsts[at] * Count, Count).CopyTo(own);
                    AddRows(sentences[s], i, own);
                }
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
            ArrayPool<int>.Shared.Return(firsts);
        }
    }

    private void AddRows(SentenceView view, int i, Span<float> target)
    {
        Sums.Add(ofTag.AsSpan(SentenceInputs.TagRow(view, i) * Count, Count), target);
        if (view.Place(i) is > 0 and var place) Sums.Add(ofPlace.AsSpan(place * Count, Count), target);
        for (var hint = 0; view.Hints[i] >> hint != 0; hint++)
        {
            if ((view.Hints[i] & 1 << hint) != 0) Sums.Add(ofHint.AsSpan(hint * Count, Count), target);
        }
    }

    private static float[] Products(float[] table, int width, ReadOnlySpan<float> weights, int columns)
    {
        var products = new float[table.Length / width * columns];
        for (var row = 0; row < table.Length / width; row++)
        {
            for (var k = 0; k < width; k++)
            {
                for (var j = 0; j < columns; j++) products[row * columns + j] += table[row * width + k] * weights[k * columns + j];
            }
        }
        return products;
    }
}
