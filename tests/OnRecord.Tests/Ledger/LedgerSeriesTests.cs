using System.Text;
using OnRecord.Check;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Tests.Ledger;

public sealed class LedgerSeriesTests : IDisposable
{
    private const string File = "# measure: defence expenditure\n# unit: percent-of-gdp\n# source: A ministry\n# retrieved: 2026-05-01\n# terms: public domain\ncode,2017,2018\nDEU,1.130,..\nFRA,1.85,1.84e\n";

    private readonly LedgerFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_series_comes_back_as_it_was_added_and_the_ledger_holds()
    {
        var (series, bytes) = Read(File);
        using (var ledger = folder.Write())
        {
            ledger.Add(series, bytes).Should().BeTrue();
            ledger.Add(series, bytes).Should().BeFalse("it stands already");
        }
        using var reopened = folder.Read();
        reopened.Series().Should().ContainSingle().Which.Series.Should().BeEquivalentTo(series, options => options.WithStrictOrdering());
        reopened.Series()[0].Series.Figures[0].Value!.Value.Scale.Should().Be(3, "1.130 has three decimals");
        reopened.Verify(TestContext.Current.CancellationToken).Should().BeEquivalentTo(new { FirstBreak = (object?)null, Entries = 1L });
        RawFile.Run(folder.File, "CREATE TEMP TABLE seen AS SELECT value FROM series_figures WHERE country = 'state:FRA' AND year = 2018 AND value = 1.84; CREATE TEMP TABLE one (n CHECK (n = 1)); INSERT INTO one SELECT count(*) FROM seen;");
    }

    [Fact]
    public void A_name_is_taken_until_the_series_is_removed_and_nothing_is_lost_by_that()
    {
        var (series, bytes) = Read(File);
        var (revised, revisedBytes) = Read(File.Replace("1.85", "1.86", StringComparison.Ordinal));
        using var ledger = folder.Write();
        ledger.Add(series, bytes);

        var taken = () => ledger.Add(revised, revisedBytes);
        taken.Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.SeriesTaken);

        ledger.RemoveSeries("spending", "revised");
        ledger.Series().Should().BeEmpty();
        ledger.Add(revised, revisedBytes).Should().BeTrue();
        ledger.Series().Should().ContainSingle().Which.Series.Sha256.Should().Be(revised.Sha256);
        var missing = () => ledger.RemoveSeries("nothing", null);
        missing.Should().Throw<OnRecordException>().Which.Code.Should().Be(DiagnosticCodes.SeriesMissing);
        var verified = ledger.Verify(TestContext.Current.CancellationToken);
        verified.FirstBreak.Should().BeNull();
        verified.Entries.Should().Be(3, "a series, its removal, and the one revised");
    }

    [Fact]
    public void A_file_that_was_altered_in_the_archive_is_found()
    {
        var (series, bytes) = Read(File);
        using (var ledger = folder.Write()) ledger.Add(series, bytes);
        RawFile.Run(folder.File, "DROP TRIGGER archive_keep; UPDATE archive SET bytes = zeroblob(length(bytes)); CREATE TRIGGER archive_keep BEFORE UPDATE ON archive BEGIN SELECT RAISE(ABORT, 'archived bytes are never altered'); END;");

        var broken = folder.Verify().FirstBreak;

        broken.Should().NotBeNull();
        (broken!.Entry, broken.Kind, broken.Code).Should().Be((1, "series", DiagnosticCodes.ChainBroken));
    }

    private static (Series Series, byte[] Bytes) Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return (SeriesReader.Read("spending.csv", bytes, new SeriesOptions(), WorldKnowledge.Shipped), bytes);
    }
}
