using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Learning;

/// <summary>
/// What words mean by the company they keep: a vector for each of the most frequent words, one signed byte a dimension
/// with one scale a word. Immutable; safe to share.
/// </summary>
internal sealed class WordVectors
{
    /// <summary>The name of the weight file.</summary>
    public const string ModelName = "vectors";

    /// <summary>The identity of the layout and of the hash of a form.</summary>
    public const string FeatureSet = "vectors/2 fnv64-lower int8 peaks";

    // Every stage asks for them, most at the same time; one file has one index.
    private static readonly ConditionalWeakTable<ModelFile, Lazy<WordVectors>> Loaded = [];

    private readonly HashIndex index;
    private readonly float[] scales;
    private readonly ReadOnlyMemory<byte> rows;
    private readonly float[] peaks;

    private WordVectors(HashIndex index, float[] scales, ReadOnlyMemory<byte> rows, float[] peaks)
    {
        this.index = index;
        this.scales = scales;
        this.rows = rows;
        this.peaks = peaks;
    }

    /// <summary>The length of a vector.</summary>
    public int Dimensions => peaks.Length;

    /// <summary>The vectors of a weight file, the same each time.</summary>
    /// <exception cref="OnRecordException">OR3002 or OR3003 where the file does not fit.</exception>
    public static WordVectors Load(ModelFile file) => Loaded.GetValue(file, file => new Lazy<WordVectors>(() => Read(file))).Value;

    private static WordVectors Read(ModelFile file)
    {
        file.RequireFeatureSet(FeatureSet);
        var keys = MemoryMarshal.Cast<byte, ulong>(file.Section("keys").Span).ToArray();
        var scales = MemoryMarshal.Cast<byte, float>(file.Section("scales").Span).ToArray();
        var peaks = MemoryMarshal.Cast<byte, float>(file.Section("peaks").Span).ToArray();
        var rows = file.Section("rows");
        if (!BitConverter.IsLittleEndian)
        {
            for (var i = 0; i < keys.Length; i++) keys[i] = BinaryPrimitives.ReverseEndianness(keys[i]);
            foreach (var numbers in (float[][])[scales, peaks])
            {
                for (var i = 0; i < numbers.Length; i++) numbers[i] = BitConverter.Int32BitsToSingle(BinaryPrimitives.ReverseEndianness(BitConverter.SingleToInt32Bits(numbers[i])));
            }
        }
        if (keys.Length == 0 || scales.Length != keys.Length || peaks.Length == 0 || rows.Length != keys.Length * peaks.Length)
        {
            throw new OnRecordException(DiagnosticCodes.ModelDamaged, $"The model file '{file.Name}' is damaged: its sections do not belong together. Make it anew with: {file.Command}");
        }
        return new WordVectors(new HashIndex(keys), scales, rows, peaks);
    }

    /// <summary>The number of words that have a vector.</summary>
    public int Count => scales.Length;

    /// <summary>The largest size of each dimension's numbers.</summary>
    public ReadOnlySpan<float> Peaks => peaks;

    /// <summary>The row of a word by <see cref="WordForm.Lower"/>, -1 where it has none.</summary>
    public int Find(ulong lower) => index.Find(lower);

    /// <summary>The cosine of two words' vectors, in whole numbers: a word's scale cancels out. Nought where one has no vector.</summary>
    /// <param name="a">A row, or -1.</param>
    /// <param name="b">Another.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Cosine(int a, int b)
    {
        if (a < 0 || b < 0) return 0;
        var x = rows.Span.Slice(a * Dimensions, Dimensions);
        var y = rows.Span.Slice(b * Dimensions, Dimensions);
        var (xy, xx, yy) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var i = 0;
        for (; i + 8 <= x.Length; i += 8)
        {
            var (p, q) = (Eight(x[i..]), Eight(y[i..]));
            xy += p * q;
            xx += p * p;
            yy += q * q;
        }
        var (product, first, second) = (Vector256.Sum(xy), Vector256.Sum(xx), Vector256.Sum(yy));
        for (; i < x.Length; i++)
        {
            var (p, q) = ((sbyte)x[i], (sbyte)y[i]);
            product += p * q;
            first += p * p;
            second += q * q;
        }
        return first == 0 || second == 0 ? 0 : (float)(product / Math.Sqrt((double)first * second));
    }

    /// <summary>Writes a word's vector.</summary>
    /// <param name="row">A row, or -1 for a word without a vector, whose vector is zero.</param>
    /// <param name="target">Takes <see cref="Dimensions"/> numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(int row, Span<float> target)
    {
        if (row < 0)
        {
            target[..Dimensions].Clear();
            return;
        }
        var source = rows.Span.Slice(row * Dimensions, Dimensions);
        var scale = scales[row];
        var i = 0;
        for (; i + 8 <= source.Length; i += 8) (Vector256.ConvertToSingle(Eight(source[i..])) * scale).CopyTo(target[i..]);
        for (; i < source.Length; i++) target[i] = (sbyte)source[i] * scale;
    }

    // The next eight numbers of a row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Eight(ReadOnlySpan<byte> row)
    {
        var words = Vector128.WidenLower(Vector128.CreateScalarUnsafe(MemoryMarshal.Read<long>(row)).AsSByte());
        return Vector256.Create(Vector128.WidenLower(words), Vector128.WidenUpper(words));
    }
}
