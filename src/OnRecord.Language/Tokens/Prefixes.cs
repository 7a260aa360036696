using System.Collections.Frozen;

namespace OnRecord.Language.Tokens;

/// <summary>First parts that are no words of their own: what follows their hyphen stays with them.</summary>
internal static class Prefixes
{
    private static readonly FrozenSet<string> Words =
        "anti arch bi bio co counter cross crypto de demi eco electro e ex extra geo hyper infra inter intra macro mega meta micro mid mini mis mono multi nano neo neuro non over pan para poly post pre pro proto pseudo psycho quasi re retro semi socio sub super trans tri ultra un under uni"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the part before a hyphen is a prefix.</summary>
    public static bool Contains(ReadOnlySpan<char> part) => part.Length <= 8 && Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part);
}
