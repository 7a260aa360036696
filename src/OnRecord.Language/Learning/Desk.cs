namespace OnRecord.Language.Learning;

/// <summary>
/// The buffers of one thread's reading, kept from text to text. Forms that were met before keep what the first layer makes
/// of them; when the table is full it is emptied, so memory is bounded and results do not depend on what was read before.
/// </summary>
internal sealed unsafe class Desk
{
    /// <summary>Sentences are encoded together until they have this many words.</summary>
    public const int Together = 256;

    /// <summary>So many words are at the desk at most: the last sentence may be the longest there is.</summary>
    private const int MostWords = Together + Tokens.SentenceSplitter.LongestSentence;

    private const int MostForms = 4096;

    // A layer has so many parts at most.
    private const int MostParts = 4;

    private static readonly int[] InOrder = [.. Enumerable.Range(0, Tokens.SentenceSplitter.LongestSentence)];

    private readonly Dictionary<ulong, int> known = new(MostForms);
    private readonly WideBlock block;
    private readonly float* formInputs, forms, parts, scores, places;
    private readonly int inputs, outputs, width, scoreCount, placeCount;
    private float* before, rows;
    private int computed, pending;

    /// <summary>A desk.</summary>
    /// <param name="encoder">Who works at it.</param>
    /// <param name="scoreCount">The scores of a word.</param>
    /// <param name="placeCount">The numbers that the parser needs of a word.</param>
    public Desk(Encoder encoder, int scoreCount, int placeCount)
    {
        (inputs, outputs, width) = (encoder.Inputs, encoder.FormOutputs, 2 * encoder.Width);
        (this.scoreCount, this.placeCount) = (scoreCount, placeCount);
        block = WideBlock.Own(Size(MostWords * inputs) + Size((long)MostForms * outputs) + Size(MostWords * MostParts * width) + 2 * Size(MostWords * width) + Size(MostWords * scoreCount) + Size(MostWords * placeCount));
        formInputs = block.Take<float>(MostWords * inputs);
        parts = block.Take<float>(MostWords * MostParts * width);
        before = block.Take<float>(MostWords * width);
        rows = block.Take<float>(MostWords * width);
        scores = block.Take<float>(MostWords * scoreCount);
        places = block.Take<float>(MostWords * placeCount);
        forms = block.Take<float>((long)MostForms * outputs);

        static long Size(long count) => WideBlock.SizeOf<float>(count);
    }

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

    /// <summary>What the first layer makes of a known form in one of the places of its window.</summary>
    /// <param name="row">The form's row.</param>
    /// <param name="place">The place.</param>
    /// <param name="count">The numbers a place has.</param>
    public ReadOnlySpan<float> Form(int row, int place, int count) => new(forms + (nint)row * outputs + place * count, count);

    /// <summary>Begins with so many words.</summary>
    public void Begin(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostWords);
        if (known.Count + count > MostForms)
        {
            known.Clear();
            computed = 0;
        }
        pending = 0;
    }

    /// <summary>Makes the rows those of the layer before.</summary>
    public void Turn()
    {
        var turned = before;
        before = rows;
        rows = turned;
    }

    /// <summary>Finds a known form by the hash of its spelling.</summary>
    public bool TryFind(ulong hash, out int row) => known.TryGetValue(hash, out row);

    /// <summary>Adds a form.</summary>
    public int Add(ulong hash)
    {
        var row = computed + pending++;
        known.Add(hash, row);
        return row;
    }

    /// <summary>Where a form that was just added puts its input.</summary>
    public Span<float> FormInput(int row) => new(formInputs + (row - computed) * inputs, inputs);

    /// <summary>Runs the first layer over the forms that were added.</summary>
    public void ComputeForms(DenseLayer first)
    {
        first.Apply(new(formInputs, pending * inputs), pending, new(forms + (nint)computed * outputs, pending * outputs));
        computed += pending;
        pending = 0;
    }
}
