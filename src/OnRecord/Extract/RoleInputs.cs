using OnRecord.Language.Learning;

namespace OnRecord.Extract;

/// <summary>What the network sees of a token beside its word vector: a row of each of some tables. Used by training and by reading alike.</summary>
internal static class RoleInputs
{
    /// <summary>Names what is computed here. A change of any table changes it.</summary>
    public const string Identity = "role-inputs/3";

    /// <summary>The table of annotators: a row for each, and the last row for reading, their mean.</summary>
    public const int Annotators = 8;

    /// <summary>So many tables, the first, hang on a word's form alone.</summary>
    public const int OfForm = 4;

    /// <summary>The number of rows and the width of each table.</summary>
    public static IReadOnlyList<(int Rows, int Width)> Tables { get; } =
    [
        (32768, 24), // the word, hashed
        (8192, 16),  // its last three letters
        (4096, 8),   // its first three letters
        (512, 8),    // its shape
        (8, 8),      // where it stands to quotation marks
        (4, 4),      // how often the word is a cue
        (1024, 8),   // the form of the quotation it stands in
        (2048, 8),   // what follows that quotation
        (2048, 8),   // what stands before it
        (128, 8),    // where it stands in its sentence and paragraph
        (1024, 12),  // its Penn tag
        (1024, 8),   // its relation to its head
        (32, 6),     // the name it stands in
        (8192, 12),  // its head
        (2048, 10),  // the way to the cue that governs it
        (Annotators, 8),
    ];

    /// <summary>The sum of the tables' widths.</summary>
    public static int Width { get; } = Tables.Sum(t => t.Width);

    /// <summary>Writes the rows of a passage's tokens, <c>Tables.Count</c> a token.</summary>
    public static void Fill(TokenAttributes tokens, int first, int end, bool isFirstParagraph, int annotator, Span<int> rows)
    {
        var at = 0;
        var quoteForm = 0u;
        uint before = 0, after = 0;
        var last = -1;
        for (var i = first; i < end; i++)
        {
            var quote = tokens.QuoteIndex[i];
            if (quote != last)
            {
                last = quote;
                quoteForm = quote < 0 ? 0 : Form(tokens, tokens.Quotes[quote], first, end);
                after = quote < 0 ? 0 : Fnv.Join(Folded(tokens, tokens.Quotes[quote].End, first, end), tokens.Quotes[quote].End < end ? tokens.Shape[tokens.Quotes[quote].End] : 1u);
                before = quote < 0 ? 0 : Fnv.Join(Folded(tokens, tokens.Quotes[quote].First - 1, first, end), Folded(tokens, tokens.Quotes[quote].First - 2, first, end));
            }
            var sentence = tokens.Analysis.Sentences[tokens.SentenceOf[i]];
            var position = (uint)Math.Min(i - sentence.FirstToken, 3) | (uint)Math.Min(sentence.EndToken - 1 - i, 3) << 2 | (i - first < 3 ? 16u : 0) | (isFirstParagraph ? 32u : 0);
            rows[at++] = Row(0, tokens.Folded[i]);
            rows[at++] = Row(1, tokens.Suffix[i]);
            rows[at++] = Row(2, tokens.Prefix[i]);
            rows[at++] = Row(3, tokens.Shape[i]);
            rows[at++] = tokens.QuoteState[i];
            rows[at++] = tokens.CueLevel[i];
            rows[at++] = Row(6, quoteForm);
            rows[at++] = Row(7, after);
            rows[at++] = Row(8, before);
            rows[at++] = (int)position;
            rows[at++] = Row(10, tokens.Tag[i]);
            rows[at++] = Row(11, tokens.Relation[i]);
            rows[at++] = tokens.Name[i];
            rows[at++] = Row(13, tokens.Head[i] < 0 ? 1u : tokens.Folded[tokens.Head[i]]);
            rows[at++] = Row(14, tokens.WayToCue[i]);
            rows[at++] = annotator;
        }
    }

    private static int Row(int table, uint hash) => (int)(hash & (uint)(Tables[table].Rows - 1));

    private static uint Folded(TokenAttributes tokens, int token, int first, int end) => token < first || token >= end ? 1u : tokens.Folded[token];

    private static uint Form(TokenAttributes tokens, QuoteTokens quote, int first, int end)
    {
        var lastWord = quote.IsClosed ? quote.End - 2 : quote.End - 1;
        var ending = lastWord > quote.First && tokens.IsMark[lastWord] ? tokens.Folded[lastWord] : 0u;
        var length = quote.End - quote.First;
        var bucket = length <= 4 ? 0u : length <= 8 ? 1u : length <= 16 ? 2u : length <= 32 ? 3u : 4u;
        var joinsSentence = quote.First > first && tokens.SentenceOf[quote.First] == tokens.SentenceOf[quote.First - 1];
        var flags = (quote.First == first ? 1u : 0) | (quote.End >= end ? 2u : 0) | (quote.IsClosed ? 4u : 0) | (quote.IsContinuation ? 8u : 0) | (joinsSentence ? 16u : 0);
        return Fnv.Join(bucket, ending, flags);
    }
}
