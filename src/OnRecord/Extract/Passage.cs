namespace OnRecord.Extract;

/// <summary>A run of tokens that is tagged as one, and whether it is the article's first paragraph.</summary>
internal readonly record struct Passage(int First, int End, bool IsFirst)
{
    /// <summary>The number of tokens.</summary>
    public int Length => End - First;
}
