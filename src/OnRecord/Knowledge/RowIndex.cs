using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace OnRecord.Knowledge;

/// <summary>
/// Finds rows by what one of their cells says: by its hash, so that no cell becomes a string before it is asked for. Other cells
/// may have the same hash; who asks looks again. Rows come in the order in which they were added.
/// </summary>
internal sealed class RowIndex
{
    // Cells longer than this are made bytes in memory of their own.
    private const int Short = 256;

    private readonly List<(int Row, int Next)> nodes = [];
    private Slot[] slots = new Slot[64];
    private int taken;

    /// <summary>A hash of some UTF-8. It is good for one run: nothing keeps it.</summary>
    public static uint Hash(ReadOnlySpan<byte> text)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)text.Length * Odd;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..]) hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(text)) * Odd, 29);
        ulong last = 0;
        foreach (var b in text) last = last << 8 | b;
        hash = (hash ^ last) * Odd;
        return (uint)(hash >> 32 ^ hash);
    }

    /// <summary>The hash of a text's UTF-8.</summary>
    public static uint Hash(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= Short ? stackalloc byte[Short] : new byte[most];
        return Hash(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>Makes room for so many more rows at once, and for so many more hashes.</summary>
    public void Expect(int rows, int hashes)
    {
        nodes.EnsureCapacity(nodes.Count + rows);
        Resize(2 * (taken + hashes));
    }

    /// <summary>Adds a row under a hash.</summary>
    public void Add(uint hash, int row)
    {
        Resize(2 * (taken + 1));
        nodes.Add((row, 0));
        ref var slot = ref slots[Place(hash)];
        if (slot.First == 0)
        {
            slot = new Slot(hash, nodes.Count, nodes.Count);
            taken++;
            return;
        }
        CollectionsMarshal.AsSpan(nodes)[slot.Last - 1].Next = nodes.Count;
        slot.Last = nodes.Count;
    }

    /// <summary>The first place under a hash; nought where there is none.</summary>
    public int First(uint hash) => slots[Place(hash)].First;

    /// <summary>The place after another under the same hash; nought where there is none.</summary>
    public int Next(int place) => nodes[place - 1].Next;

    /// <summary>The row of a place.</summary>
    public int Row(int place) => nodes[place - 1].Row;

    // Where a hash stands, or would.
    private int Place(uint hash)
    {
        var at = (int)(hash & (uint)(slots.Length - 1));
        while (slots[at].First != 0 && slots[at].Hash != hash) at = (at + 1) & (slots.Length - 1);
        return at;
    }

    private void Resize(int least)
    {
        if (slots.Length >= least) return;
        var old = slots;
        slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)least)];
        foreach (var slot in old)
        {
            if (slot.First != 0) slots[Place(slot.Hash)] = slot;
        }
    }

    // The first and the last node of a hash, counted from one; nought for an empty slot.
    private record struct Slot(uint Hash, int First, int Last);
}
