using System.Collections.Frozen;
using OnRecord.Interpret.Clauses;

namespace OnRecord.Interpret.Words;

/// <summary>What charges are called and what is held to be wrong, from the embedded list.</summary>
internal static class AllegationWords
{
    private static readonly Dictionary<string, FrozenSet<string>> Lists = WordList.Lines("charge-words.txt").Select(line => line.Split(':', 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether a noun calls something a charge: "allegation".</summary>
    public static bool IsCharge(string lemma) => Lists["charge"].Contains(lemma);

    /// <summary>Whether a noun names a wrong: "violation".</summary>
    public static bool IsWrongNoun(string lemma) => Lists["wrongnoun"].Contains(lemma);

    /// <summary>Whether the predicate of a clause is a wrong done by its subject: "violates", "is in breach of", "is responsible for".</summary>
    public static bool IsWrong(ArticleView view, Clause clause)
    {
        if (clause.IsPassive) return false;
        var lemma = view.Lemma(clause.Predicate);
        if (clause.IsCopular)
        {
            if (Lists["wrongadjective"].Contains(lemma)) return true;
            return IsWrongNoun(lemma) && ClauseReader.Preposition(view, clause.Predicate) is "in" or "";
        }
        if (clause.Modal is "will" or "would" or "may" or "might" or "could" or "can" or "should" or "must") return false;
        if (Lists["wrong"].Contains(lemma)) return clause.Object >= 0 || clause.Complement >= 0 || clause.Obliques.Count > 0 || lemma is "lie" or "cheat" or "spy";
        // "committed fraud", "carried out attacks": the wrong is the object.
        return clause.Object >= 0 && lemma is "commit" or "perpetrate" or "spread" or "practise" or "practice" or "orchestrate" or "stage" or "carry" or "launch" or "plan" or "tell" && IsWrongNoun(view.Lemma(clause.Object));
    }
}
