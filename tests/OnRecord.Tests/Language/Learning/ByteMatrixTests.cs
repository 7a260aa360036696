using System.Runtime.Intrinsics.X86;
using AwesomeAssertions;
using CsCheck;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Tests.Language.Learning;

public sealed class ByteMatrixTests
{
    // Sizes on both sides of what the products take together: groups of four numbers, blocks of one to six rows, one to four panels.
    private static readonly Gen<(int Rows, int Columns, int Count, uint Seed)> Sizes = Gen.Select(Gen.Int[1, 70], Gen.Int[1, 9], Gen.Int[1, 15], Gen.UInt);

    [Fact]
    public void Products_are_those_of_the_matrix_within_what_eight_bits_can_say()
    {
        Sizes.Sample(size =>
        {
            var (matrix, values, vectors) = Make(size);
            var products = new float[size.Count * matrix.Columns];
            matrix.Multiply(vectors, size.Count, products);
            for (var i = 0; i < size.Count; i++)
            {
                for (var j = 0; j < matrix.Columns; j++)
                {
                    float exact = 0;
                    for (var k = 0; k < size.Rows; k++) exact += vectors[i * size.Rows + k] * values[k * matrix.Columns + j];
                    // Half a unit of either factor in each product, and a little for the sums.
                    products[i * matrix.Columns + j].Should().BeApproximately(exact, size.Rows * (1f / 127 + 0.0001f));
                }
            }
        });
    }

    [Fact]
    public void A_row_does_not_depend_on_those_beside_it()
    {
        Sizes.Sample(size =>
        {
            var (matrix, _, vectors) = Make(size);
            var together = new float[size.Count * matrix.Columns];
            matrix.Multiply(vectors, size.Count, together);
            var alone = new float[matrix.Columns];
            for (var i = 0; i < size.Count; i++)
            {
                matrix.Multiply(vectors.AsSpan(i * size.Rows, size.Rows), 1, alone);
                alone.Should().Equal(together.AsSpan(i * matrix.Columns, matrix.Columns).ToArray());
            }
        });
    }

    [Fact]
    public void A_matrix_comes_back_out_of_a_file_as_it_was_and_a_file_of_another_size_is_told()
    {
        Sizes.Sample(size =>
        {
            var (matrix, _, vectors) = Make(size);
            var file = new ModelFile([new("m", matrix.ToBytes())]) { Name = "some", FeatureSet = "some/1", Command = "none", Scores = "" };
            var products = new float[size.Count * matrix.Columns];
            matrix.Multiply(vectors, size.Count, products);
            var again = new float[products.Length];
            ByteMatrix.Read(file, "m", matrix.Rows, matrix.Columns).Multiply(vectors, size.Count, again);
            again.Should().Equal(products);
            var read = () => ByteMatrix.Read(file, "m", matrix.Rows, matrix.Columns + 16);
            read.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.ModelDamaged);
        });
    }

    [Fact]
    public void Every_processor_gives_the_same_bits()
    {
        Sizes.Sample(size =>
        {
            var (matrix, _, vectors) = Make(size);
            var widened = new float[size.Count * matrix.Columns];
            matrix.Multiply(vectors, size.Count, widened, default, byBytes: false);
            var chosen = new float[size.Count * matrix.Columns];
            matrix.Multiply(vectors, size.Count, chosen, default, byBytes: AvxVnni.IsSupported);
            chosen.Should().Equal(widened);
        });
    }

    [Fact]
    public void What_is_nought_stays_nought_and_takes_the_bias()
    {
        var matrix = new ByteMatrix(5, 16, new float[5 * 16]);
        var products = new float[32];
        matrix.Multiply([1, 2, 3, 4, 5, 0, 0, 0, 0, 0], 2, products, [.. Enumerable.Range(0, 16).Select(i => i * 0.5f)]);
        products.Should().Equal([.. Enumerable.Range(0, 32).Select(i => i % 16 * 0.5f)]);
    }

    private static (ByteMatrix Matrix, float[] Values, float[] Vectors) Make((int Rows, int Columns, int Count, uint Seed) size)
    {
        var random = new Random((int)size.Seed);
        float[] values = [.. Enumerable.Range(0, size.Rows * size.Columns * 16).Select(_ => random.NextSingle() * 2 - 1)];
        float[] vectors = [.. Enumerable.Range(0, size.Count * size.Rows).Select(_ => random.NextSingle() * 2 - 1)];
        return (new ByteMatrix(size.Rows, size.Columns * 16, values), values, vectors);
    }
}
