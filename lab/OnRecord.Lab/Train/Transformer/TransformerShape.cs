namespace OnRecord.Lab.Train.Transformer;

/// <summary>The sizes of an encoder. The defaults are those of MiniLM with six layers (Wang et al. 2020).</summary>
internal sealed record TransformerShape
{
    public int Width { get; init; } = 384;

    public int Heads { get; init; } = 12;

    /// <summary>The units of the layers between words alone.</summary>
    public int Inner { get; init; } = 1536;

    public int Layers { get; init; } = 6;

    /// <summary>The share of numbers left out of what each part of a layer adds, while training.</summary>
    public float Dropout { get; init; } = 0.1f;

    /// <summary>One or two threads, which compute different numbers, never parts of one.</summary>
    public int Threads { get; init; } = 1;

    public int HeadWidth => Width / Heads;
}
