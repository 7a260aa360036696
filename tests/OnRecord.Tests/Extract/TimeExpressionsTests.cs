using CsCheck;
using OnRecord.Extract;
using OnRecord.Language.Text;

namespace OnRecord.Tests.Extract;

public sealed class TimeExpressionsTests
{
    private static readonly TimeSetting Wednesday = new() { Published = new DateOnly(2019, 4, 3) };

    [Fact]
    public void Whatever_the_text_times_stand_in_order_and_never_overlap() => Texts.Sample(text =>
    {
        foreach (var setting in (TimeSetting[])[TimeSetting.Unknown, Wednesday, new TimeSetting { Published = DateOnly.MinValue, Country = "GB" }, new TimeSetting { Published = DateOnly.MaxValue }])
        {
            var at = 0;
            foreach (var time in TimeExpressions.Find(text, setting))
            {
                time.Span.Start.Should().BeGreaterThanOrEqualTo(at);
                time.Span.End.Should().BeGreaterThan(time.Span.Start).And.BeLessThanOrEqualTo(text.Length);
                time.Value.Should().NotBeEmpty();
                if (time is { Begins: { } begins, Ends: { } ends }) ends.Should().BeOnOrAfter(begins);
                at = time.Span.End;
            }
        }
    });

    [Fact]
    public void The_same_text_gives_the_same_times() => Texts.Sample(text =>
        TimeExpressions.Find(text, Wednesday).Should().BeEquivalentTo(TimeExpressions.Find(text, Wednesday), o => o.WithStrictOrdering()));

    [Fact]
    public void Ten_thousand_digits_are_no_time_and_cost_no_time()
    {
        TimeExpressions.Find(new string('7', 10_000) + " years ago", Wednesday).Should().OnlyContain(t => t.Span.Length < 30);
        TimeExpressions.Find(string.Join('.', Enumerable.Repeat("1", 10_000)), Wednesday).Should().BeEmpty();
        TimeExpressions.Find(string.Concat(Enumerable.Repeat("the last ", 10_000)), Wednesday).Should().BeEmpty();
    }

    [Fact]
    public void An_ambiguous_date_is_decided_by_the_country_of_the_outlet()
    {
        const string text = "It was signed on 03/04/2019.";

        TimeExpressions.Find(text, Wednesday with { Country = "GB" }).Should().ContainSingle().Which.Value.Should().Be("2019-04-03");
        TimeExpressions.Find(text, Wednesday with { Country = "US" }).Should().ContainSingle().Which.Value.Should().Be("2019-03-04");
        var open = TimeExpressions.Find(text, Wednesday).Should().ContainSingle().Which;
        open.Unresolved.Should().Be(TimeRefusal.AmbiguousOrder);
        open.Readings.Should().Equal("2019-04-03", "2019-03-04");
    }

    [Fact]
    public void A_fiscal_year_begins_where_the_country_begins_it()
    {
        var american = TimeExpressions.Find("The budget for fiscal 2020 is late.", Wednesday with { Country = "US" }).Should().ContainSingle().Which;
        american.Begins.Should().Be(new DateTime(2019, 10, 1));

        var indian = TimeExpressions.Find("The budget for FY2020 is late.", Wednesday with { Country = "IN" }).Should().ContainSingle().Which;
        indian.Begins.Should().Be(new DateTime(2019, 4, 1));
    }

    [Fact]
    public void Nothing_is_read_from_a_paragraph_that_is_set_apart()
    {
        const string text = "The treaty ended in 2019.\n\nREAD MORE: What 2020 will bring\n\nTalks begin in May.";
        var start = text.IndexOf("READ", StringComparison.Ordinal);

        var times = TimeExpressions.Find(text, Wednesday, [new TextSpan(start, start + 31)]);

        times.Select(t => t.Value).Should().Equal("2019", "2019-05");
    }

    [Fact]
    public void A_time_that_counts_from_the_one_before_says_which()
    {
        const string text = "The alliance was founded in 1949. Two years later it moved.";

        var later = TimeExpressions.Find(text, Wednesday)[1];

        later.Value.Should().Be("1951");
        later.CountsFrom!.Value.Slice(text).Should().Be("1949");
    }

    private static readonly string[] Words = ["the", "last", "next", "two", "a", "31", "February", "2019", "1990", "s", "-", "/", ".", ",", "'", " ", "\n", "\n\n", "ago", "years", "week", "Friday", "Oct.", "at", "10", ":", "30", "p.m.", "GMT", "end", "of", "mid", "early", "quarter", "third", "99999999999", "million", "every", "half", "and", "Easter", "9999", "0", "1", "earlier", "later", "more", "than", "fiscal", "Q3", "by", "century", "decades", "noon", "tomorrow", "T", "04"];

    private static readonly Gen<string> Pieces = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Pieces.Array[0, 25].Select(p => string.Join(' ', p)), Pieces.Array[0, 25].Select(string.Concat));
}
