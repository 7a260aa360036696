using System.Runtime.Intrinsics.X86;
using AwesomeAssertions;
using CsCheck;
using OnRecord.Language.Learning;

namespace OnRecord.Tests.Language.Learning;

public sealed class QuantisedMatrixTests
{
    // Sizes on both sides of what the products take together: pairs of numbers, blocks of four and of eight rows.
    private static readonly Gen<(int Rows, int Columns, int Count, uint Seed)> Sizes = Gen.Select(Gen.Int[1, 70], Gen.Int[1, 3], Gen.Int[1, 19], Gen.UInt);

    [Fact]
    public void Products_are_those_of_the_matrix_within_what_twelve_bits_can_say()
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
                    products[i * matrix.Columns + j].Should().BeApproximately(exact, size.Rows * (1f / 2047 + 0.0001f));
                }
            }
        });
    }

    [Fact]
    public void Every_processor_gives_the_same_bits()
    {
        Sizes.Sample(size =>
        {
            var (matrix, values, vectors) = Make(size);
            var bias = values.AsSpan(0, matrix.Columns);
            var plain = new float[size.Count * matrix.Columns];
            matrix.Multiply(vectors, size.Count, plain, bias, PairInstructions.Multiplied);
            foreach (var by in Supported())
            {
                var chosen = new float[size.Count * matrix.Columns];
                matrix.Multiply(vectors, size.Count, chosen, bias, by);
                chosen.Should().Equal(plain);
            }
        });
    }

    private static IEnumerable<PairInstructions> Supported()
    {
        yield return PairInstructions.Multiplied;
        if (AvxVnni.IsSupported) yield return PairInstructions.Added;
        if (WidePairProducts.AreSupported) yield return PairInstructions.Wide;
    }

    private static (QuantisedMatrix Matrix, float[] Values, float[] Vectors) Make((int Rows, int Columns, int Count, uint Seed) size)
    {
        var random = new Random((int)(size.Seed & int.MaxValue));
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
        var values = Numbers(size.Rows * size.Columns * 16);
        return (new QuantisedMatrix(size.Rows, size.Columns * 16, values), values, Numbers(size.Count * size.Rows));
    }
}
