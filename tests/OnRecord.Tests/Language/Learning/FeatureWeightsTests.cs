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

    [Fact]
    public void Keys_out_of_order_are_damage()
    {
        var sections = FeatureWeights.Sections("table", 1, [(5u, [1f]), (9u, [1f])]).ToDictionary(s => s.Key, s => s.Value.ToArray());
        sections["table.keys"].AsSpan(8, 4).Fill(0xFF);
        var file = new ModelFile(sections.Select(s => new KeyValuePair<string, ReadOnlyMemory<byte>>(s.Key, s.Value))) { Name = "test", FeatureSet = "test/1", Command = "a test", Scores = "" };
        Assert.Equal(DiagnosticCodes.ModelDamaged, Assert.Throws<OnRecordException>(() => FeatureWeights.Read(file, "table")).Code);
    }

    private static FeatureWeights Table((uint Feature, float[] Weights)[] features)
    {
        var file = new ModelFile(FeatureWeights.Sections("table", features[0].Weights.Length, features)) { Name = "test", FeatureSet = "test/1", Command = "a test", Scores = "" };
        return FeatureWeights.Read(file, "table");
    }
}
