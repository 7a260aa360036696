using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Learning;

/// <summary>How numbers and words stand in a weight file's sections: little-endian, weights as 16-bit floats, labels as lines.</summary>
internal static class Weights
{
    /// <summary>The weights of a section.</summary>
    /// <exception cref="OnRecordException">OR3002 where there are not <paramref name="count"/> of them.</exception>
    public static float[] Read(ModelFile file, string section, int count)
    {
        var values = GC.AllocateUninitializedArray<float>(count);
        Read(file, section, values);
        return values;
    }

    /// <summary>Writes the weights of a section where they are wanted.</summary>
    /// <exception cref="OnRecordException">OR3002 where there are not as many.</exception>
    public static void Read(ModelFile file, string section, Span<float> values)
    {
        var bytes = file.Section(section).Span;
        if (bytes.Length != values.Length * 2) throw Damaged(file, section);
        Read(bytes, values);
    }

    /// <summary>Writes the weights of a part of a section where they are wanted.</summary>
    /// <param name="bytes">Two for each weight.</param>
    /// <param name="values">Takes the weights.</param>
    public static void Read(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        var count = values.Length;
        var i = 0;
        if (BitConverter.IsLittleEndian)
        {
            var halves = MemoryMarshal.Cast<byte, ushort>(bytes);
            for (; i + 8 <= count; i += 8)
            {
                var eight = Vector128.Create(halves.Slice(i, 8));
                Singles(Vector128.WidenLower(eight)).CopyTo(values[i..]);
                Singles(Vector128.WidenUpper(eight)).CopyTo(values[(i + 4)..]);
            }
        }
        for (; i < count; i++) values[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(i * 2)..]);
    }

    /// <summary>Numbers of 16 bits, each in the lower half of 32, as numbers of 32 bits.</summary>
    // The exponents of 16 bits begin 112 lower than those of 32. Weights are numbers: neither infinite nor none.
    public static Vector128<float> Singles(Vector128<uint> halves) =>
        ((((halves & Vector128.Create(0x7FFFu)) << 13).AsSingle() * BitConverter.UInt32BitsToSingle((127 + 112) << 23)).AsUInt32() | ((halves & Vector128.Create(0x8000u)) << 16)).AsSingle();

    /// <summary>The bytes of weights.</summary>
    public static byte[] Pack(ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * 2];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(i * 2), (Half)values[i]);
        return bytes;
    }

    /// <summary>The hashes of a section.</summary>
    public static ulong[] ReadHashes(ModelFile file, string section)
    {
        var bytes = file.Section(section).Span;
        if (bytes.Length % sizeof(ulong) != 0) throw Damaged(file, section);
        var hashes = MemoryMarshal.Cast<byte, ulong>(bytes).ToArray();
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(hashes, hashes);
        return hashes;
    }

    /// <summary>The bytes of hashes.</summary>
    public static byte[] Pack(ReadOnlySpan<ulong> hashes)
    {
        var bytes = new byte[hashes.Length * sizeof(ulong)];
        for (var i = 0; i < hashes.Length; i++) BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), hashes[i]);
        return bytes;
    }

    /// <summary>The lines of a section.</summary>
    public static string[] ReadLines(ModelFile file, string section)
    {
        var text = Encoding.UTF8.GetString(file.Section(section).Span);
        return text.Length == 0 ? [] : text.Split('\n');
    }

    /// <summary>The bytes of lines.</summary>
    public static byte[] Pack(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    /// <summary>The error of a section that does not belong to the rest.</summary>
    public static OnRecordException Damaged(ModelFile file, string section) =>
        new(DiagnosticCodes.ModelDamaged, $"The model file '{file.Name}' is damaged: its section '{section}' does not fit the others. Make it anew with: {file.Command}");
}
