using OnRecord.Interpret.Clauses;
using OnRecord.Language.Text;

namespace OnRecord.Interpret;

/// <summary>A charge or an answer before it is joined to others.</summary>
internal sealed record AllegationDraft
{
    /// <summary>The predicate that makes it.</summary>
    public required int At { get; init; }

    public required TextSpan Span { get; init; }

    public required Stance Stance { get; init; }

    /// <summary>The head of the words for who charges or answers; -1 where none stand there.</summary>
    public required int ByToken { get; init; }

    public TextSpan? By { get; init; }

    /// <summary>The head of the words for who is charged, or whose charge is answered; -1 where none stand there.</summary>
    public required int AgainstToken { get; init; }

    public TextSpan? Against { get; init; }

    /// <summary>The speaker of the attribution it stands in, where that is resolved.</summary>
    public string? Speaker { get; init; }

    public string? Attribution { get; init; }

    public static AllegationDraft Of(ArticleView view, int predicate, Stance stance, int by, int against)
    {
        var (first, end) = view.Subtree(predicate, child => view.Grammar.Relation(child) is "parataxis" or "conj" or "cc" or "punct");
        var sentence = view.Sentence(predicate);
        return new AllegationDraft
        {
            At = predicate,
            Span = view.Span(Math.Max(first, sentence.FirstToken), Math.Min(end, sentence.EndToken)),
            Stance = stance,
            ByToken = by,
            By = by < 0 ? null : view.Phrase(by),
            AgainstToken = against,
            Against = against < 0 ? null : view.Phrase(against),
        };
    }
}
