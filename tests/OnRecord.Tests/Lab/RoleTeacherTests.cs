using OnRecord.Extract;
using OnRecord.Lab.Train.Network;
using OnRecord.Lab.Train.Transformer;
using Xunit;

namespace OnRecord.Tests.Lab;

public sealed class RoleTeacherTests
{
    // The second piece says what stands on it; the third token has no piece of its own.
    private static readonly RolePieces[] Passages =
    [
        new([0, 5, 6, 7, 1], [1, 2, 2, 3], [(byte)Role.SourceBegins, (byte)Role.CueBegins, (byte)Role.CueGoesOn, (byte)Role.None]),
        new([0, 8, 6, 9, 1], [1, 2, 3], [(byte)Role.SourceBegins, (byte)Role.CueBegins, (byte)Role.None]),
        new([0, 8, 9, 1], [1, 2], [(byte)Role.None, (byte)Role.None]),
    ];

    [Fact]
    public void A_teacher_learns_what_it_is_shown_and_gives_probabilities()
    {
        var losses = new List<double>();
        var teacher = Make();
        teacher.Train(Passages, (_, loss) => losses.Add(loss));
        var said = teacher.Probabilities(Passages);

        Assert.True(losses[^1] < losses[0] / 4, string.Join(' ', losses));
        Assert.Equal(Passages.Select(p => p.PieceOf.Length * RoleSpan.Roles), said.Select(s => s.Length));
        for (var p = 0; p < Passages.Length; p++)
        {
            for (var t = 0; t < Passages[p].PieceOf.Length; t++)
            {
                var row = said[p].AsSpan(t * RoleSpan.Roles, RoleSpan.Roles).ToArray();
                Assert.Equal(1, row.Sum(), 1e-4f);
                Assert.Equal(Passages[p].Labels[t], Array.IndexOf(row, row.Max()));
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_teacher()
    {
        var (one, other) = (Make(), Make());
        one.Train(Passages, (_, _) => { });
        other.Train(Passages, (_, _) => { });

        Assert.Equal(one.Probabilities(Passages), other.Probabilities(Passages));
    }

    private static RoleTeacher Make() => new(
        new TransformerEncoder(TinyEncoder.Weights(), TinyEncoder.Shape with { Dropout = 0.1f }),
        new TeacherOptions { Epochs = 60, Batch = 3, Rate = 1e-3f, OutputRate = 2e-2f });
}
