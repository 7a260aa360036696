using OnRecord.Lab.Train.Transformer;
using Xunit;

namespace OnRecord.Tests.Lab;

public sealed class TeacherAnswerTests
{
    [Fact]
    public void What_a_teacher_said_is_kept_as_it_was_and_only_for_as_many_passages()
    {
        var path = Path.GetTempFileName();
        try
        {
            TeacherAnswer.Write(path, [new([1.5f, -2f], [(Half)0.25, (Half)3, (Half)(-1)]), new([0f, 1e-7f], [(Half)0, (Half)1, (Half)2])]);
            var read = TeacherAnswer.Read(path, 2);
            Assert.Equal([[1.5f, -2f], [0f, 1e-7f]], read.Select(a => a.Scores));
            Assert.Equal([[(Half)0.25, (Half)3, (Half)(-1)], [(Half)0, (Half)1, (Half)2]], read.Select(a => a.States));
            Assert.Throws<InvalidDataException>(() => TeacherAnswer.Read(path, 3));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_teacher_gives_a_score_a_label_and_twice_the_width_of_states()
    {
        var teacher = new PassageTeacher(new TransformerEncoder(TinyEncoder.Weights(), TinyEncoder.Shape), labels: 3, new TeacherOptions { Epochs = 1 });
        int[][] passages = [[0, 5, 6, 1], [0, 8, 1]];
        teacher.Train(passages, [[0, 0, 1], [1, 0, 0]]);
        Assert.All(teacher.Answers(passages), answer =>
        {
            Assert.Equal(3, answer.Scores.Length);
            Assert.Equal(2 * TinyEncoder.Shape.Width, answer.States.Length);
            Assert.Contains(answer.States, state => state != (Half)0);
        });
    }
}
