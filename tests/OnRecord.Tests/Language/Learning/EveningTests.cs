using AwesomeAssertions;
using OnRecord.Language.Learning;
using OnRecord.Models.English;

namespace OnRecord.Tests.Language.Learning;

public sealed class EveningTests
{
    private const int Columns = 3;

    [Fact]
    public void A_layer_gives_the_same_products_as_before_of_a_vector_and_a_row_of_each_table()
    {
        var vectors = WordVectors.Load(EnglishModels.Set.Open(WordVectors.ModelName));
        var random = new Random(5);
        var (small, large) = (Numbers(4 * 2, 0.01f), Numbers(2 * 3, 20));
        // Two rows of weights behind the last table, which meet nothing.
        var weights = Numbers((vectors.Dimensions + 5 + 2) * Columns, 1);
        var vector = new float[vectors.Dimensions];
        vectors.CopyTo(7, vector);
        var before = Products();

        var factors = Evening.Apply(vectors, [(small, 2), (large, 3)], weights, Columns);
        Evening.Scale(vector, factors);

        Products().Should().Equal(before, (x, y) => Math.Abs(x - y) < 1e-3);
        small.Max(Math.Abs).Should().BeGreaterThan(0.02f, "small numbers grow");
        large.Max(Math.Abs).Should().BeLessThan(10, "large ones shrink");

        float[] Products()
        {
            float[] input = [.. vector, .. small.AsSpan(1 * 2, 2), .. large.AsSpan(1 * 3, 3)];
            return [.. Enumerable.Range(0, Columns).Select(j => input.Select((x, k) => x * weights[k * Columns + j]).Sum())];
        }

        float[] Numbers(int count, float size) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2 - 1) * size)];
    }
}
