namespace OnRecord.Lab.Train.Language;

/// <summary>A tensor that is learned: its values, their gradient and the two moments Adam keeps. The arrays are filled up to a multiple of eight.</summary>
internal sealed class Parameter
{
    public Parameter(string name, int rows, int columns)
    {
        Name = name;
        Columns = columns;
        Count = rows * columns;
        var room = NetworkShape.Eight(Count);
        Value = new float[room];
        Gradient = new float[room];
        First = new float[room];
        Second = new float[room];
    }

    public string Name { get; }

    public int Columns { get; }

    /// <summary>The number of weights.</summary>
    public int Count { get; }

    public float[] Value { get; }

    public float[] Gradient { get; }

    public float[] First { get; }

    public float[] Second { get; }

    /// <summary>Uniform in ±range.</summary>
    public Parameter Fill(Random random, double range)
    {
        for (var i = 0; i < Count; i++) Value[i] = (float)((random.NextDouble() * 2 - 1) * range);
        return this;
    }
}
