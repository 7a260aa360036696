using System.Runtime.CompilerServices;

namespace OnRecord.Language.Learning;

/// <summary>The hash that names features: FNV-1a over UTF-16 units with a final mix. The same on every machine, for ever: weights depend on it.</summary>
internal static class Fnv
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The hash of some characters.</summary>
    public static uint Hash(ReadOnlySpan<char> characters)
    {
        var hash = Basis;
        foreach (var c in characters) hash = (hash ^ c) * Prime;
        return Mix(hash);
    }

    /// <summary>The hash of some characters in lower case; figures count as the same figure, so that 41 and 73 share what is known of numbers.</summary>
    public static uint HashFolded(ReadOnlySpan<char> characters)
    {
        var hash = Basis;
        foreach (var c in characters)
        {
            var folded = c is >= '0' and <= '9' ? '0' : c is '\u2019' ? '\'' : char.ToLowerInvariant(c);
            hash = (hash ^ folded) * Prime;
        }
        return Mix(hash);
    }

    /// <summary>Joins hashes in order.</summary>
    public static uint Join(uint a, uint b) => Mix((a * 0x9E3779B1u) ^ (b + 0x7F4A7C15u + (a << 6) + (a >> 2)));

    /// <summary>Joins hashes in order.</summary>
    public static uint Join(uint a, uint b, uint c) => Join(Join(a, b), c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB352Du;
        hash ^= hash >> 15;
        hash *= 0x846CA68Bu;
        return hash ^ (hash >> 16);
    }
}
