using OnRecord.Interpret.Clauses;
using OnRecord.Interpret.Words;
using OnRecord.Language.Tags;
using OnRecord.Language.Text;

namespace OnRecord.Interpret;

/// <summary>
/// Joins answers to the charges they answer, inside one article. A denial answers the last charge against its maker; where
/// two charges are open and neither is against its maker by name, it stays open and says so.
/// </summary>
internal static class AllegationJoiner
{
    /// <summary>An answer further off than so many sentences answers something that the article does not tell.</summary>
    private const int FarthestSentences = 12;

    public const string NothingToAnswer = "nothing in the article that it answers";
    public const string Ambiguous = "ambiguous: several charges could be meant";

    public static List<Allegation> Join(ArticleView view, IReadOnlyList<AllegationDraft> drafts)
    {
        var made = new List<Allegation>();
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var attribution = draft.Attribution ?? AttributionAt(view, draft.At);
            var by = draft.Speaker ?? view.EntityOf(draft.ByToken) ?? SpeakerOf(view, attribution, draft);
            // Nobody charges himself: where both come out as one, the one charged is not told.
            var against = view.EntityNamed(draft.AgainstToken) is { } other && (draft.Stance != Stance.Accuse || other != by) ? other : null;
            var (answered, reason) = Answered(view, drafts, made, i, by, against);
            made.Add(new Allegation
            {
                Id = FormattableString.Invariant($"g{i + 1}"),
                Span = draft.Span,
                Attribution = attribution,
                By = by,
                ByWords = draft.By,
                Against = against ?? (draft.Stance == Stance.Accuse ? null : answered?.By),
                AgainstWords = draft.Against ?? (draft.Stance == Stance.Accuse ? null : answered?.ByWords),
                Subject = Subject(view, draft) ?? answered?.Subject,
                Stance = draft.Stance,
                RepliesTo = answered?.Id,
                Unjoined = reason,
            });
        }
        return made;
    }

    private static (Allegation? Answered, string? Reason) Answered(ArticleView view, IReadOnlyList<AllegationDraft> drafts, List<Allegation> made, int index, string? by, string? against)
    {
        var draft = drafts[index];
        var sentence = view.SentenceIndex(draft.At);
        var open = new List<int>();
        for (var i = index - 1; i >= 0; i--)
        {
            if (drafts[i].Stance != Stance.Accuse) continue;
            if (sentence - view.SentenceIndex(drafts[i].At) > FarthestSentences) break;
            if (IsSame(view, drafts[i].ByToken, made[i].By, draft.ByToken, by)) continue;
            open.Add(i);
        }
        if (draft.Stance == Stance.Accuse)
        {
            // A counter-charge: the one charged before now charges the one who did it.
            foreach (var i in open)
            {
                if (IsSame(view, drafts[i].AgainstToken, made[i].Against, draft.ByToken, by) && IsSame(view, drafts[i].ByToken, made[i].By, draft.AgainstToken, against)) return (made[i], null);
            }
            return (null, null);
        }
        foreach (var i in open)
        {
            if (IsSame(view, drafts[i].AgainstToken, made[i].Against, draft.ByToken, by)) return (made[i], null);
        }
        if (draft.AgainstToken >= 0)
        {
            foreach (var i in open)
            {
                if (IsSame(view, drafts[i].ByToken, made[i].By, draft.AgainstToken, against)) return (made[i], null);
            }
            return (null, null);
        }
        // The charge just told, denied by somebody whose name does not show that he speaks for the one charged.
        var near = open.Where(i => sentence - view.SentenceIndex(drafts[i].At) <= 1).ToList();
        return near.Count switch
        {
            1 => (made[near[0]], null),
            0 => (null, NothingToAnswer),
            _ => (null, Ambiguous),
        };
    }

    // The same entity, or the same words for one that has none; "the company" is the company before.
    private static bool IsSame(ArticleView view, int a, string? entityA, int b, string? entityB)
    {
        if (entityA is not null && entityB is not null)
        {
            if (entityA == entityB) return true;
            return SpeaksFor(view, a, entityB) || SpeaksFor(view, b, entityA);
        }
        if (a < 0 || b < 0) return false;
        if (entityB is not null && SpeaksFor(view, a, entityB) || entityA is not null && SpeaksFor(view, b, entityA)) return true;
        return view.Grammar.Tag(a) != UniversalTag.Pronoun && view.Lemma(a) == view.Lemma(b);
    }

    // "Corvania's envoy, Ivo Brandt" speaks for Corvania; "Kestria's government" is Kestria.
    private static bool SpeaksFor(ArticleView view, int token, string entity)
    {
        if (token < 0) return false;
        var (first, end) = view.Subtree(token, child => view.Grammar.Relation(child) is "acl:relcl" or "acl" or "conj");
        return view.EntitiesIn(first, end).Contains(entity);
    }

    private static string? AttributionAt(ArticleView view, int token)
    {
        var at = view.Analysis.Tokens[token].Start;
        return view.Reading.Attributions.LastOrDefault(a => a.Cue.Any(c => c.Contains(at)))?.Id
            ?? view.SaidAt(token)?.Id;
    }

    // The source of an attribution is resolved by the stage before; its words are the ones of the draft.
    private static string? SpeakerOf(ArticleView view, string? attribution, AllegationDraft draft)
    {
        if (attribution is null || draft.By is not { } words) return null;
        var said = view.Reading.Attributions.First(a => a.Id == attribution);
        return said.Source.Any(s => s.Overlaps(words)) ? said.Speaker : null;
    }

    // A treaty, a law or another named thing in the words of the charge.
    private static string? Subject(ArticleView view, AllegationDraft draft)
    {
        var sentence = view.Sentence(draft.At);
        foreach (var entity in view.EntitiesIn(sentence.FirstToken, sentence.EndToken))
        {
            var found = view.Entities[entity];
            if (found.Type == EntityType.Treaty || SubjectWords.IsAccord(found.Name)) return entity;
        }
        // "the accord", "the treaty": the one named last before.
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (!SubjectWords.IsAccordNoun(view.Lemma(i))) continue;
            return view.Reading.Entities.Where(e => e.Type == EntityType.Treaty || SubjectWords.IsAccord(e.Name))
                .SelectMany(e => e.Mentions.Select(m => (e.Id, m.Span.Start))).Where(m => m.Start < sentence.Span.Start)
                .OrderByDescending(m => m.Start).Select(m => m.Id).FirstOrDefault();
        }
        return null;
    }
}
