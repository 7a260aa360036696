using System.Collections.Frozen;

namespace OnRecord.Interpret.Words;

/// <summary>By which words people bind themselves, from the embedded list.</summary>
internal static class PledgeWords
{
    private static readonly Dictionary<string, FrozenSet<string>> Lists = WordList.Lines("pledge-words.txt").Select(line => line.Split(':', 2))
        .GroupBy(parts => parts[0], StringComparer.Ordinal)
        .ToDictionary(list => list.Key, list => list.SelectMany(parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether a verb binds who says it: "pledged to".</summary>
    public static bool IsCommitment(string lemma) => Lists["commit"].Contains(lemma);

    /// <summary>Whether a verb tells of a plan: "plans to".</summary>
    public static bool IsPlan(string lemma) => Lists["plan"].Contains(lemma);

    /// <summary>Whether a noun is what somebody is bound by: "a commitment to".</summary>
    public static bool IsCommitmentNoun(string lemma) => Lists["noun"].Contains(lemma);

    /// <summary>Whether a verb is a state or befalls one, so that nobody can promise to do it.</summary>
    public static bool IsState(string lemma) => Lists["state"].Contains(lemma);

    /// <summary>Whether a noun is what one pledges to a person or a cause, which can be kept and not measured: "loyalty".</summary>
    public static bool IsAllegiance(string lemma) => Lists["allegiance"].Contains(lemma);

    /// <summary>Whether a noun means the members of a body: "allies".</summary>
    public static bool IsMember(string lemma) => Lists["member"].Contains(lemma);

    /// <summary>Whether a verb, with its particle, takes a pledge back: "reneged on", "gave up".</summary>
    public static bool IsDropping(string lemma) => Lists["drop"].Contains(lemma.Replace(' ', '_'));

    /// <summary>Whether a verb, with its particle, puts a pledge off.</summary>
    public static bool IsDelaying(string lemma) => Lists["delay"].Contains(lemma.Replace(' ', '_'));
}
