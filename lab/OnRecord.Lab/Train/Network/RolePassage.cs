namespace OnRecord.Lab.Train.Network;

/// <summary>A passage to learn from.</summary>
/// <param name="Vectors">The vectors of its words, one after the other.</param>
/// <param name="Rows">The rows of the small tables, one for each table and token.</param>
/// <param name="Labels">The roles.</param>
internal sealed record RolePassage(float[] Vectors, int[] Rows, byte[] Labels);
