using System.Text;
using OnRecord.Check;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Tests.Check;

public sealed class SeriesReaderTests
{
    private static readonly SeriesOptions Described = new() { Measure = "defence expenditure", Unit = "percent-of-gdp", Source = "A ministry", Retrieved = new DateOnly(2026, 5, 1), Terms = "public domain" };

    [Fact]
    public void A_plain_table_has_a_row_a_country_and_year()
    {
        var series = Read("country,year,value,estimate\nGermany,2018,1.15,\nFRA,2018,1.85,e\nGermany,2019,..,\n");

        series.Figures.Should().Equal(
            new SeriesFigure("state:DEU", 2018, 1.15m, false),
            new SeriesFigure("state:DEU", 2019, null, false),
            new SeriesFigure("state:FRA", 2018, 1.85m, true));
        series.Notes.Should().Equal("1 gap", "1 estimate");
        (series.FirstYear, series.LastYear).Should().Be((2018, 2018));
        series.Find("state:DEU", 2018)!.Value.Value.Should().Be(1.15m);
        series.Find("state:DEU", 2019).Should().BeNull("a gap is no figure");
        series.Find("state:ITA", 2018).Should().BeNull();
    }

    [Theory]
    [InlineData("\"Data Source\",\"Indicators\",\n\n\"Last Updated Date\",\"2026-04-01\",\n\n\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2017\",\"2018\",\n\"Germany\",\"DEU\",\"Military expenditure\",\"X.Y\",\"1.13\",\"1.15\",\n\"France\",\"FRA\",\"Military expenditure\",\"X.Y\",\"1.85\",\"\",\n")]
    [InlineData("Country;2017;2018\nGermany;1,13;1,15\nFrance;1,85;..\n")]
    [InlineData("iso3\t2017 [YR2017]\t2018 [YR2018]\nDEU\t1.13\t1.15\nFRA\t1.85\t..\n")]
    [InlineData("[{\"2017\":1.13,\"2018\":1.15,\"country\":\"Germany\",\"Notes\":7},{\"2017\":1.85,\"2018\":null,\"country\":\"France\",\"Notes\":null}]")]
    [InlineData("[{\"page\":1},[{\"indicator\":{\"id\":\"X\",\"value\":\"Military expenditure\"},\"country\":{\"id\":\"DE\",\"value\":\"Germany\"},\"countryiso3code\":\"DEU\",\"date\":\"2017\",\"value\":1.13,\"decimal\":1},{\"country\":{\"id\":\"DE\",\"value\":\"Germany\"},\"date\":\"2018\",\"value\":1.15},{\"country\":{\"id\":\"FR\",\"value\":\"France\"},\"date\":\"2017\",\"value\":1.85},{\"country\":{\"id\":\"FR\",\"value\":\"France\"},\"date\":\"2018\",\"value\":null}]]")]
    public void The_layouts_of_statistical_offices_give_the_same_figures(string text)
    {
        var series = Read(text);

        series.Figures.Select(f => (f.Country, f.Year, f.Value)).Should().Equal(("state:DEU", 2017, 1.13m), ("state:DEU", 2018, 1.15m), ("state:FRA", 2017, 1.85m), ("state:FRA", 2018, null));
    }

    [Fact]
    public void A_workbook_gives_cells_kept_results_percentages_and_estimates()
    {
        var book = WorkbookFile.Of(
            ("Read me", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>About these tables</t></is></c></row>"),
            ("Share of GDP", """
                <row r="6"><c r="A6" t="s"><v>0</v></c><c r="B6"><v>2017</v></c><c r="C6"><v>2018</v></c></row>
                <row r="7"><c r="A7" t="inlineStr"><is><t>Europe</t></is></c></row>
                <row r="9"><c r="A9" t="s"><v>1</v></c><c r="B9" s="1"><v>1.1299999999999999E-2</v></c><c r="C9" s="1"><f>C8*2</f><v>1.15E-2</v></c></row>
                <row r="10"><c r="A10" t="inlineStr"><is><t>France</t></is></c><c r="B10" s="2"><v>1.85</v></c><c r="C10" t="inlineStr"><is><t>. .</t></is></c></row>
                """));

        var series = SeriesReader.Read("milex.xlsx", book, Described, WorldKnowledge.Shipped);

        series.Figures.Should().Equal(
            new SeriesFigure("state:DEU", 2017, 1.13m, false),
            new SeriesFigure("state:DEU", 2018, 1.15m, false),
            new SeriesFigure("state:FRA", 2017, 1.85m, true),
            new SeriesFigure("state:FRA", 2018, null, false));
        series.Notes.Should().Contain("1 cell is a formula: its kept result was taken");
    }

    [Fact]
    public void A_file_may_say_itself_what_it_holds_and_an_option_stands_over_it()
    {
        var text = "# measure: population\n# unit: million people\n# source: World Bank\n# retrieved: 2026-04-01\n# terms: CC BY 4.0\ncode,2018\nDEU,82.9\n";

        var series = SeriesReader.Read("Population (total).csv", Bytes(text), new SeriesOptions { Measure = "inhabitants" }, WorldKnowledge.Shipped);

        series.Should().BeEquivalentTo(new { Name = "population-total", Measure = "inhabitants", Unit = "person", Source = "World Bank", Terms = "CC BY 4.0", Retrieved = new DateOnly(2026, 4, 1) });
        series.Figures.Should().Equal(new SeriesFigure("state:DEU", 2018, 82_900_000m, false));
    }

    [Theory]
    [InlineData("% of GDP", "percent-of-gdp", 1)]
    [InlineData("million USD", "USD", 1_000_000)]
    [InlineData("constant 2023 US$ (millions)", "USD", 1_000_000)]
    [InlineData("EUR bn", "EUR", 1_000_000_000)]
    [InlineData("%", "percent", 1)]
    [InlineData("people", "person", 1)]
    public void A_unit_is_read_with_its_scale(string written, string unit, int scale)
    {
        var read = SeriesUnit.Read("x.csv", written);

        (read.Unit, read.Scale).Should().Be((unit, scale));
    }

    [Theory]
    [InlineData(DiagnosticCodes.SeriesUnreadable, "Germany,1.15\nFrance,1.85\n", "no row of column names")]
    [InlineData(DiagnosticCodes.SeriesUnreadable, "country,year,value\n", "no column of figures")]
    [InlineData(DiagnosticCodes.SeriesUnreadable, "country,2018\nGermany,..\n", "not one figure")]
    [InlineData(DiagnosticCodes.SeriesUnreadable, "", "is empty")]
    [InlineData(DiagnosticCodes.SeriesUnreadable, "{\"a\":", "at line 1")]
    [InlineData(DiagnosticCodes.SeriesUnknownCountry, "country,2018\nGermany,1.15\nArab World,2.1\n", "Arab World")]
    [InlineData(DiagnosticCodes.SeriesFigureWrong, "country,2018\nGermany,1.15\nFrance,lots\n", "row 3 (2018) has 'lots'")]
    [InlineData(DiagnosticCodes.SeriesFigureWrong, "country,2018\nGermany,\"1,5\"\n", "row 2 (2018) has '1,5'")]
    [InlineData(DiagnosticCodes.SeriesFigureWrong, "country,year,value\nGermany,2018Q1,1.15\n", "row 2 has '2018Q1' where a year stands")]
    [InlineData(DiagnosticCodes.SeriesDoubled, "country,2018\nGermany,1.15\nDEU,1.24\n", "row 2 and row 3 give different figures of Germany for 2018")]
    [InlineData(DiagnosticCodes.SeriesUnitWrong, "country,2018\nGermany,46512.9\n", "Germany for 2018 is 46512.9")]
    [InlineData(DiagnosticCodes.SeriesUnitWrong, "country,year,value,unit\nGermany,2018,1.15,USD\n", "the file says 'USD'")]
    [InlineData(DiagnosticCodes.SeriesFormula, "country,2018\nGermany,=B3*2\n", "row 2 (2018) holds a formula")]
    [InlineData(DiagnosticCodes.SeriesMixed, "country,year,defence,health\nGermany,2018,1.15,11\n", "defence, health")]
    [InlineData(DiagnosticCodes.SeriesMixed, "country,indicator,year,value\nGermany,defence,2018,1.15\nGermany,health,2018,11\n", "--column")]
    public void What_is_wrong_is_said_with_its_code_and_place(string code, string text, string message)
    {
        var read = () => Read(text);

        var error = read.Should().Throw<OnRecordException>().Which;
        (error.Code, error.Message).Should().Match<(string Code, string Message)>(e => e.Code == code && e.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_measures_one_is_chosen()
    {
        Read("country,year,defence,health\nGermany,2018,1.15,11\n", Column("health")).Figures.Should().ContainSingle().Which.Value.Should().Be(11m);
        Read("country,indicator,year,value\nGermany,defence,2018,1.15\nGermany,health,2018,11\n", Column("defence")).Figures.Should().ContainSingle().Which.Value.Should().Be(1.15m);
        var wrong = () => Read("country,year,defence,health\nGermany,2018,1.15,11\n", Column("schools"));
        wrong.Should().Throw<OnRecordException>().Which.Message.Should().Contain("no column of figures 'schools'").And.Contain("defence, health");
    }

    [Fact]
    public void Unknown_places_are_left_out_where_that_is_asked_for_and_named()
    {
        var series = Read("country,2018\nGermany,1.15\nArab World,2.1\n", new SeriesOptions { Measure = "m", Unit = "percent", Source = "s", Terms = "t", Retrieved = new DateOnly(2026, 1, 1), SkipsUnknown = true });

        series.Figures.Should().ContainSingle();
        series.Notes.Should().Contain("left out, no country of the knowledge: Arab World");
    }

    [Fact]
    public void What_is_not_said_of_the_figures_is_asked_for_all_at_once()
    {
        var read = () => SeriesReader.Read("x.csv", Bytes("country,2018\nGermany,1.15\n"), new SeriesOptions { Measure = "defence expenditure" }, WorldKnowledge.Shipped);

        read.Should().Throw<OnRecordException>().Where(e => e.Code == DiagnosticCodes.SeriesUndescribed).Which.Message.Should().Contain("--unit, --source, --retrieved, --terms missing").And.NotContain("--measure");
    }

    [Fact]
    public void A_formula_without_a_result_a_damaged_workbook_and_several_tables_are_refused()
    {
        const string Table = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>2018</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\">{0}</c></row>";
        var good = Table.Replace("{0}", "<v>1.15</v>", StringComparison.Ordinal);

        Refusal(WorkbookFile.Of(("One", Table.Replace("{0}", "<f>1+1</f>", StringComparison.Ordinal)))).Code.Should().Be(DiagnosticCodes.SeriesFormula);
        Refusal(WorkbookFile.Of(("One", good), ("Two", good))).Message.Should().Contain("One, Two").And.Contain("--sheet");
        Refusal(WorkbookFile.Of(("One", good))[..200]).Code.Should().Be(DiagnosticCodes.SeriesUnreadable);
        Refusal(WorkbookFile.Of(("One", Table.Replace("{0}", "<v>#DIV/0!</v>", StringComparison.Ordinal)))).Code.Should().Be(DiagnosticCodes.SeriesFigureWrong);
        Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1]).Message.Should().Contain(".xlsx");
        Refusal([0x63, 0xE9]).Message.Should().Contain("UTF-8");
        SeriesReader.Read("x.xlsx", WorkbookFile.Of(("One", good), ("Two", good)), new SeriesOptions { Measure = "m", Unit = "percent", Source = "s", Terms = "t", Retrieved = new DateOnly(2026, 1, 1), Sheet = "two" }, WorldKnowledge.Shipped).Figures.Should().ContainSingle();
    }

    [Fact]
    public void The_series_that_come_with_the_library_have_every_member_and_name_their_source()
    {
        foreach (var series in ShippedSeries.All)
        {
            series.Figures.Select(f => f.Country).Distinct().Should().BeEquivalentTo(WorldKnowledge.Shipped.MembersOn("org:nato", new DateOnly(2026, 1, 1)), series.Name);
            series.Source.Should().NotBeEmpty();
            series.Terms.Should().NotBeEmpty();
        }
        ShippedSeries.All[0].Find("state:EST", 2024)!.Value.Value.Should().Be(3.37m);
        ShippedSeries.All[1].Find("state:DEU", 2025).Should().Be(new SeriesFigure("state:DEU", 2025, 2.4m, true));
        ShippedSeries.All[2].Find("state:BEL", 2014)!.Value.Value.Should().Be(5_191_500_000m);
        (ShippedSeries.All[0].FirstYear, ShippedSeries.All[0].LastYear).Should().Be((2014, 2024));
    }

    private static OnRecordException Refusal(byte[] file)
    {
        var read = () => SeriesReader.Read("x.xlsx", file, Described, WorldKnowledge.Shipped);
        return read.Should().Throw<OnRecordException>().Which;
    }

    private static SeriesOptions Column(string name) => new() { Measure = "m", Unit = "percent", Source = "s", Terms = "t", Retrieved = new DateOnly(2026, 1, 1), Column = name };

    private static Series Read(string text, SeriesOptions? options = null) => SeriesReader.Read("figures.csv", Bytes(text), options ?? Described, WorldKnowledge.Shipped);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
