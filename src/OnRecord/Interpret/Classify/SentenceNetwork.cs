using System.Buffers;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Interpret.Classify;

/// <summary>
/// Scores a sentence by a recurrent layer over its words, pooled by attention (Bahdanau et al. 2015) and by the largest
/// value of each unit. Immutable; safe to share between threads.
/// </summary>
internal sealed class SentenceNetwork
{
    private const int Parts = 4;

    private readonly SentenceProducts products;
    private readonly RecurrentLayer reader;
    private readonly float[] attention;
    private readonly float[] output;
    private readonly float[] bias;

    /// <summary>The network of a weight file.</summary>
    /// <param name="file">The weights.</param>
    /// <param name="name">What its sections begin with.</param>
    /// <param name="labels">The number of labels.</param>
    /// <param name="vectors">The word vectors it was trained with.</param>
    public SentenceNetwork(ModelFile file, string name, int labels, WordVectors vectors)
    {
        var units = SentenceInputs.Units;
        var width = SentenceInputs.Width(vectors);
        var tags = Weights.Read(file, name + ".tags", SentenceInputs.TagRows * SentenceInputs.TagWidth);
        var places = Weights.Read(file, name + ".places", SentenceInputs.PlaceRows * SentenceInputs.PlaceWidth);
        products = new SentenceProducts(vectors, tags, places, Weights.Read(file, name + ".weights", width * Parts * 2 * units), Weights.Read(file, name + ".bias", Parts * 2 * units));
        reader = new RecurrentLayer(units, Weights.Read(file, name + ".peepholes", 4 * units));
        attention = Weights.Read(file, name + ".attention", 2 * units);
        output = Weights.Read(file, name + ".output", labels * 4 * units);
        bias = Weights.Read(file, name + ".output-bias", labels);
    }

    /// <summary>Adds a score for each label, times a weight.</summary>
    public void AddScores(SentenceView view, float weight, Span<float> scores)
    {
        var units = 2 * SentenceInputs.Units;
        var parts = ArrayPool<float>.Shared.Rent(view.Count * products.Count);
        var states = ArrayPool<float>.Shared.Rent(view.Count * units);
        Span<float> pooled = stackalloc float[2 * units];
        try
        {
            products.Fill(view, parts);
            reader.Read(parts, Parts, Desk.Steps(view.Count), default, states);
            SentenceInputs.Pool(states, attention, pooled, stackalloc float[view.Count], stackalloc int[units]);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(parts);
            ArrayPool<float>.Shared.Return(states);
        }
        for (var label = 0; label < scores.Length; label++)
        {
            var sum = bias[label];
            var row = output.AsSpan(label * pooled.Length, pooled.Length);
            for (var k = 0; k < pooled.Length; k++) sum += row[k] * pooled[k];
            scores[label] += weight * sum;
        }
    }
}
