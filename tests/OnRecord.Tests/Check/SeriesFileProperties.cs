using System.Text;
using CsCheck;
using OnRecord.Check;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Tests.Check;

public sealed class SeriesFileProperties
{
    private static readonly SeriesOptions Described = new() { Measure = "m", Unit = "percent", Source = "s", Retrieved = new DateOnly(2026, 1, 1), Terms = "t", SkipsUnknown = true };

    private static readonly string[] Codes = ["DEU", "FRA", "EST", "USA"];

    private static readonly byte[][] Files =
    [
        Encoding.UTF8.GetBytes("# unit: percent\ncountry,code,2017,2018e\nGermany,DEU,1.13,1.15\n\"Korea, South\",KOR,..,2.6 est.\n"),
        Encoding.UTF8.GetBytes("country;year;value;status\nGermany;2017;1,13;e\nFrance;2018;-1,85;\n"),
        Encoding.UTF8.GetBytes("[{\"country\":{\"id\":\"DE\",\"value\":\"Germany\"},\"date\":\"2017\",\"value\":1.13},{\"country\":\"France\",\"date\":\"2018\",\"value\":null}]"),
        WorkbookFile.Of(("Share", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>2018</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" s=\"1\"><f>1</f><v>0.0115</v></c></row>")),
    ];

    [Fact]
    public void Whatever_is_in_a_file_it_is_read_or_refused_with_a_code()
    {
        Gen.Select(Gen.Int[0, Files.Length - 1], Gen.Select(Gen.Int[0, 10_000], Gen.Byte).Array[0, 12]).Sample((which, changes) =>
        {
            var bytes = Files[which].ToArray();
            foreach (var (place, value) in changes) bytes[place % bytes.Length] = value;
            Read(bytes);
        }, iter: 2000);
        string[] pieces = ["Germany", "FRA", ",", "\n", "2018", "1e27", "-79228162514264337593543950335", "9999999999999999999999999999", "..", "\"", "=1+1", "country", "year", "value", "#", ":", "%", "e", "[1.5]", "\t", ";", "{", "[", "\0"];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 40].Sample(words => Read(Encoding.UTF8.GetBytes("country,2017,2018\n" + string.Concat(words))), iter: 2000);
    }

    [Fact]
    public void The_figures_of_a_series_are_in_order_and_each_is_found() =>
        Gen.Select(Gen.Int[0, 3].Select(i => Codes[i]), Gen.Int[2000, 2020], Gen.Int[-500, 500]).Array[1, 40].Sample(rows =>
        {
            var known = rows.DistinctBy(row => (row.Item1, row.Item2)).ToList();
            var series = SeriesReader.Read("x.csv", Encoding.UTF8.GetBytes("code,year,value\n" + string.Concat(known.Select(row => FormattableString.Invariant($"{row.Item1},{row.Item2},{row.Item3 / 100m}\n")))), Described, WorldKnowledge.Shipped);

            series.Figures.Select(f => (f.Country, f.Year)).Should().BeInAscendingOrder(Comparer<(string Country, int Year)>.Create((left, right) => string.CompareOrdinal(left.Country, right.Country) is not 0 and var order ? order : left.Year.CompareTo(right.Year)));
            foreach (var (code, year, value) in known) series.Find("state:" + code, year)!.Value.Value.Should().Be(value / 100m);
        });

    private static void Read(byte[] bytes)
    {
        try
        {
            SeriesReader.Read("x.csv", bytes, Described, WorldKnowledge.Shipped).Figures.Should().OnlyContain(f => f.Value == null || Math.Abs(f.Value.Value) <= 1e20m);
        }
        catch (OnRecordException error)
        {
            error.Code.Should().Match(code => code.StartsWith("OR61", StringComparison.Ordinal));
        }
    }
}
