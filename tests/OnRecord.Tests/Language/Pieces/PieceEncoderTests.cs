using AwesomeAssertions;
using OnRecord.Lab.Train.Transformer;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Pieces;
using OnRecord.Tests.Lab;
using Xunit;

namespace OnRecord.Tests.Language.Pieces;

public sealed class PieceEncoderTests
{
    private static readonly TransformerShape Shape = new() { Width = 64, Heads = 2, Inner = 96, Layers = 2, Dropout = 0 };

    // Lengths on both sides of what attention takes together, and more passages than are read at once.
    private static readonly int[][] Passages = [.. new[] { 1, 2, 7, 8, 9, 31, 32, 33, 64, 100, 128, 40, 50 }.Select(length => Enumerable.Range(0, length).Select(i => i * 7 % 10).ToArray())];

    [Fact]
    public void Its_states_are_those_of_the_encoder_that_was_trained_within_what_eight_bits_can_say()
    {
        var trained = Trained();
        var expected = trained.Forward(Rows(Passages)).AsSpan(0, Passages.Sum(p => p.Length) * Shape.Width).ToArray();
        var states = new List<float>();
        Of(trained).Encode(Passages, (_, own) => states.AddRange(own));

        states.Should().HaveCount(expected.Length);
        var error = states.Zip(expected, (a, b) => (a - b) * (a - b)).Sum() / expected.Sum(x => x * x);
        error.Should().BeLessThan(0.01f);
    }

    [Fact]
    public void A_passage_has_the_same_states_alone_and_beside_others()
    {
        var encoder = Of(Trained());
        var together = new float[Passages.Length][];
        encoder.Encode(Passages, (i, states) => together[i] = states.ToArray());
        for (var i = 0; i < Passages.Length; i++) encoder.Encode([Passages[i]], (_, states) => states.ToArray().Should().Equal(together[i]));
    }

    [Fact]
    public void Pieces_of_other_scripts_and_unused_ones_are_left_out()
    {
        var encoder = Of(Trained());
        // "the" stood in the sixth row, behind an unused piece.
        encoder.Pieces.Cut("The pacts ж.", 20).Pieces.Should().Equal(0, 4, 5, 6, 2, 9, 1);
    }

    [Theory]
    [InlineData("rows")]
    [InlineData("pieces")]
    [InlineData("scales")]
    [InlineData("places")]
    [InlineData("layer1.inner.matrix")]
    [InlineData("layer0.after-inner.shift")]
    public void A_damaged_file_is_told(string section)
    {
        var sections = EncoderSections.Of(Trained(), TinyEncoder.Vocabulary).Select(s => s.Key == section ? new(s.Key, s.Value[..^8]) : s);
        var read = () => new PieceEncoder(File(sections));
        read.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.ModelDamaged);
    }

    [Theory]
    [InlineData(64, 96, 0)]
    [InlineData(48, 96, 2)]
    [InlineData(64, 100, 2)]
    [InlineData(64, 96, 3)]
    public void A_shape_that_fits_nothing_is_told(float width, float inner, float layers)
    {
        var sections = EncoderSections.Of(Trained(), TinyEncoder.Vocabulary).Select(s => s.Key == "shape" ? new(s.Key, Weights.Pack([width, inner, layers])) : s);
        var read = () => new PieceEncoder(File(sections));
        read.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.ModelDamaged);
    }

    private static TransformerEncoder Trained() => new(TinyEncoder.Weights(Shape, PieceAttention.LongestPassage), Shape);

    // Two rows are left out when it is written: the unused piece and that of another script.
    private static int[][] Rows(int[][] passages) => [.. passages.Select(p => p.Select(row => row + (row >= 8 ? 2 : row >= 4 ? 1 : 0)).ToArray())];

    private static PieceEncoder Of(TransformerEncoder trained) => new(File(EncoderSections.Of(trained, TinyEncoder.Vocabulary)));

    private static ModelFile File(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> sections) => new(sections) { Name = "some", FeatureSet = "some/1", Command = "none", Scores = "" };
}
