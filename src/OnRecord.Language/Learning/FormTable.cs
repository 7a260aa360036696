using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>
/// What a first layer makes of word forms, kept from text to text: four in five words of a run over news have been met before.
/// It is kept in whole numbers of eight bits with one scale for each part, where it has several. When the table is full it is
/// emptied, so memory is bounded; what it has of a form depends on nothing that was read before. Not safe to share between threads.
/// </summary>
internal sealed unsafe class FormTable
{
    /// <summary>So many forms are known at most; no more words are read at a time.</summary>
    public const int Most = 4096;

    // So many forms pass through the layer at a time: what it makes of them stays near.
    private const int Together = 32;

    private const float Largest = sbyte.MaxValue;

    private readonly Dictionary<ulong, int> known = new(Most);
    private readonly int[] vectorRows = new int[Most + 1];
    private readonly DenseLayer layer;
    private readonly int parts, partLength;
    private readonly WideBlock block;
    private readonly float* inputs, outputs, scales;
    private readonly sbyte* forms;
    private int computed, pending;

    /// <summary>An empty table.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="parts">The parts of what it gives, equally long.</param>
    public FormTable(DenseLayer layer, int parts)
    {
        (this.layer, this.parts, partLength) = (layer, parts, layer.Outputs / parts);
        if (partLength * parts != layer.Outputs || partLength % 32 != 0) throw new ArgumentException($"{layer.Outputs} numbers cannot be cut into {parts} parts of whole vectors.", nameof(parts));
        block = WideBlock.Own(WideBlock.SizeOf<float>(Together * layer.Inputs) + WideBlock.SizeOf<float>(Together * layer.Outputs) + WideBlock.SizeOf<float>((Most + 1) * parts) + WideBlock.SizeOf<sbyte>((Most + 1L) * layer.Outputs));
        inputs = block.Take<float>(Together * layer.Inputs);
        outputs = block.Take<float>(Together * layer.Outputs);
        scales = block.Take<float>((Most + 1) * parts);
        forms = block.Take<sbyte>((Most + 1L) * layer.Outputs);
        // The first row is that of no form: it adds nothing.
        new Span<float>(scales, parts).Clear();
        new Span<sbyte>(forms, layer.Outputs).Clear();
        computed = 1;
    }

    /// <summary>The row of no form.</summary>
    public static int Nothing => 0;

    /// <summary>Makes room for the forms of so many words; all rows that were given before may be lost.</summary>
    public void Begin(int words)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words, Most);
        // What was added and never completed, as where a reading broke off, is not known.
        if (pending == 0 && known.Count + words <= Most) return;
        known.Clear();
        (computed, pending) = (1, 0);
    }

    /// <summary>The row of a form; false where the form is not known.</summary>
    public bool TryFind(ulong form, out int row) => known.TryGetValue(form, out row);

    /// <summary>The row of a form's vector, as it was told when the form was added.</summary>
    public int VectorRow(int row) => vectorRows[row];

    /// <summary>Adds a form.</summary>
    /// <param name="form">Tells it from others.</param>
    /// <param name="vectorRow">The row of its vector, -1 where it has none.</param>
    /// <param name="input">Takes what is to pass through the layer, before the next form is added.</param>
    /// <returns>Its row, which is good for use after <see cref="Complete"/>.</returns>
    public int Add(ulong form, int vectorRow, out Span<float> input)
    {
        if (pending == Together) Complete();
        input = new(inputs + pending * layer.Inputs, layer.Inputs);
        var row = computed + pending++;
        known.Add(form, row);
        vectorRows[row] = vectorRow;
        return row;
    }

    /// <summary>Runs the forms that were added through the layer.</summary>
    public void Complete()
    {
        if (pending == 0) return;
        layer.Apply(new(inputs, pending * layer.Inputs), pending, new(outputs, pending * layer.Outputs));
        for (var part = 0; part < pending * parts; part++)
        {
            scales[computed * parts + part] = Round(outputs + part * partLength, forms + computed * (nint)layer.Outputs + part * partLength, partLength);
        }
        computed += pending;
        pending = 0;
        GC.KeepAlive(block);
    }

    /// <summary>Adds what is known of a form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(int row, Span<float> target)
    {
        var count = Math.Min(target.Length, partLength);
        var a = Place(row, 0);
        var scale = Scale(row, 0);
        ref var to = ref MemoryMarshal.GetReference(target);
        for (var i = 0; i < count; i += 16)
        {
            var whole = Widened(a + i);
            Vector256.FusedMultiplyAdd(Low(whole), scale, Vector256.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
            Vector256.FusedMultiplyAdd(High(whole), scale, Vector256.LoadUnsafe(ref to, (nuint)i + 8)).StoreUnsafe(ref to, (nuint)i + 8);
        }
        GC.KeepAlive(block);
    }

    /// <summary>Adds up the first part of one form, the second of another and the third of a third.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Join(int first, int second, int third, Span<float> target)
    {
        var count = Math.Min(target.Length, partLength);
        sbyte* a = Place(first, 0), b = Place(second, 1), c = Place(third, 2);
        Vector256<float> x = Scale(first, 0), y = Scale(second, 1), z = Scale(third, 2);
        ref var to = ref MemoryMarshal.GetReference(target);
        for (var i = 0; i < count; i += 16)
        {
            Vector256<short> v = Widened(a + i), w = Widened(b + i), u = Widened(c + i);
            Vector256.FusedMultiplyAdd(Low(v), x, Vector256.FusedMultiplyAdd(Low(w), y, Low(u) * z)).StoreUnsafe(ref to, (nuint)i);
            Vector256.FusedMultiplyAdd(High(v), x, Vector256.FusedMultiplyAdd(High(w), y, High(u) * z)).StoreUnsafe(ref to, (nuint)i + 8);
        }
        GC.KeepAlive(block);
    }

    private sbyte* Place(int row, int part) => forms + row * (nint)layer.Outputs + part * partLength;

    private Vector256<float> Scale(int row, int part) => Vector256.Create(scales[row * parts + part]);

    // What one unit of the whole numbers stands for.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Round(float* numbers, sbyte* rounded, int count)
    {
        var peaks = Vector256<float>.Zero;
        for (var i = 0; i < count; i += 8) peaks = Vector256.MaxNative(peaks, Vector256.Abs(Vector256.Load(numbers + i)));
        var peak = 0f;
        for (var lane = 0; lane < 8; lane++) peak = MathF.Max(peak, peaks[lane]);
        var scale = Vector256.Create(peak == 0 ? 0 : Largest / peak);
        for (var i = 0; i < count; i += 32)
        {
            var low = Vector256.NarrowWithSaturation(Whole(numbers + i, scale), Whole(numbers + i + 8, scale));
            var high = Vector256.NarrowWithSaturation(Whole(numbers + i + 16, scale), Whole(numbers + i + 24, scale));
            Vector256.NarrowWithSaturation(low, high).Store(rounded + i);
        }
        return peak / Largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Whole(float* values, Vector256<float> scale) => Vector256.ConvertToInt32Native(Vector256.Round(Vector256.Load(values) * scale));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widened(sbyte* whole)
    {
        var bytes = Vector128.Load(whole);
        return Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Low(Vector256<short> whole) => Vector256.ConvertToSingle(Vector256.WidenLower(whole));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> High(Vector256<short> whole) => Vector256.ConvertToSingle(Vector256.WidenUpper(whole));
}
