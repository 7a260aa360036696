using OnRecord.Ledger;
using OnRecord.Server.Search;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Server;

/// <summary>What is remembered of a search is what the ledger answers.</summary>
public sealed class RememberedTests
{
    [Theory]
    [InlineData("bridge", null)]
    [InlineData("bridge 12", null)]
    [InlineData("\"the river would\"", null)]
    [InlineData("brid*", "Speaker3")]
    [InlineData(null, "Speaker1")]
    [InlineData("nowhere", null)]
    [InlineData("…", null)]
    public void Numbers_and_rows_are_those_of_the_ledger_however_far_they_were_gone_through_before(string? text, string? speaker)
    {
        using var folder = new LedgerFolder();
        folder.Record([.. Enumerable.Range(0, 20).Select(n => SampleReadings.Numbered(n, 20))]);
        using var ledger = LedgerReader.Open(folder.File);
        var expected = ledger.Matches(text, speaker, null).ToList();

        foreach (var far in new[] { 0, 1, 7, 200, int.MaxValue })
        {
            var remembered = new Remembered();
            remembered.Matches(ledger, text, speaker, null).Take(far).ToList().Should().Equal(expected.Take(far));
            remembered.Matches(ledger, text, speaker, null).Should().Equal(expected);
            remembered.Matches(ledger, text, speaker, null).Should().Equal(expected);
            foreach (var before in new long[] { 1, 150, 399, 1000 }) remembered.Matches(ledger, text, speaker, before).Should().Equal(expected.Where(number => number < before));
            var page = expected.Take(25).ToList();
            remembered.Statements(ledger, page, text, speaker).Should().BeEquivalentTo(ledger.Statements(page, text, speaker), options => options.WithStrictOrdering());
            remembered.Statements(ledger, page, text, speaker).Should().BeEquivalentTo(ledger.Statements(page, text, speaker), options => options.WithStrictOrdering());
            remembered.Statements(ledger, [.. page, long.MaxValue], null, null).Select(row => row.Snippet).Should().OnlyContain(snippet => snippet == null).And.HaveCount(page.Count, "a cutting belongs to a search, and not to a statement");
        }
    }
}
