namespace OnRecord.Language.Entities;

/// <summary>The labels of words by which names are found: 0 outside, then for each type the first word and those that follow.</summary>
internal static class NameLabels
{
    /// <summary>The number of types.</summary>
    public const int Types = (int)NameType.Other + 1;

    /// <summary>The number of labels.</summary>
    public const int Count = 1 + 2 * Types;

    /// <summary>The label of a name's first word.</summary>
    public static int First(NameType type) => 1 + 2 * (int)type;

    /// <summary>The label of the words that follow.</summary>
    public static int Following(NameType type) => 2 + 2 * (int)type;

    /// <summary>The type of a label other than 0.</summary>
    public static NameType Type(int label) => (NameType)((label - 1) / 2);

    /// <summary>Whether a label goes on with a name.</summary>
    public static bool IsFollowing(int label) => label > 0 && label % 2 == 0;

    /// <summary>Whether a label may come after another.</summary>
    public static bool MayFollow(int before, int label) => !IsFollowing(label) || before == label || before == label - 1;
}
