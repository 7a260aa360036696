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

    private readonly WordVectors vectors;
    private readonly float[] tags;
    private readonly float[] places;
    private readonly DenseLayer products;
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
        this.vectors = vectors;
        var units = SentenceInputs.Units;
        var width = SentenceInputs.Width(vectors);
        tags = Weights.Read(file, name + ".tags", SentenceInputs.TagRows * SentenceInputs.TagWidth);
        places = Weights.Read(file, name + ".places", SentenceInputs.PlaceRows * SentenceInputs.PlaceWidth);
        products = new DenseLayer(Weights.Read(file, name + ".weights", width * Parts * 2 * units), Weights.Read(file, name + ".bias", Parts * 2 * units));
        reader = new RecurrentLayer(units, Weights.Read(file, name + ".peepholes", 4 * units));
        attention = Weights.Read(file, name + ".attention", 2 * units);
        output = Weights.Read(file, name + ".output", labels * 4 * units);
        bias = Weights.Read(file, name + ".output-bias", labels);
    }

    /// <summary>Adds a score for each label, times a weight.</summary>
    public void AddScores(SentenceView view, float weight, Span<float> scores)
    {
        var width = SentenceInputs.Width(vectors);
        var units = 2 * SentenceInputs.Units;
        var input = new float[view.Count * width];
        for (var i = 0; i < view.Count; i++) SentenceInputs.Fill(view, i, vectors, tags, places, input.AsSpan(i * width, width));
        var parts = new float[view.Count * products.Outputs];
        products.Apply(input, view.Count, parts);
        var rows = new int[view.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = i;
        var states = new float[view.Count * units];
        reader.Read(parts, Parts, rows, default, states);
        var pooled = new float[2 * units];
        SentenceInputs.Pool(states, attention, pooled, new float[view.Count], new int[units]);
        for (var label = 0; label < scores.Length; label++)
        {
            var sum = bias[label];
            var row = output.AsSpan(label * pooled.Length, pooled.Length);
            for (var k = 0; k < pooled.Length; k++) sum += row[k] * pooled[k];
            scores[label] += weight * sum;
        }
    }
}
