using OnRecord.Extract;
using OnRecord.Lab.Train;
using OnRecord.Lab.Train.Network;
using Xunit;

namespace OnRecord.Tests.Lab;

public sealed class RoleLessonsTests
{
    // Four documents, then the same four in other words; the first has two passages.
    private const int Count = 4;
    private static readonly int[] DocumentOf = [0, 0, 1, 2, 3, 4, 4, 5, 6, 7];
    private static readonly List<RolePassage> Passages = [.. DocumentOf.Select(_ => new RolePassage([0, 0], [], [0, 0]))];

    [Fact]
    public void No_teacher_is_asked_about_what_it_was_tuned_to_or_what_was_made_of_it()
    {
        var asked = new HashSet<int>();
        RoleLessons.Teach(Passages, DocumentOf, Count, [(_, tuned, about) =>
        {
            lock (asked)
            {
                Assert.Empty(tuned.Select(i => DocumentOf[i] % Count).Intersect(about.Select(i => DocumentOf[i] % Count)));
                Assert.All(tuned, i => Assert.True(DocumentOf[i] < Count));
                Assert.All(about, i => Assert.True(asked.Add(i)));
            }
            return [.. about.Select(_ => Same(0.5f))];
        }]);

        Assert.Equal(Passages.Count, asked.Count);
    }

    [Fact]
    public void Each_passage_hears_the_mean_of_the_teachers_of_its_part()
    {
        var taught = RoleLessons.Teach(Passages, DocumentOf, Count, [(part, _, about) => [.. about.Select(_ => Same(part))], (_, _, about) => [.. about.Select(i => Same(i))]]);

        for (var i = 0; i < taught.Count; i++) Assert.Equal(Same((DocumentOf[i] % Count % RoleLessons.Teachers + i) / 2f), taught[i].Taught);
    }

    [Fact]
    public void A_passage_of_which_a_teacher_can_say_nothing_is_learned_without_and_so_is_all_without_teachers()
    {
        var taught = RoleLessons.Teach(Passages, DocumentOf, Count, [(_, _, about) => [.. about.Select(i => Same(i == 3 ? float.NaN : 1))]]);

        Assert.Empty(taught[3].Taught);
        Assert.All(taught.Where((_, i) => i != 3), p => Assert.NotEmpty(p.Taught));
        Assert.All(RoleLessons.Teach(Passages, DocumentOf, Count, []), p => Assert.Empty(p.Taught));
    }

    private static float[] Same(float value) => [.. Enumerable.Repeat(value, 2 * RoleSpan.Roles)];
}
