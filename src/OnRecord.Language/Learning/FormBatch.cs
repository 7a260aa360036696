using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Learning;

/// <summary>
/// The word forms of some words that are read together: those that the <see cref="FormTable"/> keeps, and the others, which pass through
/// the layer and are offered to it. Five in six words of a run over news have been met before. Not safe to share between threads.
/// </summary>
internal sealed unsafe class FormBatch
{
    // So many forms pass through the layer at a time: what it makes of them stays near.
    private const int Together = 32;

    private const float Largest = sbyte.MaxValue;

    // The batch's own rows have numbers below nought; the first of them is that of no form.
    private readonly Dictionary<ulong, int> own = [];
    private readonly ulong[] pendingForms = new ulong[Together];
    private readonly FormTable table;
    private readonly int outputs;
    private WideBlock? block;
    private float* input, output, scales;
    private sbyte* forms;
    private int[] vectorRows = [];
    private int computed, pending;

    /// <summary>A batch without words.</summary>
    /// <param name="table">What is kept from text to text.</param>
    public FormBatch(FormTable table) => (this.table, outputs) = (table, table.Layer.Outputs);

    /// <summary>The row of no form: it adds nothing.</summary>
    public static int Nothing => ~0;

    /// <summary>Begins with so many words; all rows that were given before are lost.</summary>
    public void Begin(int words)
    {
        own.Clear();
        (computed, pending) = (1, 0);
        if (words >= vectorRows.Length) MakeRoom(words + 1);
    }

    /// <summary>The row of a form; false where the form is not known.</summary>
    public bool TryFind(ulong form, out int row) => table.TryFind(form, out row) || own.TryGetValue(form, out row);

    /// <summary>The row of a form's vector, as it was told when the form was added.</summary>
    public int VectorRow(int row) => row < 0 ? vectorRows[~row] : table.VectorRow(row);

    /// <summary>Adds a form.</summary>
    /// <param name="form">Tells it from others.</param>
    /// <param name="vectorRow">The row of its vector, -1 where it has none.</param>
    /// <param name="values">Takes what is to pass through the layer, before the next form is added.</param>
    /// <returns>Its row, which is good for use after <see cref="Complete"/>.</returns>
    public int Add(ulong form, int vectorRow, out Span<float> values)
    {
        if (pending == Together) Complete();
        values = new(input + pending * table.Layer.Inputs, table.Layer.Inputs);
        var row = computed + pending;
        own.Add(form, ~row);
        vectorRows[row] = vectorRow;
        pendingForms[pending++] = form;
        return ~row;
    }

    /// <summary>Runs the forms that were added through the layer.</summary>
    public void Complete()
    {
        if (pending == 0) return;
        table.Layer.Apply(new(input, pending * table.Layer.Inputs), pending, new(output, pending * outputs));
        for (var i = 0; i < pending; i++)
        {
            var row = computed + i;
            for (var part = 0; part < table.Parts; part++)
            {
                scales[row * table.Parts + part] = Round(output + i * outputs + part * table.PartLength, Place(~row, part), table.PartLength);
            }
            table.Keep(pendingForms[i], vectorRows[row], new(scales + row * table.Parts, table.Parts), new(Place(~row, 0), outputs));
        }
        computed += pending;
        pending = 0;
        GC.KeepAlive(block);
    }

    /// <summary>Adds what is known of a form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(int row, Span<float> target)
    {
        var count = Math.Min(target.Length, table.PartLength);
        var a = Place(row, 0);
        var scale = Scale(row, 0);
        ref var to = ref MemoryMarshal.GetReference(target);
        for (var i = 0; i < count; i += 16)
        {
            var whole = Widened(a + i);
            Vector256.FusedMultiplyAdd(Low(whole), scale, Vector256.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
            Vector256.FusedMultiplyAdd(High(whole), scale, Vector256.LoadUnsafe(ref to, (nuint)i + 8)).StoreUnsafe(ref to, (nuint)i + 8);
        }
        GC.KeepAlive(this);
    }

    /// <summary>Adds up the first part of one form, the second of another and the third of a third.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Join(int first, int second, int third, Span<float> target)
    {
        var count = Math.Min(target.Length, table.PartLength);
        sbyte* a = Place(first, 0), b = Place(second, 1), c = Place(third, 2);
        Vector256<float> x = Scale(first, 0), y = Scale(second, 1), z = Scale(third, 2);
        ref var to = ref MemoryMarshal.GetReference(target);
        for (var i = 0; i < count; i += 16)
        {
            Vector256<short> v = Widened(a + i), w = Widened(b + i), u = Widened(c + i);
            Vector256.FusedMultiplyAdd(Low(v), x, Vector256.FusedMultiplyAdd(Low(w), y, Low(u) * z)).StoreUnsafe(ref to, (nuint)i);
            Vector256.FusedMultiplyAdd(High(v), x, Vector256.FusedMultiplyAdd(High(w), y, High(u) * z)).StoreUnsafe(ref to, (nuint)i + 8);
        }
        GC.KeepAlive(this);
    }

    private void MakeRoom(int rows)
    {
        vectorRows = new int[rows];
        block = WideBlock.Share(Size(Together * table.Layer.Inputs) + Size(Together * outputs) + Size(rows * table.Parts) + WideBlock.SizeOf<sbyte>((long)rows * outputs), out byte* part);
        input = (float*)part;
        output = (float*)(part += Size(Together * table.Layer.Inputs));
        scales = (float*)(part += Size(Together * outputs));
        forms = (sbyte*)(part + Size(rows * table.Parts));
        new Span<float>(scales, table.Parts).Clear();
        new Span<sbyte>(forms, outputs).Clear();

        static long Size(long count) => WideBlock.SizeOf<float>(count);
    }

    private sbyte* Place(int row, int part) => (row < 0 ? forms + ~row * (nint)outputs : table.Numbers(row)) + part * table.PartLength;

    private Vector256<float> Scale(int row, int part) => Vector256.Create((row < 0 ? scales + ~row * table.Parts : table.Scales(row))[part]);

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
