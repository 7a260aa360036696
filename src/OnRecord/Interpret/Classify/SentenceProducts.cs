using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;

namespace OnRecord.Interpret.Classify;

/// <summary>
/// The products of the first layer of a network of sentences. They are sums of a part that depends on the word alone, a
/// row for its tag, one for its place and one for each hint, so each is computed once and kept. The sums run in a fixed
/// order, so what is kept changes no bit. Safe to share between threads.
/// </summary>
internal sealed class SentenceProducts
{
    // A kilobyte and a half each. The first words met are kept, and frequent words are met first.
    private const int MostWords = 3072;

    private readonly WordVectors vectors;
    private readonly QuantisedMatrix ofWord;
    private readonly float[] bias;
    private readonly float[] ofTag;
    private readonly float[] ofPlace;
    private readonly float[] ofHint;
    private readonly float[]?[] kept;
    private int words;

    /// <param name="vectors">The vectors of words, which stand first in the input.</param>
    /// <param name="tags">The table of tags, which follows.</param>
    /// <param name="places">The table of places, which follows.</param>
    /// <param name="weights">The layer's weights, a row for each number of the input; the hints' rows stand last.</param>
    /// <param name="bias">The layer's bias, whose length is the number of products.</param>
    public SentenceProducts(WordVectors vectors, float[] tags, float[] places, float[] weights, float[] bias)
    {
        this.vectors = vectors;
        this.bias = bias;
        var columns = bias.Length;
        var at = vectors.Dimensions * columns;
        ofWord = new QuantisedMatrix(vectors.Dimensions, columns, weights.AsSpan(0, at));
        ofTag = Products(tags, SentenceInputs.TagWidth, weights.AsSpan(at), columns);
        at += SentenceInputs.TagWidth * columns;
        ofPlace = Products(places, SentenceInputs.PlaceWidth, weights.AsSpan(at), columns);
        at += SentenceInputs.PlaceWidth * columns;
        ofHint = weights[at..];
        kept = new float[]?[vectors.Count];
    }

    /// <summary>The number of products a word has.</summary>
    public int Count => bias.Length;

    /// <summary>Writes the products of a sentence's words.</summary>
    public void Fill(SentenceView view, Span<float> products)
    {
        var rows = view.VectorRows(vectors);
        for (var i = 0; i < view.Count; i++)
        {
            var target = products.Slice(i * Count, Count);
            OfWord(rows[i]).CopyTo(target);
            Add(ofTag.AsSpan(SentenceInputs.TagRow(view, i) * Count, Count), target);
            Add(ofPlace.AsSpan(view.Place(i) * Count, Count), target);
            for (var hint = 0; view.Hints[i] >> hint != 0; hint++)
            {
                if ((view.Hints[i] & 1 << hint) != 0) Add(ofHint.AsSpan(hint * Count, Count), target);
            }
        }
    }

    private ReadOnlySpan<float> OfWord(int row)
    {
        if (row < 0) return bias;
        if (Volatile.Read(ref kept[row]) is { } known) return known;
        Span<float> vector = stackalloc float[vectors.Dimensions];
        vectors.CopyTo(row, vector);
        var products = new float[Count];
        ofWord.Multiply(vector, 1, products, bias);
        // Two threads may compute the same word at the same time; they compute the same numbers.
        if (Interlocked.Increment(ref words) <= MostWords) Volatile.Write(ref kept[row], products);
        return products;
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

    private static void Add(ReadOnlySpan<float> values, Span<float> target)
    {
        var from = MemoryMarshal.Cast<float, Vector256<float>>(values);
        var to = MemoryMarshal.Cast<float, Vector256<float>>(target);
        for (var i = 0; i < to.Length; i++) to[i] += from[i];
    }
}
