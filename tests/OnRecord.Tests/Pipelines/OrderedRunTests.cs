using OnRecord.Pipelines;

namespace OnRecord.Tests.Pipelines;

public sealed class OrderedRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Results_come_in_the_order_of_the_sequence_whatever_the_number_of_threads(int threads)
    {
        var results = OrderedRun.Over(Enumerable.Range(0, 500), n => Busy(n), _ => 1, threads, cancellationToken: TestContext.Current.CancellationToken);

        results.Should().Equal(Enumerable.Range(0, 500));
    }

    [Fact]
    public void No_more_is_taken_than_the_bound_on_items_allows()
    {
        var taken = 0;
        var ahead = new List<int>();
        var handedOut = 0;

        foreach (var _ in OrderedRun.Over(Counted(200, () => taken++), n => n, _ => 1, threads: 2, cancellationToken: TestContext.Current.CancellationToken))
        {
            ahead.Add(taken - handedOut);
            handedOut++;
        }

        ahead.Max().Should().Be(2 * OrderedRun.ItemsAheadForEachThread);
    }

    [Fact]
    public void No_more_is_taken_than_the_bound_on_weight_allows()
    {
        var taken = 0;
        var ahead = new List<int>();
        var handedOut = 0;

        foreach (var _ in OrderedRun.Over(Counted(50, () => taken++), n => n, _ => 10, threads: 4, weightAhead: 25, TestContext.Current.CancellationToken))
        {
            ahead.Add(taken - handedOut);
            handedOut++;
        }

        ahead.Max().Should().Be(3);
    }

    [Fact]
    public void An_item_heavier_than_the_bound_is_still_worked_on()
    {
        OrderedRun.Over([1, 2, 3], n => n, _ => 1000, threads: 2, weightAhead: 10, TestContext.Current.CancellationToken).Should().Equal(1, 2, 3);
    }

    [Fact]
    public void After_cancelling_what_was_begun_is_handed_out_and_the_rest_is_not_begun()
    {
        using var cancelling = new CancellationTokenSource();
        var begun = new List<int>();
        var results = OrderedRun.Over(Enumerable.Range(0, 100), n => Begin(n), _ => 1, threads: 1, cancellationToken: cancelling.Token).ToList();

        int Begin(int n)
        {
            begun.Add(n);
            if (n == 10) cancelling.Cancel();
            return n;
        }

        begun.Should().Equal(Enumerable.Range(0, 11));
        results.Should().Equal(begun);
    }

    [Fact]
    public void An_exception_of_the_work_reaches_the_one_who_asks_in_its_place()
    {
        var results = new List<int>();

        var run = () => results.AddRange(OrderedRun.Over(Enumerable.Range(0, 9), n => n == 5 ? throw new InvalidOperationException("five") : n, _ => 1, threads: 2, cancellationToken: TestContext.Current.CancellationToken));

        run.Should().Throw<InvalidOperationException>().WithMessage("five");
        results.Should().Equal(0, 1, 2, 3, 4);
    }

    [Fact]
    public void No_thread_is_no_run()
    {
        var run = () => OrderedRun.Over([1], n => n, _ => 1, threads: 0, cancellationToken: TestContext.Current.CancellationToken);

        run.Should().Throw<ArgumentOutOfRangeException>();
    }

    /// <summary>Takes longer for some than for others, so that results are ready out of order.</summary>
    private static int Busy(int n)
    {
        var sum = 0;
        for (var i = 0; i < (n * 7919) % 20000; i++) sum ^= i;
        return sum == int.MinValue ? -1 : n;
    }

    private static IEnumerable<int> Counted(int count, Action take)
    {
        for (var i = 0; i < count; i++)
        {
            take();
            yield return i;
        }
    }
}
