using System.Numerics;

namespace OnRecord.Language.Learning;

/// <summary>
/// What a first layer makes of the word forms that were met first, kept from text to text: among them are those that come again and
/// again, so that they stay when the table is full, and memory is bounded. It is kept in whole numbers of eight bits with one scale for
/// each part, where it has several; what is kept of a form depends on the form alone. Safe to share between threads.
/// </summary>
internal sealed unsafe class FormTable
{
    /// <summary>So many forms are kept at most.</summary>
    public const int Most = 4096;

    private static readonly int Slots = (int)BitOperations.RoundUpToPowerOf2(2 * Most);

    // A form is looked for while others are added: its row is whole before its key can be seen.
    private readonly ulong[] keys = new ulong[Slots];
    private readonly int[] rowOfKey = new int[Slots];
    private readonly int[] vectorRows = new int[Most];
    private readonly Lock adding = new();
    private readonly WideBlock block;
    private readonly float* scales;
    private readonly sbyte* forms;
    private int count;

    /// <summary>An empty table.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="parts">The parts of what it gives, equally long.</param>
    public FormTable(DenseLayer layer, int parts)
    {
        (Layer, Parts, PartLength) = (layer, parts, layer.Outputs / parts);
        if (PartLength * parts != layer.Outputs || PartLength % 32 != 0) throw new ArgumentException($"{layer.Outputs} numbers cannot be cut into {parts} parts of whole vectors.", nameof(parts));
        block = WideBlock.Own(WideBlock.SizeOf<float>(Most * parts) + WideBlock.SizeOf<sbyte>((long)Most * layer.Outputs));
        scales = block.Take<float>(Most * parts);
        forms = block.Take<sbyte>((long)Most * layer.Outputs);
    }

    /// <summary>The layer.</summary>
    public DenseLayer Layer { get; }

    /// <summary>The parts of what the layer gives.</summary>
    public int Parts { get; }

    /// <summary>The numbers of a part.</summary>
    public int PartLength { get; }

    /// <summary>The row of a form; false where the form is not kept.</summary>
    public bool TryFind(ulong form, out int row)
    {
        for (var at = (int)form & (Slots - 1); Volatile.Read(ref keys[at]) is not 0 and var key; at = (at + 1) & (Slots - 1))
        {
            if (key != form) continue;
            row = rowOfKey[at];
            return true;
        }
        row = 0;
        return false;
    }

    /// <summary>The row of a form's vector.</summary>
    public int VectorRow(int row) => vectorRows[row];

    /// <summary>What one unit of the whole numbers of each part stands for. Good for as long as the table is held.</summary>
    public float* Scales(int row) => scales + row * Parts;

    /// <summary>The whole numbers of a form. Good for as long as the table is held.</summary>
    public sbyte* Numbers(int row) => forms + row * (nint)Layer.Outputs;

    /// <summary>Keeps what the layer makes of a form, where there is room and no other thread was first.</summary>
    public void Keep(ulong form, int vectorRow, ReadOnlySpan<float> itsScales, ReadOnlySpan<sbyte> numbers)
    {
        // No form has the hash nought but by chance: such a one is computed each time.
        if (form == 0 || Volatile.Read(ref count) == Most) return;
        lock (adding)
        {
            if (count == Most || TryFind(form, out _)) return;
            itsScales.CopyTo(new(Scales(count), Parts));
            numbers.CopyTo(new(Numbers(count), Layer.Outputs));
            vectorRows[count] = vectorRow;
            var at = (int)form & (Slots - 1);
            while (keys[at] != 0) at = (at + 1) & (Slots - 1);
            rowOfKey[at] = count++;
            Volatile.Write(ref keys[at], form);
        }
    }
}
