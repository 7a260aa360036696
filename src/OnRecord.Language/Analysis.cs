using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Language;

/// <summary>What the language core sees in one text. Immutable once made; every range is into <see cref="Text"/>.</summary>
public sealed class Analysis
{
    /// <summary>The text, as it was given.</summary>
    public required string Text { get; init; }

    /// <summary>Words and marks in order; what lies between them is white space.</summary>
    public required IReadOnlyList<Token> Tokens { get; init; }

    /// <summary>Sentences in order; together they hold every token once.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>Paragraphs in order: lines with something on them.</summary>
    public required IReadOnlyList<TextSpan> Paragraphs { get; init; }

    /// <summary>What stands in quotation marks, in order of the opening mark.</summary>
    public required IReadOnlyList<Quotation> Quotations { get; init; }

    /// <summary>Tags, lemmas and syntax; null where the text was analysed without weights.</summary>
    public Syntax.Grammar? Grammar { get; init; }

    /// <summary>Names in order, without overlap; null where the text was analysed without weights.</summary>
    public IReadOnlyList<Entities.Name>? Names { get; init; }

    /// <summary>For each token the row of its word's vector, -1 where it has none; empty where the text was analysed without weights.</summary>
    internal int[] VectorRows { get; init; } = [];

    /// <summary>The tokens that a range touches: the first, and the one after the last. Both are the same where it touches none.</summary>
    internal (int First, int End) TokensIn(TextSpan span)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].End <= span.Start) low = middle + 1;
            else high = middle;
        }
        var end = low;
        while (end < Tokens.Count && Tokens[end].Start < span.End) end++;
        return (low, end);
    }
}
