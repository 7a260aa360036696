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
/// <remarks>
/// The table is larger than the processor's near memory, and a token's features lie all over it. So what belongs to a feature stands
/// in one line of memory: the marks of some features, then their rows, and in the last byte whether more of them stand in the next
/// line. How large a feature is says where its line is; its mark has the bits that this leaves open.
/// </remarks>
internal sealed unsafe class FeatureWeights
{
    // What the processor fetches at once.
    private const int LineLength = 64;

    // So many weights one instruction reads.
    private const int Together = 8;

    // So many bytes can be added without leaving sixteen bits.
    private const int MostTogether = 256;

    // Of the places in the lines so many in ten are taken.
    private const int Filled = 7;

    // From so many lines on, fewer features fall to a line and the one before than a mark of sixteen bits tells apart.
    private const int ManyLines = 1 << 17;

    private readonly WideBlock block;
    private readonly byte* lines;
    private readonly bool isWide;
    private readonly int length, slots, rowsAt;
    private readonly uint count;
    private readonly float scale;

    private FeatureWeights(int labels, float scale, ReadOnlySpan<uint> keys, ReadOnlySpan<byte> rows)
    {
        Labels = labels;
        Count = keys.Length;
        this.scale = scale;
        // What nearly needs so many lines as short marks do has them.
        isWide = Lines(sizeof(ushort)) < ManyLines / 2;
        var mark = isWide ? sizeof(uint) : sizeof(ushort);
        count = Math.Max(Lines(mark), isWide ? 1u : ManyLines);
        length = Length(mark);
        slots = Slots(mark);
        rowsAt = slots * mark;
        // Behind the last line there is room for what is read beyond a row.
        var bytes = Math.Max((int)count, LinesTaken(keys)) * (long)length;
        block = WideBlock.Share(bytes + LineLength, out lines);
        NativeMemory.Clear(lines, (nuint)bytes);
        Fill(keys, rows);

        int Length(int mark) => (1 + mark + labels + LineLength - 1) / LineLength * LineLength;

        int Slots(int mark) => (Length(mark) - 1) / (mark + labels);

        uint Lines(int mark) => (uint)(Count * 10L / (Slots(mark) * Filled)) + 1;
    }

    /// <summary>The number of weights in a row.</summary>
    public int Labels { get; }

    /// <summary>The number of features that have weights.</summary>
    public int Count { get; }

    /// <summary>Asks for the weights of features that will be added soon, so that they are near when they are.</summary>
    public void Ask(ReadOnlySpan<uint> features)
    {
        if (Count == 0 || !Sse.IsSupported) return;
        foreach (var feature in features) Sse.Prefetch0(LineOf(Key(feature)));
    }

    /// <summary>Adds the weights of the features to the scores. Where they were not asked for before, it waits for each.</summary>
    /// <param name="features">Hashed features.</param>
    /// <param name="scores">One sum a label; added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddScores(ReadOnlySpan<uint> features, Span<float> scores)
    {
        if (Count == 0) return;
        for (; features.Length > MostTogether; features = features[MostTogether..]) AddSome(features[..MostTogether], scores);
        AddSome(features, scores);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddSome(ReadOnlySpan<uint> features, Span<float> scores)
    {
        var places = stackalloc nint[features.Length];
        var found = 0;
        foreach (var feature in features)
        {
            // Whether a feature is known is as good as chance: the place is written either way, and kept where it is one.
            var key = Key(feature);
            var line = LineOf(key);
            var marked = Marked(line, key);
            while (marked == 0 && line[length - 1] != 0) marked = Marked(line += length, key);
            places[found] = (nint)(line - lines) + rowsAt + BitOperations.TrailingZeroCount(marked) * Labels;
            found += marked == 0 ? 0 : 1;
        }
        // What is read beyond a row belongs to the next, and is not used.
        for (var label = 0; label < Labels; label += Together)
        {
            var sums = Vector128<short>.Zero;
            for (var i = 0; i < found; i++) sums += Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(long*)(lines + places[i] + label)).AsSByte());
            for (var i = label; i < Math.Min(label + Together, Labels); i++) scores[i] += sums[i - label] * scale;
        }
        GC.KeepAlive(block);
    }

    // The slots of a line that have a feature's mark, one bit a slot. An empty slot has the mark nought, and its row adds nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Marked(byte* line, uint key)
    {
        uint found;
        if (isWide)
        {
            found = Vector256.Equals(Vector256.Load((uint*)line), Vector256.Create(key)).ExtractMostSignificantBits();
            if (slots > 8) found |= Vector256.Equals(Vector256.Load((uint*)line + 8), Vector256.Create(key)).ExtractMostSignificantBits() << 8;
        }
        else
        {
            found = Vector256.Equals(Vector256.Load((ushort*)line), Vector256.Create((ushort)key)).ExtractMostSignificantBits();
            if (slots > 16) found |= Vector256.Equals(Vector256.Load((ushort*)line + 16), Vector256.Create((ushort)key)).ExtractMostSignificantBits() << 16;
        }
        return found & (1u << slots) - 1;
    }

    // Keys are in order, so lines are filled one after the other; what has no room in its own goes on into the next.
    private void Fill(ReadOnlySpan<uint> keys, ReadOnlySpan<byte> rows)
    {
        var (number, taken) = (0u, 0);
        for (var i = 0; i < keys.Length; i++)
        {
            if (Next(keys[i], ref number, ref taken)) lines[(nuint)number * (nuint)length - 1] = 1;
            var line = lines + (nuint)number * (nuint)length;
            if (isWide) ((uint*)line)[taken] = keys[i];
            else ((ushort*)line)[taken] = (ushort)keys[i];
            rows.Slice(i * Labels, Labels).CopyTo(new Span<byte>(line + rowsAt + taken * Labels, Labels));
            taken++;
        }
    }

    private int LinesTaken(ReadOnlySpan<uint> keys)
    {
        var (number, taken) = (0u, 0);
        foreach (var key in keys)
        {
            Next(key, ref number, ref taken);
            taken++;
        }
        return (int)number + 1;
    }

    // Goes to the line of the next key; whether the line before goes on into it.
    private bool Next(uint key, ref uint number, ref int taken)
    {
        var place = PlaceOf(key);
        if (place > number) (number, taken) = (place, 0);
        if (taken < slots) return false;
        (number, taken) = (number + 1, 0);
        return true;
    }

    private byte* LineOf(uint key) => lines + (nuint)PlaceOf(key) * (nuint)length;

    // The lines are dealt out evenly, in the order of the features.
    private uint PlaceOf(uint key) => (uint)((ulong)key * count >> 32);

    /// <summary>Reads the table out of two sections of a model file: <c>NAME.keys</c> and <c>NAME.rows</c>.</summary>
    /// <exception cref="OnRecordException">OR3002: a section is missing, has a wrong length, or its keys are not in order.</exception>
    public static FeatureWeights Read(ModelFile file, string name)
    {
        var keySection = file.Section(name + ".keys");
        var rows = file.Section(name + ".rows");
        var labels = keySection.Length < 8 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(keySection.Span);
        var count = (keySection.Length - 8) / sizeof(uint);
        if (labels is < 1 or > 256 || keySection.Length != 8 + count * sizeof(uint) || rows.Length != count * labels) throw Damaged("whose lengths do not fit");
        var keys = MemoryMarshal.Cast<byte, uint>(keySection.Span[8..]);
        if (!BitConverter.IsLittleEndian)
        {
            var turned = new uint[keys.Length];
            BinaryPrimitives.ReverseEndianness(keys, turned);
            keys = turned;
        }
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] < keys[i - 1]) throw Damaged("whose keys are not in order");
        }
        return new FeatureWeights(labels, BinaryPrimitives.ReadSingleLittleEndian(keySection.Span[4..]), keys, rows.Span);

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

    // Files have no feature nought.
    private static uint Key(uint feature) => feature == 0 ? 1u : feature;
}
