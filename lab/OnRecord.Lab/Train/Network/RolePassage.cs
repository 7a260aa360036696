namespace OnRecord.Lab.Train.Network;

/// <summary>A passage to learn from.</summary>
/// <param name="Words">The rows of its words among the word vectors.</param>
/// <param name="Rows">The rows of the small tables, one for each table and token.</param>
/// <param name="Labels">The roles.</param>
internal sealed record RolePassage(int[] Words, int[] Rows, byte[] Labels)
{
    /// <summary>The probability of each role of each token by a teacher; empty where none was asked.</summary>
    public float[] Taught { get; init; } = [];
}
