using OnRecord.Language.Syntax;

namespace OnRecord.Language.Coreference;

/// <summary>
/// The order in which mentions are placed: the order of the text, but for a pronoun in a phrase or clause that stands before
/// the subject it belongs to. "After his defeat, Dahl left": "his" is placed after "Dahl", who may then be its antecedent.
/// </summary>
internal static class Fronting
{
    /// <summary>How far up the tree a fronted phrase is looked for.</summary>
    private const int Reach = 12;

    /// <summary>The mentions in the order in which they are placed. Linear.</summary>
    public static List<Mention> Order(List<Mention> mentions, Analysis analysis)
    {
        var subjects = new Dictionary<int, int>();
        for (var m = 0; m < mentions.Count; m++)
        {
            if (mentions[m] is { Role: GrammaticalRole.Subject or GrammaticalRole.PassiveSubject, Kind: not MentionKind.Pronoun, IsCoordination: false } subject) subjects.TryAdd(subject.GovernorToken, m);
        }
        Dictionary<int, List<Mention>>? waiting = null;
        var isMoved = new bool[mentions.Count];
        for (var m = 0; m < mentions.Count; m++)
        {
            if (mentions[m].Pronoun is not (PronounClass.He or PronounClass.She or PronounClass.It or PronounClass.They) || SubjectAfter(mentions[m], analysis.Grammar!) is not { } subject) continue;
            isMoved[m] = true;
            waiting ??= [];
            if (!waiting.TryGetValue(subject, out var moved)) waiting[subject] = moved = [];
            moved.Add(mentions[m]);
        }
        if (waiting is null) return mentions;
        var order = new List<Mention>(mentions.Count);
        for (var m = 0; m < mentions.Count; m++)
        {
            if (isMoved[m]) continue;
            order.Add(mentions[m]);
            if (waiting.TryGetValue(m, out var moved)) order.AddRange(moved);
        }
        return order;

        int? SubjectAfter(Mention pronoun, Grammar grammar)
        {
            int? found = null;
            var (at, steps) = (pronoun.Head, 0);
            while (grammar.Head(at) is >= 0 and var head && steps++ < Reach)
            {
                var relation = grammar.Relation(at);
                if (at < head && (relation.StartsWith("obl", StringComparison.Ordinal) || relation.StartsWith("advcl", StringComparison.Ordinal)) && subjects.TryGetValue(head, out var subject) && mentions[subject].First > pronoun.Head) found = subject;
                at = head;
            }
            return found;
        }
    }
}
