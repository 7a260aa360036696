using OnRecord.Interpret.Classify;
using OnRecord.Interpret.Clauses;
using OnRecord.Interpret.Words;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Tags;
using OnRecord.Language.Text;

namespace OnRecord.Interpret;

/// <summary>Finds pledges and fills their frames. Immutable; safe to share between threads.</summary>
internal sealed class PledgeReader
{
    private readonly SentenceClassifier pledges;

    public PledgeReader(ModelFile file, WordVectors vectors) => pledges = new SentenceClassifier(file, ClassifierTask.Pledges, vectors);

    /// <summary>The pledges of an article, in order.</summary>
    public List<Pledge> Read(ArticleView view, IReadOnlyList<Clause> clauses)
    {
        var found = new List<Pledge>();
        foreach (var draft in PledgeFinder.Find(view, clauses))
        {
            var pledge = Of(view, draft, FormattableString.Invariant($"p{found.Count + 1}"));
            // "We will act" binds nobody to anything: without a word of binding it takes a figure, a time or a deed that
            // readers of manifestos would have marked.
            if (pledge.Pledgers.Count == 0 && IsNobody(view, pledge.PledgerWords)) continue;
            if (!draft.IsExplicit && pledge.Target is null && pledge.DeadlineWords is null && pledge.Specific < pledges.Threshold) continue;
            found.Add(pledge);
        }
        return found;
    }

    // "They planned to leave", "others vow", "voters plan": nobody who could be held to it.
    private static bool IsNobody(ArticleView view, TextSpan? words)
    {
        if (words is not { } span) return true;
        var (first, end) = view.Analysis.TokensIn(span);
        var head = Enumerable.Range(first, end - first).FirstOrDefault(i => view.Grammar.Head(i) < first || view.Grammar.Head(i) >= end, first);
        return view.Grammar.Tag(head) is Language.Tags.UniversalTag.Pronoun or Language.Tags.UniversalTag.Adjective or Language.Tags.UniversalTag.Numeral or Language.Tags.UniversalTag.Determiner || view.Lemma(head) is "other" or "people" or "voter" or "person";
    }

    /// <summary>What takes pledges back or puts them off, in order.</summary>
    public List<Pledge> ReadChanges(ArticleView view, IReadOnlyList<Clause> clauses) =>
        [.. PledgeChangeFinder.Find(view, clauses).Select((change, i) => Of(view, change.Draft, FormattableString.Invariant($"q{i + 1}")) with { Move = change.Move })];

    private Pledge Of(ArticleView view, PledgeDraft draft, string id)
    {
        var sentence = view.Sentence(draft.At);
        var specific = pledges.Probabilities(new SentenceView(view.Analysis, sentence.FirstToken, sentence.EndToken))[1];
        var frame = PledgeFrame.Of(view, draft);
        var (pledgers, words, bindsMembers) = Pledgers(view, draft);
        var gaps = frame.Gaps.ToList();
        if (pledgers.Count == 0) gaps.Insert(0, PledgeGap.NoPledger);
        return new Pledge
        {
            Id = id,
            Span = Covering(view, draft, words),
            Attribution = draft.Attribution,
            Pledgers = pledgers,
            PledgerWords = words,
            BindsMembers = bindsMembers,
            Action = view.Span(draft.First, draft.End),
            Measure = frame.Measure,
            Comparison = frame.Comparison,
            Target = frame.Target,
            Unit = frame.Unit,
            Change = frame.Change,
            IsDifference = frame.IsDifference,
            Baseline = frame.Baseline,
            Deadline = frame.Deadline,
            DeadlineWords = frame.DeadlineWords,
            Condition = frame.Condition,
            Specific = Math.Round(specific, 4),
            Gaps = gaps,
        };
    }

    private static TextSpan Covering(ArticleView view, PledgeDraft draft, TextSpan? pledger)
    {
        var span = view.Span(Math.Min(draft.First, draft.At), Math.Max(draft.End, draft.At + 1));
        return pledger is { } words && view.Sentence(draft.At).Span.Contains(words) ? span.Union(words) : span;
    }

    private static (List<string> Pledgers, TextSpan? Words, bool BindsMembers) Pledgers(ArticleView view, PledgeDraft draft)
    {
        var pledgers = new List<string>();
        var bindsMembers = false;
        foreach (var head in Coordinates(view, draft.Pledger))
        {
            if (Named(view, draft, head) is { } entity && !pledgers.Contains(entity)) pledgers.Add(entity);
            if (IsMembers(view, head)) bindsMembers = true;
        }
        if (draft.Doer != draft.Pledger && Named(view, draft, draft.Doer) is { } doer && !pledgers.Contains(doer)) pledgers.Add(doer);
        // "France plans to build, Industry Minister Luc Perrin said": the minister binds himself with his country.
        var said = view.Reading.Attributions.FirstOrDefault(a => a.Id == draft.Attribution);
        if (said?.Speaker is { } speaker && said.Source.Count > 0 && !pledgers.Contains(speaker) && PledgeFinder.SpeaksFor(view, said, AllegationReader.SourceHead(view, said), draft.Pledger)) pledgers.Add(speaker);
        if (view.Grammar.Tag(draft.Pledger) == UniversalTag.Pronoun && said is { Source.Count: > 0 }) return (pledgers, said.Source[0], bindsMembers);
        var words = view.Phrase(draft.Pledger);
        foreach (var head in Coordinates(view, draft.Pledger).Skip(1)) words = words.Union(view.Phrase(head));
        return (pledgers, words, bindsMembers);
    }

    private static IEnumerable<int> Coordinates(ArticleView view, int head)
    {
        yield return head;
        foreach (var child in view.Children(head))
        {
            if (view.Grammar.Relation(child) == "conj") yield return child;
        }
    }

    private static string? Named(ArticleView view, PledgeDraft draft, int head)
    {
        if (ActReader.IsFirstPerson(view, head) || view.Grammar.Tag(head) == UniversalTag.Pronoun && view.EntityOf(head) is null)
        {
            return draft.Attribution is { } id ? view.Reading.Attributions.First(a => a.Id == id).Speaker : null;
        }
        if (view.EntityOf(head) is { } own) return own;
        // A source of an attribution is resolved with more care than here.
        var start = view.Analysis.Tokens[head].Start;
        if (view.Reading.Attributions.FirstOrDefault(a => a.Speaker is not null && a.Source.Any(s => s.Contains(start))) is { } said) return said.Speaker;
        // "NATO member states", "leaders of the Compact": the body stands inside the phrase.
        var (first, end) = view.Subtree(head, child => view.Grammar.Relation(child) is "acl:relcl" or "acl" or "conj" or "appos");
        var inside = view.EntitiesIn(first, end);
        // "The New York businessman" is not New York.
        if (inside.Count == 1) return IsMembers(view, head) || PledgeWords.IsMember(view.Lemma(head)) || view.Entities[inside[0]].Type is EntityType.Organisation or EntityType.Group ? inside[0] : null;
        return inside.Count == 0 && IsMembers(view, head) ? BodyBefore(view, head) : null;
    }

    private static bool IsMembers(ArticleView view, int head) =>
        PledgeWords.IsMember(view.Lemma(head)) && view.Grammar.PennTag(head) is "NNS" or "NNPS" || view.Lemma(head) is "member" or "ally";

    // "Member states recently committed": the body that the sentences before are about.
    private static string? BodyBefore(ArticleView view, int token)
    {
        var sentence = view.SentenceIndex(token);
        for (var s = sentence - 1; s >= Math.Max(0, sentence - 3); s--)
        {
            if (view.Analysis.Sentences[s].IsApart) continue;
            for (var i = view.Analysis.Sentences[s].FirstToken; i < view.Analysis.Sentences[s].EndToken; i++)
            {
                if (view.Grammar.Relation(i) is not ("nsubj" or "nsubj:pass")) continue;
                if (view.EntityOf(i) is { } entity && view.Entities[entity].Type == EntityType.Organisation) return entity;
            }
        }
        return null;
    }
}
