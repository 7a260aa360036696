using CsCheck;
using OnRecord.Lab.Train.Language;
using OnRecord.Language.Syntax;

namespace OnRecord.Tests.Lab;

public sealed class LanguageTrainingTests
{
    // A projective tree: each word hangs on the root of a stretch that is cut in two until it is one word long.
    private static readonly Gen<int[]> Trees = Gen.Select(Gen.Int[1, 15], Gen.Int[0, int.MaxValue]).Select((count, seed) =>
    {
        var heads = new int[count];
        Grow(0, count, -1, new Random(seed));
        return heads;

        void Grow(int from, int end, int head, Random random)
        {
            if (from >= end) return;
            var root = random.Next(from, end);
            heads[root] = head;
            Split(from, root, root, random);
            Split(root + 1, end, root, random);
        }

        void Split(int from, int end, int head, Random random)
        {
            while (from < end)
            {
                var next = random.Next(from + 1, end + 1);
                Grow(from, next, head, random);
                from = next;
            }
        }
    });

    [Fact]
    public void Following_the_oracle_rebuilds_any_projective_tree() => Trees.Sample(heads =>
    {
        var state = new ArcHybrid();
        var built = new int[heads.Length];
        var taken = 0;
        state.Begin(heads.Length);
        while (!state.IsDone)
        {
            var free = Enumerable.Range(0, 3).First(t => state.Allows(t) && Oracle.Cost(state, t, heads) == 0);
            var (word, head) = state.Take(free);
            if (word >= 0) built[word] = head;
            taken++;
        }
        built.Should().Equal(heads);
        taken.Should().Be(2 * heads.Length);
    });

    [Fact]
    public void The_oracle_counts_the_arcs_that_are_lost() => Gen.Select(Trees, Gen.Int[0, int.MaxValue]).Sample((heads, seed) =>
    {
        // Whatever was done wrong before, going on at the least cost loses exactly the arcs whose loss was counted.
        var random = new Random(seed);
        var state = new ArcHybrid();
        var built = new int[heads.Length];
        var lost = 0;
        state.Begin(heads.Length);
        while (!state.IsDone)
        {
            var allowed = Enumerable.Range(0, 3).Where(state.Allows).ToArray();
            var taken = random.Next(4) == 0 ? allowed[random.Next(allowed.Length)] : allowed.MinBy(t => Oracle.Cost(state, t, heads));
            lost += Oracle.Cost(state, taken, heads);
            var (word, head) = state.Take(taken);
            if (word >= 0) built[word] = head;
        }
        built.Where((head, word) => head != heads[word]).Should().HaveCount(lost);
    });
}
