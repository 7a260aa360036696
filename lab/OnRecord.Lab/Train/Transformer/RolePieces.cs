namespace OnRecord.Lab.Train.Transformer;

/// <summary>A passage as its teacher sees it.</summary>
/// <param name="Pieces">Its word pieces.</param>
/// <param name="PieceOf">The piece that stands for each token.</param>
/// <param name="Labels">The roles of the tokens.</param>
internal sealed record RolePieces(int[] Pieces, int[] PieceOf, byte[] Labels)
{
    /// <summary>Whether the passage is, or may be, longer than what an encoder reads.</summary>
    public bool IsCut => Pieces.Length >= TransformerEncoder.LongestPassage;
}
