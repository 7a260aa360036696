using OnRecord.Language.Text;

namespace OnRecord.Lab.Corpora;

/// <summary>A document of a Universal Dependencies treebank: its running text and the gold words over it.</summary>
internal sealed class TreebankDocument
{
    public required string Id { get; init; }

    /// <summary>The text, paragraphs apart by an empty line.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<TreebankSentence> Sentences { get; init; }
}

/// <summary>A gold sentence.</summary>
internal sealed class TreebankSentence
{
    public required TextSpan Span { get; init; }

    public required IReadOnlyList<TreebankWord> Words { get; init; }
}

/// <summary>A gold word. Head is the index of its head in the sentence, -1 for the root.</summary>
internal sealed record TreebankWord(TextSpan Span, string Form, string Lemma, string Universal, string Penn, string Features, int Head, string Relation, string Misc);
