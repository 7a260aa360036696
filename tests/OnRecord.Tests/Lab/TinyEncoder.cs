using OnRecord.Lab.Train.Transformer;

namespace OnRecord.Tests.Lab;

/// <summary>An encoder of a few words with weights by chance.</summary>
internal static class TinyEncoder
{
    /// <summary>The pieces it has a row for.</summary>
    public static IReadOnlyList<string> Vocabulary { get; } = ["[CLS]", "[SEP]", "[UNK]", "[PAD]", "[unused0]", "the", "pact", "##s", "holds", "ж", "5", "."];

    public static TransformerShape Shape { get; } = new() { Width = 32, Heads = 2, Inner = 64, Layers = 2 };

    public static Dictionary<string, float[]> Weights() => Weights(Shape, 16);

    public static Dictionary<string, float[]> Weights(TransformerShape shape, int places)
    {
        var weights = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var seed = 10;
        Add("embeddings.word_embeddings.weight", Vocabulary.Count * shape.Width);
        Add("embeddings.position_embeddings.weight", places * shape.Width);
        Add("embeddings.token_type_embeddings.weight", 2 * shape.Width);
        Norm("embeddings.LayerNorm");
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var name = $"encoder.layer.{layer}.";
            foreach (var part in (string[])["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"]) Matrix(name + part, shape.Width, shape.Width);
            Matrix(name + "intermediate.dense", shape.Width, shape.Inner);
            Matrix(name + "output.dense", shape.Inner, shape.Width);
            Norm(name + "attention.output.LayerNorm");
            Norm(name + "output.LayerNorm");
        }
        return weights;

        void Add(string name, int count, float scale = 1) => weights[name] = [.. Numbers(count, seed++).Select(x => x * scale)];

        void Matrix(string name, int rows, int columns)
        {
            Add(name + ".weight", rows * columns, 2 / MathF.Sqrt(rows));
            Add(name + ".bias", columns, 0.3f);
        }

        void Norm(string name)
        {
            Add(name + ".weight", shape.Width);
            Add(name + ".bias", shape.Width);
        }
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }
}
