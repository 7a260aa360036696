namespace OnRecord.Language.Learning;

/// <summary>The buffers of one thread's reading, kept from text to text.</summary>
internal sealed unsafe class Desk
{
    /// <summary>Sentences are encoded together until they have this many words.</summary>
    public const int Together = 256;

    // The desk has room for so many words, and is made larger where a long sentence comes last.
    private const int UsualWords = Together + 128;

    // A layer has so many parts at most.
    private const int MostParts = 4;

    private static readonly int[] InOrder = [.. Enumerable.Range(0, Tokens.SentenceSplitter.LongestSentence)];

    private readonly int width, scoreCount, placeCount;
    private WideBlock? block;
    private int room;
    private float* parts, scores, before, rows;

    /// <summary>A desk.</summary>
    /// <param name="encoder">Who works at it.</param>
    /// <param name="scoreCount">The scores of a word.</param>
    /// <param name="placeCount">The numbers that the parser needs of a word.</param>
    public Desk(Encoder encoder, int scoreCount, int placeCount)
    {
        Forms = new FormBatch(encoder.Forms);
        width = 2 * encoder.Width;
        (this.scoreCount, this.placeCount) = (scoreCount, placeCount);
    }

    /// <summary>The word forms and what the first layer makes of them.</summary>
    public FormBatch Forms { get; }

    /// <summary>For each word the row of its form.</summary>
    public int[] FormRows { get; private set; } = [];

    /// <summary>The rows of the layer before.</summary>
    public Span<float> Before => new(before, room * width);

    /// <summary>The parts of a recurrent layer.</summary>
    public Span<float> Parts => new(parts, room * MostParts * width);

    /// <summary>The encoded words.</summary>
    public Span<float> Rows => new(rows, room * width);

    /// <summary>Scores of tags, a row a word.</summary>
    public Span<float> Scores => new(scores, room * scoreCount);

    /// <summary>What the parser sees of each word: it stands where the parts stood, of which nothing is read any more.</summary>
    public Span<float> Places => new(parts, room * placeCount);

    /// <summary>The parser's state.</summary>
    public Syntax.ArcHybrid Parse { get; } = new();

    /// <summary>The numbers 0, 1, 2 … of a sentence's words.</summary>
    public static ReadOnlySpan<int> Steps(int count) => InOrder.AsSpan(0, count);

    /// <summary>Begins with so many words.</summary>
    public void Begin(int words)
    {
        if (words > room) MakeRoom(Math.Max(words, UsualWords));
        Forms.Begin(room);
    }

    /// <summary>Makes the rows those of the layer before.</summary>
    public void Turn()
    {
        var turned = before;
        before = rows;
        rows = turned;
    }

    private void MakeRoom(int words)
    {
        room = words;
        FormRows = new int[words];
        var widest = Math.Max(MostParts * width, placeCount);
        block = WideBlock.Own(Size(widest) + 2 * Size(width) + Size(scoreCount));
        parts = block.Take<float>(room * widest);
        before = block.Take<float>(room * width);
        rows = block.Take<float>(room * width);
        scores = block.Take<float>(room * scoreCount);

        long Size(long count) => WideBlock.SizeOf<float>(room * count);
    }
}
