namespace OnRecord.Tests;

public sealed class DifferenceTests
{
    [Fact]
    public void A_line_that_was_added_stands_alone_between_its_neighbours() =>
        Difference.Between("a\nb\nc\nd", "a\nb\nx\nc\nd").Should().Be("  b\n+ x\n  c\n");

    [Fact]
    public void Lines_that_are_the_same_and_far_from_a_difference_are_left_out() =>
        Difference.Between("a\nb\nc\nd\ne", "A\nb\nc\nd\nE").Should().Be("- a\n+ A\n  b\n  d\n- e\n+ E\n");
}
