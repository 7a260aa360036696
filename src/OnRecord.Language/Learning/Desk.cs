namespace OnRecord.Language.Learning;

/// <summary>
/// The buffers of one thread's reading, kept from text to text. Forms that were met before keep what the first layer makes
/// of them; when the table is full it is emptied, so memory is bounded and results do not depend on what was read before.
/// </summary>
internal sealed class Desk
{
    /// <summary>Sentences are encoded together until they have this many words.</summary>
    public const int Together = 256;

    private const int MostForms = 4096;

    private static readonly int[] InOrder = [.. Enumerable.Range(0, Tokens.SentenceSplitter.LongestSentence)];

    private readonly Dictionary<ulong, int> known = new(MostForms);
    private float[] formInputs = [];
    private float[] forms = [];
    private int inputs, outputs, computed, pending;

    /// <summary>For each word the row of its form.</summary>
    public int[] FormRows { get; private set; } = [];

    /// <summary>What the first layer makes of a known form in one of the places of its window.</summary>
    /// <param name="row">The form's row.</param>
    /// <param name="place">The place.</param>
    /// <param name="count">The numbers a place has.</param>
    public ReadOnlySpan<float> Form(int row, int place, int count) => forms.AsSpan(row * outputs + place * count, count);

    /// <summary>The rows of the layer before.</summary>
    public float[] Before { get; private set; } = [];

    /// <summary>The parts of a recurrent layer.</summary>
    public float[] Parts { get; private set; } = [];

    /// <summary>The encoded words.</summary>
    public float[] Rows { get; private set; } = [];

    /// <summary>Scores of tags, a row a word.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>What the parser sees of each word.</summary>
    public float[] Places { get; private set; } = [];

    /// <summary>The parser's state.</summary>
    public Syntax.ArcHybrid Parse { get; } = new();

    /// <summary>The numbers 0, 1, 2 … of a sentence's words.</summary>
    public static ReadOnlySpan<int> Steps(int count) => InOrder.AsSpan(0, count);

    /// <summary>Makes room for so many words.</summary>
    public void Begin(int count, Encoder encoder)
    {
        var width = encoder.Width;
        if (forms.Length == 0)
        {
            inputs = encoder.Inputs;
            outputs = encoder.FormOutputs;
            forms = WidePages.Allocate<float>(MostForms * outputs);
            formInputs = new float[(Together + Tokens.SentenceSplitter.LongestSentence) * inputs];
        }
        if (known.Count + count > MostForms)
        {
            known.Clear();
            computed = 0;
        }
        pending = 0;
        if (FormRows.Length >= count) return;
        var room = Math.Max(count, Together);
        FormRows = new int[room];
        Before = new float[room * 2 * width];
        Rows = new float[room * 2 * width];
        Parts = new float[room * 8 * width];
    }

    /// <summary>Makes the rows those of the layer before.</summary>
    public void Turn() => (Before, Rows) = (Rows, Before);

    /// <summary>Makes room for what is read off the rows.</summary>
    public void BeginHeads(int scores, int places)
    {
        if (Scores.Length < scores) Scores = new float[scores];
        if (Places.Length < places) Places = new float[places];
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
    public Span<float> FormInput(int row) => formInputs.AsSpan((row - computed) * inputs, inputs);

    /// <summary>Runs the first layer over the forms that were added.</summary>
    public void ComputeForms(DenseLayer first)
    {
        first.Apply(formInputs, pending, forms.AsSpan(computed * outputs));
        computed += pending;
        pending = 0;
    }
}
