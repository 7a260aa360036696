using AwesomeAssertions;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
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
        var file = new ModelFile([new("small", Weights.Pack(Numbers(4 * 6, 0.01f))), new("large", Weights.Pack(Numbers(2 * 4, 20)))]) { Name = "test", FeatureSet = "", Command = "", Scores = "" };
        var (small, large) = (new RowTable(file, "small", 4, 6), new RowTable(file, "large", 2, 4));
        // Two rows of weights behind the last table, which meet nothing.
        var weights = Numbers((vectors.Dimensions + 10 + 2) * Columns, 1);
        var vector = new float[vectors.Dimensions];
        vectors.CopyTo(7, vector);
        var before = Products();

        var factors = Evening.Apply(vectors, [small, large], weights, Columns);
        Evening.Scale(vector, factors);

        Products().Should().Equal(before, (x, y) => Math.Abs(x - y) < 1e-3);
        small.Peaks().Max().Should().BeGreaterThan(0.02f, "small numbers grow");
        large.Peaks().Max().Should().BeLessThan(10, "large ones shrink");

        float[] Products()
        {
            var (input, at) = (new float[vectors.Dimensions + 10], vectors.Dimensions);
            vector.CopyTo(input, 0);
            small.CopyTo(1, input, ref at);
            large.CopyTo(1, input, ref at);
            return [.. Enumerable.Range(0, Columns).Select(j => input.Select((x, k) => x * weights[k * Columns + j]).Sum())];
        }

        float[] Numbers(int count, float size) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2 - 1) * size)];
    }
}
