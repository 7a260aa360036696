using CsCheck;
using OnRecord.Extract;

namespace OnRecord.Tests.Extract;

public sealed class QuantitiesTests
{
    private static readonly TimeSetting Wednesday = new() { Published = new DateOnly(2019, 4, 3) };

    [Fact]
    public void Whatever_the_text_quantities_stand_in_order_and_never_overlap() => Texts.Sample(text =>
    {
        var at = 0;
        foreach (var quantity in Quantities.Find(text, Wednesday))
        {
            quantity.Span.Start.Should().BeGreaterThanOrEqualTo(at);
            quantity.Span.End.Should().BeGreaterThan(quantity.Span.Start).And.BeLessThanOrEqualTo(text.Length);
            quantity.Unit.Should().NotBeEmpty();
            (quantity.Value is null).Should().Be(quantity.Unresolved is not null);
            if (quantity is { Value: { } value, Upper: { } upper }) upper.Should().BeGreaterThan(value);
            at = quantity.Span.End;
        }
    });

    [Fact]
    public void Whatever_the_text_numbers_stand_in_order_and_never_overlap() => Texts.Sample(text =>
    {
        var at = 0;
        foreach (var number in Numerals.Find(text))
        {
            number.Span.Start.Should().BeGreaterThanOrEqualTo(at);
            number.Span.End.Should().BeGreaterThan(number.Span.Start).And.BeLessThanOrEqualTo(text.Length);
            at = number.Span.End;
        }
    });

    [Theory]
    [InlineData("two hundred and six", "206")]
    [InlineData("minus half a million", "-500000.0")]
    [InlineData("10 1/2", "10.5")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("three and a half", "3.5")]
    [InlineData("1.3e6", "1300000")]
    public void Numbers_are_read_in_figures_and_words(string text, string value) =>
        Numerals.Find(text).Should().ContainSingle().Which.Value.Should().Be(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_same_text_gives_the_same_quantities() => Texts.Sample(text =>
        Quantities.Find(text, Wednesday).Should().Equal(Quantities.Find(text, Wednesday)));

    [Fact]
    public void Ten_thousand_digits_have_no_value_and_say_so()
    {
        var quantity = Quantities.Find(new string('7', 10_000) + " dollars").Should().ContainSingle().Which;

        quantity.Value.Should().BeNull();
        quantity.Unresolved.Should().Be(TimeRefusal.OutOfRange);
        quantity.Unit.Should().Be("USD");
    }

    [Fact]
    public void A_figure_says_over_which_time_it_grew_and_by_which_day_it_is_due()
    {
        const string text = "In just the last two years the members have spent an additional $41 billion on fleets. By the end of next year that sum will increase to $100 billion, she said.";

        var quantities = Quantities.Find(text, Wednesday).Where(q => q.Kind == QuantityKind.Money).ToList();

        quantities[0].Value.Should().Be(41_000_000_000m);
        (quantities[0].Change, quantities[0].ChangeSense).Should().Be((Change.Up, ChangeSense.By));
        quantities[0].Period!.Value.Slice(text).Should().Be("the last two years");
        quantities[1].Value.Should().Be(100_000_000_000m);
        (quantities[1].Change, quantities[1].ChangeSense, quantities[1].Status).Should().Be((Change.Up, ChangeSense.To, FigureStatus.Projected));
        quantities[1].Period!.Value.Slice(text).Should().Be("the end of next year");
    }

    [Fact]
    public void A_share_of_output_with_a_deadline_is_a_lower_bound()
    {
        const string text = "Every government has committed to outlays of at least two percent of its GDP by 2024.";

        var quantity = Quantities.Find(text, Wednesday).Should().ContainSingle().Which;

        (quantity.Value, quantity.Unit, quantity.Comparison, quantity.Status).Should().Be((2m, "percent-of-gdp", Comparison.AtLeast, FigureStatus.Planned));
        TimeExpressions.Find(text, Wednesday).Single(t => t.Span == quantity.Period).Deadline.Should().Be(new DateOnly(2024, 12, 31));
    }

    private static readonly string[] Words = ["$", "€", "US$", "2", "41", "1,000", "2.5", "1/2", "½", "half", "a", "third", "of", "the", "two", "hundred", "and", "million", "bn", "m", "k", "%", "percent", "points", "per", "cent", "GDP", "dollars", "Swiss", "francs", "euro", "km", "square", "feet", "inches", "degrees", "C", "°", "years", "old", "-", "–", "to", "from", "between", "by", "rose", "fell", "doubled", "at", "least", "more", "than", "troops", "members", "weapons", "one", "(", ",", ".", "'", "\n\n", " ", "99999999999999999999999999999", "0", "000", "an", "additional", "will", "2019", "Rs", "USD", "minus", "point", "five", "out", "in", "dozen", "crore"];

    private static readonly Gen<string> Pieces = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Pieces.Array[0, 25].Select(p => string.Join(' ', p)), Pieces.Array[0, 25].Select(string.Concat));
}
