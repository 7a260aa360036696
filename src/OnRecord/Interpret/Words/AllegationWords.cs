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

    /// <summary>Whether a noun calls something a charge and nothing else: a report may be dismissed that charges nobody.</summary>
    public static bool IsStrictCharge(string lemma) => Lists["strict"].Contains(lemma);

    /// <summary>Whether a common noun is for a thing, an act or a thought, which neither promises nor is charged.</summary>
    public static bool IsThing(string lemma) => Lists["thing"].Contains(lemma);

    /// <summary>Whether the predicate of a clause is a wrong done by its subject: "violates", "is in breach of", "is responsible for".</summary>
    public static bool IsWrong(ArticleView view, Clause clause)
    {
        if (clause.IsPassive) return false;
        var lemma = view.Lemma(clause.Predicate);
        if (clause.IsCopular)
        {
            // "is responsible for the blast" charges; "is responsible" may praise.
            if (lemma is "responsible" or "behind") return clause.Obliques.Count > 0 || ClauseReader.Preposition(view, clause.Predicate).Length > 0;
            if (Lists["wrongadjective"].Contains(lemma)) return true;
            return IsWrongNoun(lemma) && ClauseReader.Preposition(view, clause.Predicate) is "in" or "";
        }
        if (clause.Modal is "will" or "would" or "may" or "might" or "could" or "can" or "should" or "must") return false;
        if (Lists["wrong"].Contains(lemma) && !Lists["always"].Contains(lemma) && !IsWrongOf(view, clause, lemma)) return false;
        if (Lists["wrong"].Contains(lemma)) return clause.Object >= 0 || clause.Complement >= 0 || clause.Obliques.Count > 0 || lemma is "lie" or "cheat" or "spy";
        // "committed fraud", "carried out attacks": the wrong is the object.
        return clause.Object >= 0 && lemma is "commit" or "perpetrate" or "spread" or "practise" or "practice" or "orchestrate" or "stage" or "carry" or "launch" or "plan" or "tell" && IsWrongNoun(view.Lemma(clause.Object));
    }

    // Verbs that are wrongs of some objects alone: laws are broken and so are records, papers are forged and so are ties.
    private static bool IsWrongOf(ArticleView view, Clause clause, string lemma) => lemma switch
    {
        "break" => clause.Object >= 0 && Lists["lawlike"].Contains(view.Lemma(clause.Object)),
        "forge" => clause.Object >= 0 && Lists["paper"].Contains(view.Lemma(clause.Object)),
        "deny" => false,
        _ => clause.Object >= 0 || clause.Complement >= 0 || lemma == "attack",
    };
}
