namespace OnRecord.Lab.Train.Transformer;

/// <summary>What a teacher makes of a passage.</summary>
/// <param name="Scores">A score for each label.</param>
/// <param name="States">The pooled states that the scores are read off: what it sees in the passage.</param>
internal sealed record TeacherAnswer(float[] Scores, Half[] States)
{
    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is of another number of passages.</exception>
    public static TeacherAnswer[] Read(string path, int passages)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var (count, labels, width) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (count != passages) throw new InvalidDataException($"{path} has answers to {count} sentences and there are {passages}. Remove it to have the teacher tuned anew.");
        return [.. Enumerable.Range(0, count).Select(_ => new TeacherAnswer([.. Enumerable.Range(0, labels).Select(_ => reader.ReadSingle())], [.. Enumerable.Range(0, width).Select(_ => reader.ReadHalf())]))];
    }

    /// <summary>Keeps answers in a file, which is there when all of it is.</summary>
    public static void Write(string path, TeacherAnswer[] answers)
    {
        var part = path + ".part";
        using (var writer = new BinaryWriter(File.Create(part)))
        {
            writer.Write(answers.Length);
            writer.Write(answers[0].Scores.Length);
            writer.Write(answers[0].States.Length);
            foreach (var answer in answers)
            {
                foreach (var score in answer.Scores) writer.Write(score);
                foreach (var state in answer.States) writer.Write(state);
            }
        }
        File.Move(part, path, overwrite: true);
    }
}
