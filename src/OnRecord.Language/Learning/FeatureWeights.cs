using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Learning;

/// <summary>
/// A table from hashed features to a row of weights, one weight a label, quantised to a byte with one scale for the
/// table. Immutable once read; safe to share between threads.
/// </summary>
internal sealed class FeatureWeights
{
    private readonly uint[] keys;
    private readonly sbyte[] rows;
    private readonly int mask;
    private readonly float scale;

    private FeatureWeights(int labels, float scale, int count)
    {
        Labels = labels;
        Count = count;
        this.scale = scale;
        // At most half full: a miss, which most features of rare words are, costs one or two looks.
        var capacity = 16;
        while (capacity < count * 2) capacity <<= 1;
        mask = capacity - 1;
        keys = new uint[capacity];
        rows = new sbyte[capacity * labels];
    }

    /// <summary>The number of weights in a row.</summary>
    public int Labels { get; }

    /// <summary>The number of features that have weights.</summary>
    public int Count { get; }

    /// <summary>Adds the weights of the features to the scores.</summary>
    /// <param name="features">Hashed features.</param>
    /// <param name="scores">One sum a label; added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddScores(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Span<int> sums = stackalloc int[Labels];
        sums.Clear();
        foreach (var feature in features)
        {
            var slot = Slot(feature);
            if (slot < 0) continue;
            var row = rows.AsSpan(slot * sums.Length, sums.Length);
            for (var i = 0; i < row.Length; i++) sums[i] += row[i];
        }
        for (var i = 0; i < sums.Length; i++) scores[i] += sums[i] * scale;
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
            var slot = (int)(key & (uint)table.mask);
            while (table.keys[slot] != 0) slot = (slot + 1) & table.mask;
            table.keys[slot] = key;
            weights.Slice(i * labels, labels).CopyTo(table.rows.AsSpan(slot * labels));
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

    // Nought marks an empty slot.
    private static uint Key(uint feature) => feature == 0 ? 1u : feature;

    private int Slot(uint feature)
    {
        var key = Key(feature);
        var slot = (int)(key & (uint)mask);
        while (keys[slot] != key)
        {
            if (keys[slot] == 0) return -1;
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
