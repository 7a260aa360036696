using OnRecord.Language.Text;

namespace OnRecord.Language.Pieces;

/// <summary>A passage as word pieces.</summary>
/// <param name="Pieces">The pieces' rows in the vocabulary, the opening piece first and the closing one last.</param>
/// <param name="Spans">The characters of the text each piece was made from.</param>
internal sealed record PieceRun(int[] Pieces, TextSpan[] Spans)
{
    /// <summary>
    /// The piece that stands for each token: the first that begins in it, or else the one that its first character is in; the
    /// last of all for tokens that were left out.
    /// </summary>
    /// <param name="tokens">The tokens' spans in the same text, in order.</param>
    public int[] PiecesOf(IReadOnlyList<TextSpan> tokens)
    {
        var found = new int[tokens.Count];
        var piece = 1;
        for (var i = 0; i < found.Length; i++)
        {
            while (piece < Pieces.Length - 1 && Spans[piece].Start < tokens[i].Start) piece++;
            // The word may begin before the token, as "don" does where the tokens are "do" and "n't".
            var isWithin = Spans[piece].Start < tokens[i].End || piece == 1 || piece == Pieces.Length - 1 && Spans[piece - 1].End <= tokens[i].Start;
            found[i] = isWithin ? piece : piece - 1;
        }
        return found;
    }
}
