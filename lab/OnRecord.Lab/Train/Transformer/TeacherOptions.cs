namespace OnRecord.Lab.Train.Transformer;

/// <summary>How an encoder is tuned to a corpus.</summary>
internal sealed record TeacherOptions
{
    public int Epochs { get; init; } = 3;

    public int Batch { get; init; } = 24;

    public float Rate { get; init; } = 8e-5f;

    /// <summary>The rate of the layer of sums at the end, which begins with nothing.</summary>
    public float OutputRate { get; init; } = 1e-3f;

    public float Dropout { get; init; } = 0.1f;

    public float Smoothing { get; init; } = 0.05f;

    public uint Seed { get; init; } = 11;
}
