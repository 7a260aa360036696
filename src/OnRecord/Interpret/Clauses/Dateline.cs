using OnRecord.Language.Tags;
using OnRecord.Language.Text;

namespace OnRecord.Interpret.Clauses;

/// <summary>
/// Keeps the dateline of a report out of its first sentence: the place that the report was written in did nothing.
/// </summary>
internal static class Dateline
{
    /// <summary>The subject of a predicate, where the syntax took the dateline for it: the noun that stands between the two.</summary>
    public static int Subject(ArticleView view, int predicate, int subject)
    {
        var end = Datelines.EndOf(view.Analysis, view.Sentence(predicate));
        if (subject >= end || predicate < end) return subject;
        for (var i = end; i < predicate; i++)
        {
            var isInside = view.Grammar.Head(i) >= end && view.Grammar.Head(i) < predicate;
            if (!isInside && view.Grammar.Tag(i) is UniversalTag.Noun or UniversalTag.ProperNoun or UniversalTag.Pronoun && view.Child(i, "case") is var preposition && (preposition < 0 || preposition > i)) return i;
        }
        return subject;
    }
}
