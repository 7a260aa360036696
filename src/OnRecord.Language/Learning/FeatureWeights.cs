using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Learning;

/// <summary>
/// A table from hashed features to a row of weights, one weight a label, quantised to a byte with one scale for the
/// table. Immutable; safe to share between threads.
/// </summary>
internal sealed class FeatureWeights
{
    // So many weights one instruction reads.
    private const int Together = 8;

    private const int MostTogether = 256;

    // A key stands among so many of its neighbours: in one line of the processor's memory, mostly.
    private const int KeysOfBucket = 4;

    private readonly uint[] keys;
    private readonly byte[] rows;
    private readonly int[] starts;
    private readonly int shift;
    private readonly float scale;

    private FeatureWeights(int labels, float scale, uint[] keys, byte[] rows, int[] starts)
    {
        Labels = labels;
        this.scale = scale;
        this.keys = keys;
        this.rows = rows;
        this.starts = starts;
        shift = Shift(starts.Length - 1);
    }

    /// <summary>The number of weights in a row.</summary>
    public int Labels { get; }

    /// <summary>The number of features that have weights.</summary>
    public int Count => keys.Length;

    /// <summary>Adds the weights of the features to the scores.</summary>
    /// <param name="features">Hashed features.</param>
    /// <param name="scores">One sum a label; added to.</param>
    /// <remarks>
    /// The table is larger than the processor's near memory, and a token's features lie all over it: the keys are all
    /// asked for before the first is looked at, then the rows before the first is added. Half the time of looking one by one.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddScores(ReadOnlySpan<uint> features, Span<float> scores)
    {
        if (Count == 0) return;
        // So many bytes at a time as cannot leave sixteen bits.
        for (; features.Length > MostTogether; features = features[MostTogether..]) AddSome(features[..MostTogether], scores);
        AddSome(features, scores);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddSome(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Span<int> places = stackalloc int[features.Length];
        for (var i = 0; i < features.Length; i++)
        {
            places[i] = starts[Key(features[i]) >> shift];
            Ask(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(keys), places[i])));
        }
        var found = 0;
        for (var i = 0; i < features.Length; i++)
        {
            var at = Find(keys, places[i], Key(features[i]));
            if (at < 0) continue;
            places[found++] = at * Labels;
            Ask(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), at * Labels));
        }
        // What is read beyond a row belongs to the next, and is not used; behind the last there is room.
        for (var label = 0; label < Labels; label += Together)
        {
            var sums = Vector128<short>.Zero;
            ref var column = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), label);
            foreach (var place in places[..found])
            {
                sums += Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.Add(ref column, place))).AsSByte());
            }
            for (var i = label; i < Math.Min(label + Together, Labels); i++) scores[i] += sums[i - label] * scale;
        }
    }

    /// <summary>Reads the table out of two sections of a model file: <c>NAME.keys</c> and <c>NAME.rows</c>.</summary>
    /// <exception cref="OnRecordException">OR3002: a section is missing, has a wrong length, or its keys are not in order.</exception>
    public static FeatureWeights Read(ModelFile file, string name)
    {
        var keySection = file.Section(name + ".keys");
        var rows = file.Section(name + ".rows");
        var labels = keySection.Length < 8 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(keySection.Span);
        var count = (keySection.Length - 8) / sizeof(uint);
        if (labels is < 1 or > 256 || keySection.Length != 8 + count * sizeof(uint) || rows.Length != count * labels) throw Damaged("whose lengths do not fit");
        var keys = MemoryMarshal.Cast<byte, uint>(keySection.Span[8..]).ToArray();
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(keys, keys);
        var starts = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, count / KeysOfBucket)) + 1];
        var shift = Shift(starts.Length - 1);
        var bucket = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (i > 0 && keys[i] < keys[i - 1]) throw Damaged("whose keys are not in order");
            while (bucket <= keys[i] >> shift) starts[bucket++] = i;
        }
        starts.AsSpan(bucket).Fill(count);
        return new FeatureWeights(labels, BinaryPrimitives.ReadSingleLittleEndian(keySection.Span[4..]), keys, [.. rows.Span, .. new byte[Together]], starts);

        OnRecordException Damaged(string how) =>
            new(DiagnosticCodes.ModelDamaged, $"The model file '{file.Name}' has a feature table '{name}' {how}. Make it anew with: {file.Command}");
    }

    /// <summary>Writes a table as the two sections that <see cref="Read"/> takes.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="labels">The number of weights in a row.</param>
    /// <param name="features">The hashed features with their weights, in any order; written in the order of the hashes.</param>
    public static IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Sections(string name, int labels, IEnumerable<(uint Feature, float[] Weights)> features)
    {
        var sorted = features.OrderBy(f => f.Feature).ToArray();
        // The few largest weights are cut off so that the many small ones keep their precision.
        var magnitudes = sorted.SelectMany(f => f.Weights).Select(Math.Abs).Order().ToArray();
        var top = magnitudes.Length == 0 ? 1f : Math.Max(1e-6f, magnitudes[(int)((magnitudes.Length - 1) * 0.9999)]);
        var scale = top / 127;
        var keys = new byte[8 + sorted.Length * 4];
        var rows = new byte[sorted.Length * labels];
        BinaryPrimitives.WriteInt32LittleEndian(keys, labels);
        BinaryPrimitives.WriteSingleLittleEndian(keys.AsSpan(4), scale);
        for (var i = 0; i < sorted.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(keys.AsSpan(8 + i * 4), Key(sorted[i].Feature));
            for (var l = 0; l < labels; l++) rows[i * labels + l] = (byte)(sbyte)Math.Clamp(MathF.Round(sorted[i].Weights[l] / scale), -127, 127);
        }
        yield return new(name + ".keys", keys);
        yield return new(name + ".rows", rows);
    }

    private static void Ask(ref byte place)
    {
        if (Sse.IsSupported) unsafe { Sse.Prefetch0(Unsafe.AsPointer(ref place)); }
    }

    // The place of a key that stands at or behind another; -1 where there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Find(ReadOnlySpan<uint> sorted, int from, uint key)
    {
        while (from <= sorted.Length - Vector256<uint>.Count)
        {
            var eight = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(sorted), (nuint)from);
            var equal = Vector256.Equals(eight, Vector256.Create(key)).ExtractMostSignificantBits();
            if (equal != 0) return from + BitOperations.TrailingZeroCount(equal);
            if (eight[7] > key) return -1;
            from += Vector256<uint>.Count;
        }
        for (; from < sorted.Length; from++)
        {
            if (sorted[from] == key) return from;
        }
        return -1;
    }

    // Files have no feature nought.
    private static uint Key(uint feature) => feature == 0 ? 1u : feature;

    private static int Shift(int buckets) => 32 - BitOperations.Log2((uint)buckets);
}
