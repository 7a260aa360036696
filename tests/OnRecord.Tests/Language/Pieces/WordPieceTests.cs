using OnRecord.Language.Pieces;
using OnRecord.Language.Text;
using Xunit;

namespace OnRecord.Tests.Language.Pieces;

public sealed class WordPieceTests
{
    private static readonly WordPieces Pieces = new(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "don", "'", "t", "pay", "##ments", "##ment", "$", "5", "."]);

    [Theory]
    [InlineData("Don't", "[CLS] don ' t [SEP]", "don't")]
    [InlineData("Payments.", "[CLS] pay ##ments . [SEP]", "payments.")]
    [InlineData("  pay  $5", "[CLS] pay $ 5 [SEP]", "pay$5")]
    [InlineData("payx t", "[CLS] [UNK] t [SEP]", "payxt")]
    [InlineData("", "[CLS] [SEP]", "")]
    public void Words_are_cut_into_the_longest_pieces_and_each_knows_its_characters(string text, string expected, string covered)
    {
        string[] names = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "don", "'", "t", "pay", "##ments", "##ment", "$", "5", "."];
        var run = Pieces.Cut(text, 20);

        Assert.Equal(expected, string.Join(' ', run.Pieces.Select(p => names[p])));
        Assert.Equal(covered, string.Concat(run.Spans.Select(s => s.Slice(text).ToString())).ToLowerInvariant());
    }

    [Fact]
    public void Letters_lose_their_accents_and_words_that_nobody_knows_are_one_piece()
    {
        Assert.Equal([2, 7, 1, 3], Pieces.Cut("PÁY Ж", 20).Pieces);
        Assert.Equal([2, 1, 3], Pieces.Cut(new string('t', 101), 20).Pieces);
        Assert.Equal([2, 1, 6, 3], Pieces.Cut(new string('t', 100_000) + " t", 20).Pieces);
        Assert.Equal(new TextSpan(0, 100_000), Pieces.Cut(new string('t', 100_000) + " t", 20).Spans[1]);
    }

    [Fact]
    public void A_vocabulary_needs_its_own_marks() => Assert.Throws<ArgumentException>(() => new WordPieces(["pay", "[CLS]", "[SEP]"]));

    [Fact]
    public void What_is_too_long_is_cut_off()
    {
        var run = Pieces.Cut("pay pay pay pay", 4);

        Assert.Equal([2, 7, 7, 3], run.Pieces);
        Assert.Equal([1, 2, 3, 3], run.PiecesOf([new(0, 3), new(4, 7), new(8, 11), new(12, 15)]));
    }

    [Fact]
    public void Each_token_has_the_first_piece_that_begins_in_it_or_else_the_one_it_begins_in() =>
        Assert.Equal([1, 2, 4], Pieces.Cut("Don't payments", 20).PiecesOf([new TextSpan(0, 2), new(2, 5), new(6, 14)]));
}
