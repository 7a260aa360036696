using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using OnRecord.Check;
using OnRecord.Knowledge;

namespace OnRecord.Tests.Check;

public sealed partial class ArithmeticTests
{
    private static readonly Gen<decimal> Figure = Gen.Int[-100_000, 10_000_000].Select(n => n / 100m);

    [Fact]
    public void The_line_that_is_shown_gives_the_verdict_again() =>
        Gen.Select(Figure, Figure, Gen.Int[0, 500].Select(n => n / 100m), Gen.Enum<Comparison>()).Sample((found, said, tolerance, comparison) =>
        {
            var arithmetic = new Arithmetic { Of = "Germany 2024", Found = found, Comparison = comparison, Said = said, Tolerance = tolerance };
            var line = Line().Match(arithmetic.ToString());
            line.Success.Should().BeTrue(arithmetic.ToString());
            Number(line, "found").Should().Be(found);
            Number(line, "said").Should().Be(said);
            Worked(line).Should().Be(line.Groups["holds"].Value == "true").And.Be(arithmetic.Holds);
        });

    [Fact]
    public void What_is_found_of_a_pledge_follows_from_the_lines_that_are_shown() =>
        Gen.Select(Gen.Int[-100, 500].Select(n => n < 0 ? (decimal?)null : n / 100m).Array[2, 6], Gen.Int[1, 400].Select(n => n / 100m), Gen.Bool).Sample((values, target, isAtLeast) =>
        {
            string[] keys = [.. WorldKnowledge.Shipped.MembersOn("org:nato", new DateOnly(2019, 4, 3)).Take(values.Length)];
            var series = CheckStory.Figures("percent-of-gdp", [.. keys.Select((key, i) => (key, 2024, values[i]))]);
            var pledge = CheckStory.TwoPercent with { Pledgers = [.. keys.Select((_, i) => $"e{i + 1}")], BindsMembers = false, Target = target, Comparison = isAtLeast ? Comparison.AtLeast : Comparison.AtMost };

            var finding = PledgeCheck.Of(CheckStory.Countries(new DateOnly(2019, 4, 3), keys), pledge, series, WorldKnowledge.Shipped, new DateOnly(2026, 1, 1));

            var lines = finding.Arithmetic.Select(a => Line().Match(a.ToString())).ToList();
            lines.Should().HaveCount(values.Count(v => v is not null)).And.OnlyContain(line => line.Success);
            var (held, failed) = (lines.Count(Worked), lines.Count(line => !Worked(line)));
            finding.Verdict.Should().Be((held, failed) switch
            {
                (0, 0) => FindingVerdict.NotMeasurable,
                (_, 0) => FindingVerdict.Met,
                (0, _) => FindingVerdict.Missed,
                _ => FindingVerdict.Partly,
            });
        });

    [Theory]
    [InlineData("$41 billion", 41_000_000_000, false, 500_000_000)]
    [InlineData("1.4 percent", 1.4, false, 0.05)]
    [InlineData("two percent", 2, false, 0.1)]
    [InlineData("about 30 percent", 30, true, 3)]
    [InlineData("forty-one billion dollars", 41_000_000_000, false, 500_000_000)]
    [InlineData("1,234 people", 1234, false, 0.5)]
    public void A_figure_is_as_exact_as_it_is_written(string written, double value, bool isAbout, double tolerance) =>
        Precision.Of(written, (decimal)value, isAbout).Should().Be((decimal)tolerance);

    [Theory]
    [InlineData("defence spending", "military expenditure", true)]
    [InlineData("annual defense budgets", "Defence expenditure", true)]
    [InlineData("spending on military research", "defence expenditure", false)]
    [InlineData("the share of GDP", "", true)]
    [InlineData("CO2 emissions", "emissions", false)]
    public void One_measure_has_many_words(string one, string other, bool isSame) => MeasureWords.Of(one).SetEquals(MeasureWords.Of(other)).Should().Be(isSame);

    private static bool Worked(Match line)
    {
        var (found, said) = (Number(line, "found"), Number(line, "said"));
        var tolerance = line.Groups["tolerance"].Success ? Number(line, "tolerance") : 0;
        return line.Groups["sign"].Value switch
        {
            ">=" => found >= said - tolerance,
            ">" => found > said - tolerance,
            "<=" => found <= said + tolerance,
            "<" => found < said + tolerance,
            _ => Math.Abs(found - said) <= tolerance,
        };
    }

    private static decimal Number(Match line, string group) => decimal.Parse(line.Groups[group].Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[^:]+: (?<found>-?[\d,.]+) (?<sign>>=|>|<=|<|=) (?<said>-?[\d,.]+)(?: ± (?<tolerance>[\d,.]+))? is (?<holds>true|false)$", RegexOptions.None, 1000)]
    private static partial Regex Line();
}
