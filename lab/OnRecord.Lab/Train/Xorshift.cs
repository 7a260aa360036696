namespace OnRecord.Lab.Train;

/// <summary>A small seeded source of chance (Marsaglia 2003, xorshift32), the same on every machine.</summary>
internal sealed class Xorshift(uint seed)
{
    private uint state = seed == 0 ? 1 : seed;

    public uint Next()
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
    }

    /// <summary>From nought, included, to one, excluded.</summary>
    public float NextSingle() => (Next() >> 8) * (1f / (1 << 24));

    public int Next(int end) => (int)(Next() % (uint)end);

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
