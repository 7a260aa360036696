using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Interpret.Classify;

/// <summary>
/// Scores sentences by a layer over their words, pooled by attention (Bahdanau et al. 2015) and by the largest value of each
/// unit. The layer is of simple recurrent units where there is little to learn from, and of long short-term memory elsewhere. Immutable; safe to share between threads.
/// </summary>
internal sealed class SentenceNetwork
{
    // The parts of a word in each direction: as many for either kind of layer.
    private const int Parts = LongShortTermLayer.Parts;

    private readonly SentenceProducts products;
    private readonly int units;
    private readonly LongShortTermLayer? memory;
    private readonly RecurrentLayer? simple;
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
        // Two directions, two bytes a weight.
        units = file.Section(name + ".attention").Length / 4;
        if (units == 0 || units % 16 != 0) throw Weights.Damaged(file, name + ".attention");
        var width = SentenceInputs.Width(vectors);
        var tags = Weights.Read(file, name + ".tags", SentenceInputs.TagRows * SentenceInputs.TagWidth);
        var places = Weights.Read(file, name + ".places", SentenceInputs.PlaceRows * SentenceInputs.PlaceWidth);
        using var block = WideBlock.Rent(WideBlock.SizeOf<float>(width * Parts * 2 * units));
        var weights = block.TakeSpan<float>(width * Parts * 2 * units);
        Weights.Read(file, name + ".weights", weights);
        products = new SentenceProducts(vectors, tags, places, weights, Weights.Read(file, name + ".bias", Parts * 2 * units));
        if (file.Sections.Any(section => section.Key == name + ".recurrent")) memory = LongShortTermLayer.Read(file, name + ".recurrent", units);
        else simple = new RecurrentLayer(units, Weights.Read(file, name + ".peepholes", 4 * units));
        attention = Weights.Read(file, name + ".attention", 2 * units);
        output = Weights.Read(file, name + ".output", labels * 4 * units);
        bias = Weights.Read(file, name + ".output-bias", labels);
    }

    /// <summary>Adds a score for each label of each sentence, times a weight. The sentences are read side by side; what one scores does not depend on the others.</summary>
    public void AddScores(IReadOnlyList<SentenceView> sentences, float weight, Span<float> scores)
    {
        var both = 2 * units;
        var words = sentences.Sum(s => s.Count);
        using var block = WideBlock.Rent(WideBlock.SizeOf<float>(words * products.Count) + WideBlock.SizeOf<float>(words * both));
        var parts = block.TakeSpan<float>(words * products.Count);
        var states = block.TakeSpan<float>(words * both);
        Span<float> pooled = stackalloc float[2 * both];
        Span<float> shares = stackalloc float[SentenceView.LongestRun];
        Span<int> largest = stackalloc int[both];
        products.Fill(sentences, parts);
        Read(parts, sentences, states);
        var at = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            SentenceInputs.Pool(states[(at * both)..], attention, pooled, shares[..sentences[i].Count], largest);
            at += sentences[i].Count;
            AddOutput(pooled, weight, scores.Slice(i * bias.Length, bias.Length));
        }
    }

    private void Read(ReadOnlySpan<float> parts, IReadOnlyList<SentenceView> sentences, Span<float> states)
    {
        memory?.Read(parts, sentences.Select(s => s.Count), states);
        if (simple is null) return;
        var at = 0;
        foreach (var sentence in sentences)
        {
            simple.Read(parts[(at * products.Count)..], Parts, Desk.Steps(sentence.Count), default, states[(at * 2 * units)..]);
            at += sentence.Count;
        }
    }

    private void AddOutput(ReadOnlySpan<float> pooled, float weight, Span<float> scores)
    {
        for (var label = 0; label < scores.Length; label++)
        {
            var sum = bias[label];
            var row = output.AsSpan(label * pooled.Length, pooled.Length);
            for (var k = 0; k < pooled.Length; k++) sum += row[k] * pooled[k];
            scores[label] += weight * sum;
        }
    }
}
