namespace OnRecord.Language.Learning;

/// <summary>
/// Finds the row of a word by the 64-bit hash of its form. Two words with one hash would share a row; among a hundred
/// thousand words that is expected once in three thousand million vocabularies. Immutable; safe to share.
/// </summary>
internal sealed class HashIndex
{
    private readonly ulong[] keys;
    private readonly int[] slots;

    /// <summary>An index in which the key at position i has row i.</summary>
    public HashIndex(ulong[] keys)
    {
        this.keys = keys;
        var size = 16;
        while (size < keys.Length * 2) size *= 2;
        slots = new int[size];
        for (var i = 0; i < keys.Length; i++)
        {
            var at = (int)keys[i] & (size - 1);
            while (slots[at] != 0) at = (at + 1) & (size - 1);
            slots[at] = i + 1;
        }
    }

    /// <summary>The number of rows.</summary>
    public int Count => keys.Length;

    /// <summary>The keys in the order of their rows.</summary>
    public ReadOnlySpan<ulong> Keys => keys;

    /// <summary>The row of a hash, -1 where there is none.</summary>
    public int Find(ulong hash)
    {
        var at = (int)hash & (slots.Length - 1);
        while (slots[at] != 0)
        {
            if (keys[slots[at] - 1] == hash) return slots[at] - 1;
            at = (at + 1) & (slots.Length - 1);
        }
        return -1;
    }
}
