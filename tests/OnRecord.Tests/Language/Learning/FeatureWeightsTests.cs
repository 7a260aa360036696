using OnRecord.Language;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using Xunit;

namespace OnRecord.Tests.Language.Learning;

public sealed class FeatureWeightsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void Sums_of_any_number_of_largest_weights_do_not_overflow(int count)
    {
        var table = Table([.. Enumerable.Range(1, count).Select(i => (Fnv.Hash(i.ToString(System.Globalization.CultureInfo.InvariantCulture)), new[] { 2f, -2f, 2f }))]);
        var features = Enumerable.Range(1, count).Select(i => Fnv.Hash(i.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        var scores = new float[3];
        table.AddScores(features, scores);
        Assert.Equal(2f * count, scores[0], 0.01f * count);
        Assert.Equal(-2f * count, scores[1], 0.01f * count);
    }

    [Fact]
    public void A_feature_that_is_not_in_the_table_adds_nothing()
    {
        var table = Table([(7u, [1f, 2f])]);
        var scores = new[] { 3f, 4f };
        table.AddScores([8u, 9u, 0u], scores);
        Assert.Equal([3f, 4f], scores);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 20)]
    [InlineData(7, 1)]
    [InlineData(900, 1)]
    [InlineData(900, 7)]
    [InlineData(900, 8)]
    [InlineData(900, 21)]
    public void Every_feature_is_found_with_its_own_weights(int count, int labels)
    {
        var random = new Random(count + labels);
        var features = Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(1, 1L << 32)).Append(uint.MaxValue).Distinct().ToArray();
        // One size with either sign: nothing is lost in a byte.
        var rows = features.ToDictionary(f => f, _ => Enumerable.Range(0, labels).Select(_ => random.Next(2) * 254f - 127).ToArray());
        var table = Table([.. rows.Select(row => (row.Key, row.Value))]);
        foreach (var (feature, row) in rows)
        {
            var scores = new float[labels];
            table.AddScores([feature ^ 1, feature], scores);
            Assert.Equal([.. row.Select((w, l) => w + (rows.TryGetValue(feature ^ 1, out var other) ? other[l] : 0))], scores);
        }
    }

    [Theory]
    [InlineData(40, 7)]
    [InlineData(40, 1)]
    [InlineData(40, 70)]
    public void Features_that_all_belong_into_the_last_line_are_found_behind_it(int count, int labels)
    {
        var features = Enumerable.Range(0, count).Select(i => uint.MaxValue - (uint)i).ToArray();
        var table = Table([.. features.Select((f, i) => (f, Enumerable.Repeat(i % 2 == 0 ? 1f : -1f, labels).ToArray()))]);
        for (var i = 0; i < count; i++)
        {
            var scores = new float[labels];
            table.AddScores([features[i]], scores);
            Assert.All(scores, score => Assert.Equal(i % 2 == 0 ? 1f : -1f, score, 1e-6f));
        }
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(400_000)]
    [InlineData(700_000)]
    public void A_table_so_large_that_its_marks_are_short_finds_every_feature(int count)
    {
        // Seven rows of seven to a line: the smallest has whole marks, the next short ones in as many lines as these need, the last more.
        const int labels = 7;
        var features = Enumerable.Range(0, count).Select(i => (uint)i * 6_131u + 1).ToArray();
        var table = Table([.. features.Select(f => (f, Row(f)))]);
        var scores = new float[labels];
        for (var i = 0; i < count; i += 97)
        {
            Array.Clear(scores);
            table.AddScores([features[i]], scores);
            Assert.Equal(Row(features[i]), scores);
            Array.Clear(scores);
            table.AddScores([features[i] + 1], scores);
            Assert.All(scores, score => Assert.Equal(0, score));
        }

        float[] Row(uint feature) => [.. Enumerable.Range(0, labels).Select(l => ((feature >> l) & 1) * 254f - 127)];
    }

    [Theory]
    [InlineData(0, 0xFF)] // labels
    [InlineData(7, 0xFF)] // a number of features below nought
    [InlineData(5, 0xFF)] // more features than there are lines for
    [InlineData(-1, 1)] // the last line goes on
    public void A_table_that_does_not_hold_together_is_damage(int at, byte value)
    {
        var section = FeatureWeights.Section("table", 1, [(5u, [1f]), (9u, [1f])]);
        var bytes = section.Value.ToArray();
        bytes[at < 0 ? bytes.Length + at : at] = value;
        Assert.Equal(DiagnosticCodes.ModelDamaged, Assert.Throws<OnRecordException>(() => Read(new("table.table", bytes))).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(79)]
    [InlineData(81)]
    public void A_table_of_another_length_is_damage(int length)
    {
        var section = FeatureWeights.Section("table", 1, [(5u, [1f]), (9u, [1f])]);
        Assert.Equal(80, section.Value.Length);
        Assert.Equal(DiagnosticCodes.ModelDamaged, Assert.Throws<OnRecordException>(() => Read(new(section.Key, new byte[length].Select((_, i) => i < 80 ? section.Value.Span[i] : (byte)0).ToArray()))).Code);
    }

    [Fact]
    public void A_table_without_features_adds_nothing()
    {
        var table = Read(FeatureWeights.Section("table", 2, []));
        var scores = new[] { 3f, 4f };
        table.AddScores([8u, 0u], scores);
        Assert.Equal([3f, 4f], scores);
    }

    private static FeatureWeights Table((uint Feature, float[] Weights)[] features) => Read(FeatureWeights.Section("table", features[0].Weights.Length, features));

    private static FeatureWeights Read(KeyValuePair<string, ReadOnlyMemory<byte>> section) =>
        FeatureWeights.Read(new ModelFile([section]) { Name = "test", FeatureSet = "test/1", Command = "a test", Scores = "" }, "table");
}
