using AwesomeAssertions;
using OnRecord.Language.Learning;
using OnRecord.Language.Tokens;
using OnRecord.Models.English;

namespace OnRecord.Tests.Language.Learning;

public sealed class WordVectorsTests
{
    private static readonly WordVectors Vectors = WordVectors.Load(EnglishModels.Set.Open(WordVectors.ModelName));

    [Theory]
    [InlineData("minister", "president")]
    [InlineData("treaty", "agreement")]
    [InlineData("treaty", "banana")]
    public void The_cosine_is_that_of_the_vectors(string a, string b)
    {
        var (x, y) = (Vector(a), Vector(b));
        var expected = x.Zip(y, (p, q) => (double)p * q).Sum() / Math.Sqrt(x.Sum(p => (double)p * p) * y.Sum(q => (double)q * q));

        ((double)Vectors.Cosine(Row(a), Row(b))).Should().BeApproximately(expected, 1e-5);
        Vectors.Cosine(Row(b), Row(a)).Should().Be(Vectors.Cosine(Row(a), Row(b)));
    }

    [Fact]
    public void A_word_is_wholly_like_itself() => Vectors.Cosine(Row("treaty"), Row("treaty")).Should().Be(1);

    [Fact]
    public void What_has_no_vector_is_like_nothing()
    {
        Row("qzxvtplk").Should().Be(-1);
        Vectors.Cosine(-1, Row("treaty")).Should().Be(0);
        Vectors.Cosine(Row("treaty"), -1).Should().Be(0);
    }

    private static int Row(string word) => Vectors.Find(WordForm.Of(word).Lower);

    private static float[] Vector(string word)
    {
        var vector = new float[Vectors.Dimensions];
        Vectors.CopyTo(Row(word), vector);
        return vector;
    }
}
