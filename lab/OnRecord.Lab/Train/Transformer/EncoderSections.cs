using OnRecord.Lab.Train.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.Pieces;

namespace OnRecord.Lab.Train.Transformer;

/// <summary>Writes an encoder as <see cref="PieceEncoder"/> reads it: whole numbers of eight bits, and only the pieces that English is written with.</summary>
internal static class EncoderSections
{
    // Latin letters with what stands among them end here: other scripts come after.
    private const char EndOfLatin = '\u0250';

    /// <summary>The sections.</summary>
    /// <param name="encoder">The encoder.</param>
    /// <param name="vocabulary">Its pieces, in the order of their rows.</param>
    public static IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Of(TransformerEncoder encoder, IReadOnlyList<string> vocabulary)
    {
        var (shape, width) = (encoder.Shape, encoder.Width);
        int[] kept = [.. Enumerable.Range(0, vocabulary.Count).Where(i => IsKept(vocabulary[i]))];
        var rows = new byte[kept.Length * width];
        var scales = new float[kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            var row = encoder.Pieces.Slice(kept[i] * width, width);
            // The scale is kept in sixteen bits, so the row is brought to what it will be read with.
            scales[i] = (float)(Half)(Peak(row) / sbyte.MaxValue);
            for (var k = 0; k < width; k++) rows[i * width + k] = (byte)(sbyte)Math.Clamp(MathF.Round(row[k] / scales[i]), -sbyte.MaxValue, sbyte.MaxValue);
        }
        var learned = encoder.Parameters.ToDictionary(p => p.Name);
        return
        [
            new("shape", Weights.Pack([width, shape.Inner, shape.Layers])),
            new("pieces", Weights.Pack([.. kept.Select(i => WordPieces.Hash(vocabulary[i]))])),
            new("rows", rows),
            new("scales", Weights.Pack(scales)),
            new("places", Weights.Pack([.. Enumerable.Range(0, PieceAttention.LongestPassage).SelectMany(encoder.Place)])),
            .. Norm("first", "embeddings.LayerNorm"),
            .. Enumerable.Range(0, shape.Layers).SelectMany(i => Layer(FormattableString.Invariant($"layer{i}"), FormattableString.Invariant($"encoder.layer.{i}."))),
        ];

        IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Layer(string name, string of) =>
        [
            .. Dense(name + ".heads", of + "attention.self"),
            .. Dense(name + ".gathered", of + "attention.output.dense"),
            .. Norm(name + ".after-attention", of + "attention.output.LayerNorm"),
            .. Dense(name + ".inner", of + "intermediate.dense"),
            .. Dense(name + ".outer", of + "output.dense"),
            .. Norm(name + ".after-inner", of + "output.LayerNorm"),
        ];

        IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Dense(string name, string of) => DenseLayer.Sections(name, Value(of + ".weight"), Value(of + ".bias"));

        IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Norm(string name, string of) =>
            [new(name + ".scale", Weights.Pack(Value(of + ".weight"))), new(name + ".shift", Weights.Pack(Value(of + ".bias")))];

        ReadOnlySpan<float> Value(string name) => learned[name].Value.AsSpan(0, learned[name].Count);
    }

    private static bool IsKept(string piece) => !piece.StartsWith("[unused", StringComparison.Ordinal) && piece.All(c => c < EndOfLatin || !char.IsLetter(c));

    private static float Peak(ReadOnlySpan<float> row)
    {
        var peak = 1e-6f;
        foreach (var value in row) peak = Math.Max(peak, MathF.Abs(value));
        return peak;
    }
}
