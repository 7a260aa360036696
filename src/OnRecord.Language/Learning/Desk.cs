using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>
/// The buffers of one thread's reading, kept from text to text. Forms that were met before keep what the first layer makes
/// of them, in sixteen bits a number; when the table is full it is emptied, so memory is bounded and results do not depend on what was read before.
/// </summary>
internal sealed unsafe class Desk
{
    /// <summary>Sentences are encoded together until they have this many words.</summary>
    public const int Together = 256;

    /// <summary>So many words are at the desk at most: the last sentence may be the longest there is.</summary>
    private const int MostWords = Together + Tokens.SentenceSplitter.LongestSentence;

    private const int MostForms = 4096;

    // So many forms pass through the first layer at a time: what it makes of them stays near.
    private const int FormsTogether = 64;

    // A layer has so many parts at most.
    private const int MostParts = 4;

    private static readonly int[] InOrder = [.. Enumerable.Range(0, Tokens.SentenceSplitter.LongestSentence)];

    private readonly Dictionary<ulong, int> known = new(MostForms);
    private readonly WideBlock block;
    private readonly float* formInputs, formOutputs, parts, scores, places;
    private readonly ushort* forms;
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
        block = WideBlock.Own(WideBlock.SizeOf<ushort>((long)(MostForms + 1) * outputs) + Size(MostWords * inputs) + Size(FormsTogether * outputs) + Size(MostWords * MostParts * width) + 2 * Size(MostWords * width) + Size(MostWords * scoreCount) + Size(MostWords * placeCount));
        formInputs = block.Take<float>(MostWords * inputs);
        parts = block.Take<float>(MostWords * MostParts * width);
        before = block.Take<float>(MostWords * width);
        rows = block.Take<float>(MostWords * width);
        scores = block.Take<float>(MostWords * scoreCount);
        places = block.Take<float>(MostWords * placeCount);
        formOutputs = block.Take<float>(FormsTogether * outputs);
        forms = block.Take<ushort>((long)(MostForms + 1) * outputs);
        // Where no word stands before or behind: nothing is added.
        new Span<ushort>(forms, outputs).Clear();

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

    /// <summary>Adds up what the first layer makes of a word: of its own form, of the one before it and of the one behind it.</summary>
    /// <param name="own">The row of its form.</param>
    /// <param name="ahead">The row of the form before it; -1 at the begin of a sentence.</param>
    /// <param name="behind">The row of the form behind it; -1 at the end.</param>
    /// <param name="target">Takes the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Join(int own, int ahead, int behind, Span<float> target)
    {
        var count = target.Length;
        ushort* a = Place(own, 0), b = Place(ahead, 1), c = Place(behind, 2);
        ref var to = ref MemoryMarshal.GetReference(target);
        for (var i = 0; i < count; i += 16)
        {
            Vector256<ushort> x = Vector256.Load(a + i), y = Vector256.Load(b + i), z = Vector256.Load(c + i);
            (Low(x) + Low(y) + Low(z)).StoreUnsafe(ref to, (nuint)i);
            (High(x) + High(y) + High(z)).StoreUnsafe(ref to, (nuint)i + 8);
        }

        ushort* Place(int row, int place) => forms + (row + 1) * (nint)outputs + place * count;
    }

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
        for (var done = 0; done < pending; done += FormsTogether)
        {
            var count = Math.Min(FormsTogether, pending - done);
            first.Apply(new(formInputs + done * inputs, count * inputs), count, new(formOutputs, count * outputs));
            Round(formOutputs, forms + (nint)(computed + done + 1) * outputs, count * outputs);
        }
        computed += pending;
        pending = 0;
    }

    // A number's upper sixteen bits, rounded: what is left of it after a product of bytes is no more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Round(float* numbers, ushort* rounded, int count)
    {
        for (var i = 0; i < count; i += 16) Vector256.Narrow(Rounded(numbers + i), Rounded(numbers + i + 8)).Store(rounded + i);

        static Vector256<uint> Rounded(float* numbers)
        {
            var bits = Vector256.Load(numbers).AsUInt32();
            return (bits + Vector256.Create(0x7FFFu) + ((bits >> 16) & Vector256<uint>.One)) >> 16;
        }
    }

    private static Vector256<float> Low(Vector256<ushort> halves) => (Vector256.WidenLower(halves) << 16).AsSingle();

    private static Vector256<float> High(Vector256<ushort> halves) => (Vector256.WidenUpper(halves) << 16).AsSingle();
}
