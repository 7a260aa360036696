using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;

namespace OnRecord.Language.Pieces;

/// <summary>
/// An encoder of BERT's build (Devlin et al. 2019): a state for each word piece that depends on all pieces of its passage. It knows
/// more of words than the networks that read every sentence, and takes many times as long. Immutable; safe to share between threads.
/// </summary>
internal sealed class PieceEncoder
{
    // Pieces that are read together: enough for products of whole blocks, little enough to stay near the processor.
    private const int Together = 160;

    private readonly ReadOnlyMemory<byte> rows;
    private readonly float[] scales;
    private readonly float[] places;
    private readonly Normalisation first;
    private readonly PieceLayer[] layers;

    /// <summary>The encoder of a weight file.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="OnRecordException">OR3002 where the sections do not fit one another.</exception>
    public PieceEncoder(ModelFile file)
    {
        var shape = Weights.Read(file, "shape", 3);
        Width = (int)shape[0];
        if (Width <= 0 || Width % PieceAttention.HeadWidth != 0 || shape[2] < 1) throw Weights.Damaged(file, "shape");
        var keys = Weights.ReadHashes(file, "pieces");
        try
        {
            Pieces = new WordPieces(keys);
        }
        catch (ArgumentException)
        {
            throw Weights.Damaged(file, "pieces");
        }
        rows = file.Section("rows");
        if (rows.Length != keys.Length * Width) throw Weights.Damaged(file, "rows");
        scales = Weights.Read(file, "scales", keys.Length);
        places = Weights.Read(file, "places", PieceAttention.LongestPassage * Width);
        first = new Normalisation(file, "first", Width);
        layers = [.. Enumerable.Range(0, (int)shape[2]).Select(i => new PieceLayer(file, FormattableString.Invariant($"layer{i}"), Width, (int)shape[1]))];
    }

    /// <summary>Cuts text into the pieces that it knows.</summary>
    public WordPieces Pieces { get; }

    /// <summary>The numbers of a state.</summary>
    public int Width { get; }

    /// <summary>Encodes passages, each by itself. Where one ends does not depend on the others.</summary>
    /// <param name="passages">The pieces of each, at most <see cref="PieceAttention.LongestPassage"/>.</param>
    /// <param name="take">Told the place of each passage and the states of its pieces.</param>
    public void Encode(IReadOnlyList<int[]> passages, Action<int, ReadOnlySpan<float>> take)
    {
        for (var start = 0; start < passages.Count;)
        {
            var (end, count) = (start, 0);
            while (end < passages.Count && (end == start || count + passages[end].Length <= Together)) count += passages[end++].Length;
            var room = layers.Max(layer => layer.Room);
            using var block = WideBlock.Rent(WideBlock.SizeOf<float>(count * Width) + WideBlock.SizeOf<float>(count * room));
            var states = block.TakeSpan<float>(count * Width);
            var work = block.TakeSpan<float>(count * room);
            int[] lengths = [.. passages.Skip(start).Take(end - start).Select(p => p.Length)];
            var at = 0;
            for (var p = start; p < end; p++) Fill(passages[p], states, ref at);
            first.Apply(states);
            foreach (var layer in layers) layer.Apply(states, lengths, work);
            at = 0;
            for (; start < end; start++)
            {
                take(start, states.Slice(at, passages[start].Length * Width));
                at += passages[start].Length * Width;
            }
        }
    }

    private void Fill(int[] passage, Span<float> states, ref int at)
    {
        for (var i = 0; i < passage.Length; i++, at += Width)
        {
            var row = rows.Span.Slice(passage[i] * Width, Width);
            var scale = scales[passage[i]];
            for (var k = 0; k < Width; k += Vector256<float>.Count)
            {
                var eight = Vector128.WidenLower(Vector128.CreateScalarUnsafe(MemoryMarshal.Read<long>(row[k..])).AsSByte());
                var numbers = Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(eight), Vector128.WidenUpper(eight)));
                Vector256.FusedMultiplyAdd(numbers, Vector256.Create(scale), Vector256.Create(places.AsSpan(i * Width + k, Vector256<float>.Count))).CopyTo(states[(at + k)..]);
            }
        }
    }
}
