using AwesomeAssertions;
using OnRecord.Language.Learning;

namespace OnRecord.Tests.Language.Learning;

public sealed unsafe class WideBlockTests
{
    [Fact]
    public void Parts_of_a_block_begin_at_lines_and_do_not_overlap()
    {
        using var block = WideBlock.Rent(WideBlock.SizeOf<float>(5) + WideBlock.SizeOf<byte>(100) + WideBlock.SizeOf<float>(1000));
        var first = block.Take<float>(5);
        var second = block.Take<byte>(100);
        var third = block.Take<float>(1000);

        ((nuint)first % WideBlock.Alignment).Should().Be((nuint)0);
        ((nuint)second - (nuint)first).Should().Be((nuint)64);
        ((nuint)third - (nuint)second).Should().Be((nuint)128);
    }

    [Fact]
    public void A_block_without_room_says_so()
    {
        using var block = WideBlock.Rent(100);
        var take = () => block.TakeSpan<byte>(3 << 20).Length;

        take.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Blocks_that_are_lent_at_the_same_time_are_different_ones()
    {
        using var one = WideBlock.Rent(1000);
        using var other = WideBlock.Rent(1000);
        one.TakeSpan<int>(250).Fill(1);
        var values = other.TakeSpan<int>(250);
        values.Fill(2);

        values.ToArray().Should().OnlyContain(v => v == 2);
        ReferenceEquals(one, other).Should().BeFalse();
    }

    [Fact]
    public void Small_parts_share_a_block_until_it_is_full()
    {
        var parts = new List<(WideBlock Block, nuint Address)>();
        for (var i = 0; i < 40; i++)
        {
            var block = WideBlock.Share<byte>(1 << 20, out var part);
            new Span<byte>(part, 1 << 20).Fill((byte)i);
            parts.Add((block, (nuint)part));
        }

        parts.Select(p => p.Block).Distinct().Should().HaveCountLessThan(10);
        for (var i = 0; i < parts.Count; i++) new Span<byte>((void*)parts[i].Address, 1 << 20).IndexOfAnyExcept((byte)i).Should().Be(-1);
        GC.KeepAlive(parts);
    }
}
