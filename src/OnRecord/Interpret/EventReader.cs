using OnRecord.Interpret.Classify;
using OnRecord.Interpret.Clauses;
using OnRecord.Interpret.Words;
using OnRecord.Language.Learning;
using OnRecord.Language.ModelFiles;
using OnRecord.Language.Text;

namespace OnRecord.Interpret;

/// <summary>Finds what one actor did to another, coded after PLOVER. Immutable; safe to share between threads.</summary>
internal sealed class EventReader
{
    /// <summary>A code below it is left out: of two actors in one sentence a wrong code charges one of them with what it did not do.</summary>
    private const float LeastConfidence = 0.5f;

    private readonly SentenceClassifier codes;

    public EventReader(ModelFile file, WordVectors vectors) => codes = new SentenceClassifier(file, ClassifierTask.Events, vectors);

    /// <summary>The events of an article, in order, each once.</summary>
    /// <param name="view">The article.</param>
    /// <param name="clauses">Its clauses.</param>
    /// <param name="allegations">Who charges whom in it: each charge is an event too, however it is worded.</param>
    public List<PoliticalEvent> Read(ArticleView view, IReadOnlyList<Clause> clauses, IReadOnlyList<Allegation> allegations)
    {
        var found = Told(view, clauses);
        var known = found.Where(e => e.Code == EventCode.Accuse).Select(e => (e.Actor, e.Recipient, Sentence(e.Span))).ToHashSet();
        var sayings = view.Reading.Attributions.ToDictionary(a => a.Id, StringComparer.Ordinal);
        foreach (var charge in allegations)
        {
            if (charge is not { Stance: Stance.Accuse, By: { } by, Against: { } against } || by == against || !MayAct(view, by) || !MayAct(view, against) || !known.Add((by, against, Sentence(charge.Span)))) continue;
            var saying = charge.Attribution is { } id ? sayings.GetValueOrDefault(id) : null;
            found.Add(new PoliticalEvent { Id = "", Span = charge.Span, Code = EventCode.Accuse, Mode = "allege", Actor = by, Recipient = against, When = saying?.When, Confidence = Math.Round(saying?.Confidence ?? LeastConfidence, 4) });
        }
        return [.. found.OrderBy(e => e.Span.Start).Select((e, i) => e with { Id = FormattableString.Invariant($"v{i + 1}") })];

        int Sentence(TextSpan span) => view.SentenceIndex(view.Analysis.TokensIn(span).First);
    }

    private List<PoliticalEvent> Told(ArticleView view, IReadOnlyList<Clause> clauses)
    {
        var found = new List<PoliticalEvent>();
        var seen = new HashSet<(EventCode, string, string, int)>();
        foreach (var clause in clauses)
        {
            // What may, must or will be done has not been done, and what is denied neither.
            if (!Realis.IsTold(view, clause) || view.Grammar.PennTag(clause.Predicate) is not ("VBD" or "VBN" or "VBZ" or "VBP" or "VBG" or "VB")) continue;
            // What somebody wants of another is no deed.
            if (clause.Lemma is "want" or "like" or "love" or "hate" or "need" or "hope" or "wish" or "fear") continue;
            var doer = clause.Doer;
            if (doer < 0 || (Actor(view, doer) ?? Speaker(view, doer)) is not { } actor) continue;
            foreach (var undergoer in Undergoers(view, clause))
            {
                if (Actor(view, undergoer) is not { } recipient || recipient == actor) continue;
                if (Code(view, clause, doer, undergoer) is not { } coded || !seen.Add((coded.Code, actor, recipient, view.SentenceIndex(doer)))) continue;
                found.Add(new PoliticalEvent
                {
                    Id = "",
                    Span = ClauseSpan(view, clause),
                    Code = coded.Code,
                    Mode = EventModes.Of(view, clause, coded.Code),
                    Actor = actor,
                    Recipient = recipient,
                    When = When(view, clause),
                    Confidence = Math.Round(coded.Confidence, 4),
                });
            }
        }
        return found;
    }

    private (EventCode Code, float Confidence)? Code(ArticleView view, Clause clause, int doer, int undergoer)
    {
        // The predicate, its object or what it leads to must hint at the code: where none does, the sentence is about something else.
        ushort hints = 0;
        foreach (var token in (ReadOnlySpan<int>)[clause.Predicate, clause.Object, clause.Complement])
        {
            if (token >= 0) hints |= EventWords.Of(view.Lemma(token));
        }
        foreach (var (preposition, _) in clause.Obliques) hints |= EventWords.Of(view.Lemma(clause.Predicate), preposition);
        if (hints == 0) return null;
        var sentence = view.Sentence(clause.Predicate);
        var probabilities = codes.Probabilities(new SentenceView(view.Analysis, sentence.FirstToken, sentence.EndToken, view.Phrase(doer), view.Phrase(undergoer)));
        var best = Array.IndexOf(probabilities, probabilities.Max());
        return probabilities[best] >= LeastConfidence && (hints & 1 << best) != 0 ? ((EventCode)best, probabilities[best]) : null;
    }

    private static IEnumerable<int> Undergoers(ArticleView view, Clause clause)
    {
        if (clause.Undergoer >= 0) yield return clause.Undergoer;
        foreach (var (preposition, token) in clause.Obliques)
        {
            if (preposition is "with" or "to" or "against" or "on" or "upon" or "from" or "for") yield return token;
        }
        // "condemned Russia's decision", "rejected demands by Moscow": who stands behind the object.
        if (clause.Object < 0) yield break;
        var owner = view.Child(clause.Object, "nmod:poss");
        if (owner >= 0) yield return owner;
        foreach (var child in view.Children(clause.Object))
        {
            var relation = view.Grammar.Relation(child);
            // "views on Russia", "the intervention in Libya": what it is about and where is nobody it was done to.
            if (relation == "conj" || relation == "nmod" && owner < 0 && ClauseReader.Preposition(view, child) is "of" or "by" or "from" or "with" or "against") yield return child;
        }
    }

    private static string? Actor(ArticleView view, int token) => view.EntityOf(token) is { } id && MayAct(view, id) ? id : null;

    private static bool MayAct(ArticleView view, string entity) => view.Entities[entity].Type is EntityType.Person or EntityType.Organisation or EntityType.Place or EntityType.Group;

    // "I continue to call on Russia": whoever is quoted.
    private static string? Speaker(ArticleView view, int token) => view.IsWord(token, "I") ? view.SaidBySomebodyAt(token)?.Speaker : null;

    private static TextSpan ClauseSpan(ArticleView view, Clause clause)
    {
        var (first, end) = view.Subtree(clause.Predicate, child => view.Grammar.Relation(child) is "advcl" or "parataxis" or "conj" or "cc" or "punct");
        var sentence = view.Sentence(clause.Predicate);
        return view.Span(Math.Max(first, sentence.FirstToken), Math.Min(end, sentence.EndToken));
    }

    private static DateOnly? When(ArticleView view, Clause clause)
    {
        var span = view.Sentence(clause.Predicate).Span;
        DateOnly? day = null;
        foreach (var time in view.Reading.Times)
        {
            if (!span.Contains(time.Span) || time.Type is not (TimexType.Date or TimexType.Time) || time.Begins is not { } begins || time.Value.Length < 10) continue;
            // Two days in one sentence: which of them is meant stays open.
            if (day is not null && day != DateOnly.FromDateTime(begins)) return null;
            day = DateOnly.FromDateTime(begins);
        }
        return day;
    }
}
