using System.Text;
using OnRecord.Lab.Train.Transformer;
using OnRecord.Language.Text;
using Xunit;

namespace OnRecord.Tests.Lab;

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
    public void What_is_too_long_is_cut_off()
    {
        var run = Pieces.Cut("pay pay pay pay", 4);

        Assert.Equal([2, 7, 7, 3], run.Pieces);
        Assert.Equal([1, 2, 3, 3], run.PiecesOf([new(0, 3), new(4, 7), new(8, 11), new(12, 15)]));
    }

    [Fact]
    public void Each_token_has_the_first_piece_that_begins_in_it_or_else_the_one_it_begins_in() =>
        Assert.Equal([1, 2, 4], Pieces.Cut("Don't payments", 20).PiecesOf([new TextSpan(0, 2), new(2, 5), new(6, 14)]));

    [Fact]
    public void Matrices_without_a_name_are_named_after_the_bias_of_their_product()
    {
        var graph = Part(5, [.. Part(2, [1], kind: 0), .. Part(8, "x.bias"), .. Part(9, Bytes(0.5f))])
            .Concat(Part(5, [.. Part(2, [1], kind: 0), .. Part(8, "77"), .. Part(9, Bytes(2f))]))
            .Concat(Part(1, [.. Part(1, "in"), .. Part(1, "77"), .. Part(2, "78"), .. Part(4, "MatMul")]))
            .Concat(Part(1, [.. Part(1, "x.bias"), .. Part(1, "78"), .. Part(2, "79"), .. Part(4, "Add")]));

        var weights = OnnxInitializers.Read(Part(7, [.. graph]));

        Assert.Equal([0.5f], weights["x.bias"]);
        Assert.Equal([2f], weights["x.weight"]);
    }

    private static byte[] Part(int field, string text) => Part(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Part(int field, byte[] content, int kind = 2) => [(byte)(field << 3 | kind), .. kind == 2 ? (byte[])[(byte)content.Length] : [], .. content];

    private static byte[] Bytes(float value) => BitConverter.GetBytes(value);
}
