namespace OnRecord.Language.Learning;

/// <summary>The buffers of one thread's reading, kept from text to text.</summary>
internal sealed unsafe class Desk
{
    /// <summary>Sentences are encoded together until they have this many words.</summary>
    public const int Together = 256;

    /// <summary>So many words are at the desk at most: the last sentence may be the longest there is.</summary>
    private const int MostWords = Together + Tokens.SentenceSplitter.LongestSentence;

    // A layer has so many parts at most.
    private const int MostParts = 4;

    private static readonly int[] InOrder = [.. Enumerable.Range(0, Tokens.SentenceSplitter.LongestSentence)];

    private readonly WideBlock block;
    private readonly float* parts, scores, places;
    private readonly int width, scoreCount, placeCount;
    private float* before, rows;

    /// <summary>A desk.</summary>
    /// <param name="encoder">Who works at it.</param>
    /// <param name="scoreCount">The scores of a word.</param>
    /// <param name="placeCount">The numbers that the parser needs of a word.</param>
    public Desk(Encoder encoder, int scoreCount, int placeCount)
    {
        Forms = new FormTable(encoder.OfForms, Encoder.Window);
        width = 2 * encoder.Width;
        (this.scoreCount, this.placeCount) = (scoreCount, placeCount);
        block = WideBlock.Own(Size(MostWords * MostParts * width) + 2 * Size(MostWords * width) + Size(MostWords * scoreCount) + Size(MostWords * placeCount));
        parts = block.Take<float>(MostWords * MostParts * width);
        before = block.Take<float>(MostWords * width);
        rows = block.Take<float>(MostWords * width);
        scores = block.Take<float>(MostWords * scoreCount);
        places = block.Take<float>(MostWords * placeCount);

        static long Size(long count) => WideBlock.SizeOf<float>(count);
    }

    /// <summary>What the first layer makes of word forms.</summary>
    public FormTable Forms { get; }

    /// <summary>For each word the row of its form.</summary>
    public int[] FormRows { get; } = new int[MostWords];

    /// <summary>The rows of the layer before.</summary>
    public Span<float> Before => new(before, MostWords * width);

    /// <summary>The parts of a recurrent layer.</summary>
    public Span<float> Parts => new(parts, MostWords * MostParts * width);

    /// <summary>The encoded words.</summary>
    public Span<float> Rows => new(rows, MostWords * width);

    /// <summary>Scores of tags, a row a word.</summary>
    public Span<float> Scores => new(scores, MostWords * scoreCount);

    /// <summary>What the parser sees of each word.</summary>
    public Span<float> Places => new(places, MostWords * placeCount);

    /// <summary>The parser's state.</summary>
    public Syntax.ArcHybrid Parse { get; } = new();

    /// <summary>The numbers 0, 1, 2 … of a sentence's words.</summary>
    public static ReadOnlySpan<int> Steps(int count) => InOrder.AsSpan(0, count);

    /// <summary>Makes the rows those of the layer before.</summary>
    public void Turn()
    {
        var turned = before;
        before = rows;
        rows = turned;
    }
}
