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
/// table. Immutable once read; safe to share between threads.
/// </summary>
internal sealed class FeatureWeights
{
    // Rows are filled up to what one instruction reads.
    private const int Together = 8;

    private const int MostTogether = 256;

    private readonly uint[] keys;
    private readonly sbyte[] rows;
    private readonly int mask;
    private readonly int shift;
    private readonly int stride;
    private readonly float scale;

    private FeatureWeights(int labels, float scale, int count)
    {
        Labels = labels;
        Count = count;
        this.scale = scale;
        // A key's place is given by its highest bits, and a file's keys are in order: the table fills from one end to the other.
        // At most half full: a miss, which most features of rare words are, costs one or two looks.
        var capacity = 16;
        while (capacity < count * 2) capacity <<= 1;
        mask = capacity - 1;
        shift = 32 - BitOperations.Log2((uint)capacity);
        keys = new uint[capacity];
        stride = (labels + Together - 1) / Together * Together;
        rows = new sbyte[capacity * stride];
    }

    /// <summary>The number of weights in a row.</summary>
    public int Labels { get; }

    /// <summary>The number of features that have weights.</summary>
    public int Count { get; }

    /// <summary>Adds the weights of the features to the scores.</summary>
    /// <param name="features">Hashed features.</param>
    /// <param name="scores">One sum a label; added to.</param>
    /// <remarks>
    /// The table is larger than the processor's near memory, and a token's features lie all over it: the places are all
    /// asked for before the first is looked at, then the rows before the first is added. Half the time of looking one by one.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddScores(ReadOnlySpan<uint> features, Span<float> scores)
    {
        // So many bytes at a time as cannot leave sixteen bits.
        for (; features.Length > MostTogether; features = features[MostTogether..]) AddSome(features[..MostTogether], scores);
        AddSome(features, scores);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddSome(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Span<int> slots = stackalloc int[features.Length];
        foreach (var feature in features) Ask(ref Unsafe.As<uint, byte>(ref keys[Key(feature) >> shift]));
        var found = 0;
        foreach (var feature in features)
        {
            var slot = Slot(feature);
            if (slot < 0) continue;
            slots[found++] = slot * stride;
            Ask(ref Unsafe.As<sbyte, byte>(ref rows[slot * stride]));
        }
        for (var label = 0; label < stride; label += Together)
        {
            var sums = Vector128<short>.Zero;
            foreach (var at in slots[..found])
            {
                sums += Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref rows[at + label]))).AsSByte());
            }
            for (var i = label; i < Math.Min(label + Together, Labels); i++) scores[i] += sums[i - label] * scale;
        }
    }

    /// <summary>Reads the table out of two sections of a model file: <c>NAME.keys</c> and <c>NAME.rows</c>.</summary>
    /// <exception cref="OnRecordException">OR3002: a section is missing or has a wrong length.</exception>
    public static FeatureWeights Read(ModelFile file, string name)
    {
        var keySection = file.Section(name + ".keys").Span;
        var rowSection = file.Section(name + ".rows").Span;
        var labels = keySection.Length < 8 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(keySection);
        var count = (keySection.Length - 8) / 4;
        if (labels is < 1 or > 256 || keySection.Length != 8 + count * 4 || rowSection.Length != count * labels)
        {
            throw new OnRecordException(DiagnosticCodes.ModelDamaged, $"The model file '{file.Name}' has a feature table '{name}' whose lengths do not fit. Make it anew with: {file.Command}");
        }
        var table = new FeatureWeights(labels, BinaryPrimitives.ReadSingleLittleEndian(keySection[4..]), count);
        var weights = MemoryMarshal.Cast<byte, sbyte>(rowSection);
        for (var i = 0; i < count; i++)
        {
            var key = BinaryPrimitives.ReadUInt32LittleEndian(keySection[(8 + i * 4)..]);
            var slot = (int)(key >> table.shift);
            while (table.keys[slot] != 0) slot = (slot + 1) & table.mask;
            table.keys[slot] = key;
            weights.Slice(i * labels, labels).CopyTo(table.rows.AsSpan(slot * table.stride));
        }
        return table;
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

    // Nought marks an empty slot.
    private static uint Key(uint feature) => feature == 0 ? 1u : feature;

    private int Slot(uint feature)
    {
        var key = Key(feature);
        var slot = (int)(key >> shift);
        while (keys[slot] != key)
        {
            if (keys[slot] == 0) return -1;
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
