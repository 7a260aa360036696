using AwesomeAssertions;
using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Tests.Language.Learning;

public sealed class RowTableTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(10)]
    [InlineData(16)]
    public void Rows_are_widened_and_multiplied_whatever_their_length(int width)
    {
        var random = new Random(width);
        float[] values = [.. Enumerable.Range(0, 11 * width).Select(_ => (float)(Half)(random.NextSingle() * 4 - 2))];
        float[] factors = [.. Enumerable.Range(0, width).Select(i => i + 0.5f)];
        var table = Table(values, 11, width);
        table.Scale(factors);

        var (row, at) = (new float[width + 3], 1);
        table.CopyTo(7, row, ref at);
        at.Should().Be(width + 1);
        row.Should().Equal([0, .. Enumerable.Range(0, width).Select(i => values[7 * width + i] * factors[i]), 0, 0]);

        var rows = new float[2 * 20];
        table.CopyTo([3, -1, 10, -1], 2, rows, 20);
        rows[..width].Should().Equal(Enumerable.Range(0, width).Select(i => values[3 * width + i] * factors[i]));
        rows[20..(20 + width)].Should().Equal(Enumerable.Range(0, width).Select(i => values[10 * width + i] * factors[i]));

        table.Peaks().Should().Equal(Enumerable.Range(0, width).Select(i => Enumerable.Range(0, 11).Max(r => Math.Abs(values[r * width + i])) * factors[i]));
    }

    [Fact]
    public void A_section_of_another_length_is_damaged()
    {
        var read = () => Table(new float[12], 4, 4);

        read.Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.ModelDamaged);
    }

    private static RowTable Table(float[] values, int rows, int width) =>
        new(new ModelFile([new("table", Weights.Pack(values))]) { Name = "test", FeatureSet = "", Command = "", Scores = "" }, "table", rows, width);
}
