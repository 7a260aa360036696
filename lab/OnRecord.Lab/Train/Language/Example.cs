using OnRecord.Language.Learning;

namespace OnRecord.Lab.Train.Language;

/// <summary>One sentence to learn from. What a corpus does not annotate is null.</summary>
internal sealed class Example
{
    public required WordForm[] Forms { get; init; }

    /// <summary>Rows of the learned words, 0 for unknown ones.</summary>
    public required int[] Words { get; init; }

    public required int[] Vectors { get; init; }

    public int[]? Universal { get; init; }

    public int[]? Penn { get; init; }

    /// <summary>Heads, -1 for the root.</summary>
    public int[]? Heads { get; init; }

    public int[]? Relations { get; init; }

    /// <summary>For each word the labels of names it may have, a bit each.</summary>
    public uint[]? Names { get; init; }

    public int Count => Forms.Length;
}
