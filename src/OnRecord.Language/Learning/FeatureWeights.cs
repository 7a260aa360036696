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
/// line. How large a feature is says where its line is; its mark has the bits that this leaves open. It stands so in the file too, and
/// is copied.
/// </remarks>
internal sealed unsafe class FeatureWeights
{
    // What the processor fetches at once.
    private const int OneLine = 64;

    // So many weights one instruction reads.
    private const int Together = 8;

    // So many bytes can be added without leaving sixteen bits.
    private const int MostTogether = 256;

    // The number of labels, that of features, what a unit of the weights is worth, and room so that the lines begin at a whole number.
    private const int HeaderLength = 16;

    // A table of more would not fit into a section.
    private const int MostFeatures = 1 << 27;

    private readonly WideBlock block;
    private readonly byte* lines;
    // Of the shape, what is asked for with each feature.
    private readonly bool isWide;
    private readonly int length, slots, rowsAt;
    private readonly uint count;
    private readonly float scale;

    private FeatureWeights(Shape shape, float scale, ReadOnlySpan<byte> table)
    {
        (Labels, Count) = (shape.Labels, shape.Count);
        (isWide, count, length, slots, rowsAt) = (shape.IsWide, shape.Lines, shape.LineLength, shape.Slots, shape.RowsAt);
        this.scale = scale;
        // Behind the last line there is room for what is read beyond a row.
        block = WideBlock.Share(table.Length + OneLine, out lines);
        table.CopyTo(new Span<byte>(lines, table.Length));
        if (!BitConverter.IsLittleEndian) shape.TurnMarks(new Span<byte>(lines, table.Length));
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
        if (Labels == 1)
        {
            scores[0] += SumOfOnes(features) * scale;
            return;
        }
        for (; features.Length > MostTogether; features = features[MostTogether..]) AddSome(features[..MostTogether], scores);
        AddSome(features, scores);
    }

    // A row of one weight is added where it is found: all lookups together take 5.3 % of the processor time and not 6.1.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int SumOfOnes(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        foreach (var feature in features)
        {
            var marked = Find(Key(feature), out var line);
            // Of a feature that is not known what is read stands beyond the rows, and is not added.
            var weight = (sbyte)line[rowsAt + BitOperations.TrailingZeroCount(marked)];
            sum += marked == 0 ? 0 : weight;
        }
        GC.KeepAlive(block);
        return sum;
    }

    // The slots that have a feature's mark, in the line where it stands or in the last where it could.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Find(uint key, out byte* line)
    {
        line = LineOf(key);
        var marked = Marked(line, key);
        while (marked == 0 && line[length - 1] != 0) marked = Marked(line += length, key);
        return marked;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddSome(ReadOnlySpan<uint> features, Span<float> scores)
    {
        var places = stackalloc nint[features.Length];
        var found = 0;
        foreach (var feature in features)
        {
            // Whether a feature is known is as good as chance: the place is written either way, and kept where it is one.
            var marked = Find(Key(feature), out var line);
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

    private byte* LineOf(uint key) => lines + (nuint)PlaceOf(key) * (nuint)length;

    private uint PlaceOf(uint key) => Shape.PlaceOf(key, count);

    /// <summary>Reads the table out of the section <c>NAME.table</c> of a model file.</summary>
    /// <exception cref="OnRecordException">OR3002: the section is missing or does not hold together.</exception>
    public static FeatureWeights Read(ModelFile file, string name)
    {
        var section = file.Section(name + ".table").Span;
        if (section.Length < HeaderLength) throw Damaged("whose begin is cut off");
        var (labels, features, scale) = (BinaryPrimitives.ReadInt32LittleEndian(section), BinaryPrimitives.ReadInt32LittleEndian(section[4..]), BinaryPrimitives.ReadSingleLittleEndian(section[8..]));
        if (labels is < 1 or > 256 || features is < 0 or > MostFeatures) throw Damaged("whose begin does not fit a table");
        var shape = new Shape(labels, features);
        var table = section[HeaderLength..];
        if (table.Length % shape.LineLength != 0 || table.Length / shape.LineLength < shape.Lines) throw Damaged("whose length does not fit");
        if (table[^1] != 0) throw Damaged("whose last line goes on");
        return new FeatureWeights(shape, scale, table);

        OnRecordException Damaged(string how) =>
            new(DiagnosticCodes.ModelDamaged, $"The model file '{file.Name}' has a feature table '{name}' {how}. Make it anew with: {file.Command}");
    }

    /// <summary>Writes a table as the section that <see cref="Read"/> takes.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="labels">The number of weights in a row.</param>
    /// <param name="features">The hashed features with their weights, in any order.</param>
    public static KeyValuePair<string, ReadOnlyMemory<byte>> Section(string name, int labels, IEnumerable<(uint Feature, float[] Weights)> features)
    {
        var sorted = features.OrderBy(f => f.Feature).ToArray();
        // The few largest weights are cut off so that the many small ones keep their precision.
        var magnitudes = sorted.SelectMany(f => f.Weights).Select(Math.Abs).Order().ToArray();
        var top = magnitudes.Length == 0 ? 1f : Math.Max(1e-6f, magnitudes[(int)((magnitudes.Length - 1) * 0.9999)]);
        var scale = top / 127;
        return Section(name, labels, scale, sorted.Select(f => (Key(f.Feature), f.Weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w / scale), -127, 127)).ToArray())));
    }

    // Keys come in order, so lines are filled one after the other; what has no room in its own goes on into the next.
    private static KeyValuePair<string, ReadOnlyMemory<byte>> Section(string name, int labels, float scale, IEnumerable<(uint Key, sbyte[] Row)> features)
    {
        var all = features.ToArray();
        var shape = new Shape(labels, all.Length);
        var table = new List<byte[]>();
        var (number, taken) = (0, 0);
        foreach (var (key, row) in all)
        {
            var place = (int)Shape.PlaceOf(key, shape.Lines);
            if (place > number) (number, taken) = (place, 0);
            if (taken == shape.Slots)
            {
                Line(number)[^1] = 1;
                (number, taken) = (number + 1, 0);
            }
            shape.Put(Line(number), taken++, key, MemoryMarshal.AsBytes(row.AsSpan()));
        }
        _ = Line((int)shape.Lines - 1);
        var section = new byte[HeaderLength + table.Count * shape.LineLength];
        BinaryPrimitives.WriteInt32LittleEndian(section, labels);
        BinaryPrimitives.WriteInt32LittleEndian(section.AsSpan(4), all.Length);
        BinaryPrimitives.WriteSingleLittleEndian(section.AsSpan(8), scale);
        for (var i = 0; i < table.Count; i++) table[i].CopyTo(section, HeaderLength + i * shape.LineLength);
        return new(name + ".table", section);

        byte[] Line(int number)
        {
            while (table.Count <= number) table.Add(new byte[shape.LineLength]);
            return table[number];
        }
    }

    // Files have no feature nought.
    private static uint Key(uint feature) => feature == 0 ? 1u : feature;

    /// <summary>How the lines of a table are made, which its labels and the number of its features say.</summary>
    private readonly struct Shape
    {
        // Of the places in the lines so many in ten are taken.
        private const int Filled = 7;

        // From so many lines on, fewer features fall to a line and the one before than a mark of sixteen bits tells apart.
        private const int ManyLines = 1 << 17;

        public Shape(int labels, int count)
        {
            (Labels, Count) = (labels, count);
            // What nearly needs so many lines as short marks do has them.
            IsWide = LinesWith(sizeof(ushort)) < ManyLines / 2;
            Lines = Math.Max(LinesWith(Mark), IsWide ? 1u : ManyLines);
            LineLength = LengthWith(Mark);
            Slots = SlotsWith(Mark);
        }

        public int Labels { get; }

        public int Count { get; }

        /// <summary>Whether a mark is the whole feature, and not its lower half.</summary>
        public bool IsWide { get; }

        /// <summary>The lines that features are dealt out to; some more may follow, for what has no room in the last one.</summary>
        public uint Lines { get; }

        public int LineLength { get; }

        /// <summary>The features that a line has room for.</summary>
        public int Slots { get; }

        /// <summary>Where the rows of a line begin.</summary>
        public int RowsAt => Slots * Mark;

        private int Mark => IsWide ? sizeof(uint) : sizeof(ushort);

        /// <summary>The line of a feature: they are dealt out evenly, in the order of the features.</summary>
        public static uint PlaceOf(uint key, uint lines) => (uint)((ulong)key * lines >> 32);

        public void Put(Span<byte> line, int slot, uint key, ReadOnlySpan<byte> row)
        {
            if (IsWide) BinaryPrimitives.WriteUInt32LittleEndian(line[(slot * sizeof(uint))..], key);
            else BinaryPrimitives.WriteUInt16LittleEndian(line[(slot * sizeof(ushort))..], (ushort)key);
            row.CopyTo(line[(RowsAt + slot * Labels)..]);
        }

        /// <summary>Only where a machine turns the bytes of numbers round.</summary>
        public void TurnMarks(Span<byte> table)
        {
            for (var at = 0; at < table.Length; at += LineLength)
            {
                for (var slot = 0; slot < Slots; slot++) table.Slice(at + slot * Mark, Mark).Reverse();
            }
        }

        private int LengthWith(int mark) => (1 + mark + Labels + OneLine - 1) / OneLine * OneLine;

        private int SlotsWith(int mark) => (LengthWith(mark) - 1) / (mark + Labels);

        private uint LinesWith(int mark) => (uint)(Count * 10L / (SlotsWith(mark) * Filled)) + 1;
    }
}
