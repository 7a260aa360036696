using OnRecord.Language;
using OnRecord.Language.Syntax;
using OnRecord.Language.Tags;
using OnRecord.Language.Text;
using OnRecord.Language.Tokens;

namespace OnRecord.Interpret.Clauses;

/// <summary>
/// One reading as the interpreting stage asks about it: dictionary forms, dependents, sentences, and which entity stands at
/// a token. Made for one document; every question costs no more than its answer.
/// </summary>
internal sealed class ArticleView
{
    private const double Likely = 0.5;

    private readonly int[] sentenceOf;
    private readonly int[] firstChild;
    private readonly int[] nextChild;
    private readonly string?[] entityAt;
    private readonly TextSpan[] mentionAt;
    private readonly Attribution?[] saidAt;
    private readonly Attribution?[] saidBySomebodyAt;
    private readonly bool[] isQuoted;
    private readonly bool[] isTime;

    public ArticleView(Reading reading)
    {
        Reading = reading;
        Analysis = reading.Analysis!;
        Grammar = Analysis.Grammar!;
        var count = Analysis.Tokens.Count;
        (sentenceOf, firstChild, nextChild) = (new int[count], new int[count], new int[count]);
        (entityAt, mentionAt) = (new string?[count], new TextSpan[count]);
        (saidAt, saidBySomebodyAt) = (new Attribution?[count], new Attribution?[count]);
        (isQuoted, isTime) = (new bool[count], new bool[count]);
        Array.Fill(firstChild, -1);
        for (var s = 0; s < Analysis.Sentences.Count; s++)
        {
            for (var i = Analysis.Sentences[s].FirstToken; i < Analysis.Sentences[s].EndToken; i++) sentenceOf[i] = s;
        }
        for (var i = count - 1; i >= 0; i--)
        {
            var head = Grammar.Head(i);
            nextChild[i] = -1;
            if (head < 0) continue;
            nextChild[i] = firstChild[head];
            firstChild[head] = i;
        }
        foreach (var entity in reading.Entities)
        {
            foreach (var mention in entity.Mentions) Mark(entity.Id, mention.Span);
        }
        foreach (var attribution in reading.Attributions)
        {
            foreach (var (first, end) in attribution.Content.Select(Analysis.TokensIn))
            {
                saidAt.AsSpan(first, end - first).Fill(attribution);
                if (attribution.Source.Count > 0) saidBySomebodyAt.AsSpan(first, end - first).Fill(attribution);
            }
        }
        foreach (var quotation in Analysis.Quotations) Fill(isQuoted, quotation.Inner);
        foreach (var time in reading.Times) Fill(isTime, time.Span);
        Entities = reading.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
    }

    public Reading Reading { get; }

    public Analysis Analysis { get; }

    public Grammar Grammar { get; }

    /// <summary>The entities by their identifier.</summary>
    public IReadOnlyDictionary<string, Entity> Entities { get; }

    public string Text => Analysis.Text;

    public Sentence Sentence(int token) => Analysis.Sentences[sentenceOf[token]];

    public int SentenceIndex(int token) => sentenceOf[token];

    public string Lemma(int token) => Grammar.Lemma(token);

    public ReadOnlySpan<char> Word(int token) => Analysis.Tokens[token].Span.Slice(Text.AsSpan());

    public bool IsWord(int token, string word) => Word(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The dependents of a token, in order.</summary>
    public Dependents Children(int token) => new(firstChild[token], nextChild);

    /// <summary>The first dependent with one of these relations; -1 where there is none.</summary>
    public int Child(int token, params ReadOnlySpan<string> relations)
    {
        for (var child = firstChild[token]; child >= 0; child = nextChild[child])
        {
            if (relations.Contains(Grammar.Relation(child))) return child;
        }
        return -1;
    }

    /// <summary>Whether a token stands under another.</summary>
    public bool IsUnder(int token, int above)
    {
        // A head is one step up, and a sentence has at most a thousand.
        for (var at = token; at >= 0; at = Grammar.Head(at))
        {
            if (at == above) return true;
        }
        return false;
    }

    /// <summary>The tokens from the first to the last that stand under a token.</summary>
    public (int First, int End) Subtree(int token, Func<int, bool>? isLeftOut = null)
    {
        var (first, end) = (token, token + 1);
        // Down to the first that belongs to it, on to the next of the same head, and up again where there is none.
        for (var at = token; at >= 0;)
        {
            first = Math.Min(first, at);
            end = Math.Max(end, at + 1);
            var next = In(firstChild[at]);
            while (next < 0 && at != token)
            {
                next = In(nextChild[at]);
                at = Grammar.Head(at);
            }
            at = next;
        }
        return (first, end);

        int In(int child)
        {
            while (child >= 0 && isLeftOut is not null && isLeftOut(child)) child = nextChild[child];
            return child;
        }
    }

    /// <summary>The words of a noun with what belongs to it, and without the clauses, coordinates and marks that hang on it.</summary>
    public TextSpan Phrase(int noun)
    {
        var (first, end) = Subtree(noun, child => Grammar.Relation(child) is "acl:relcl" or "acl" or "conj" or "cc" or "punct" or "appos" or "parataxis" or "advcl" or "cop" or "nsubj" or "aux" or "mark" or "case" && child < noun);
        return Span(first, end);
    }

    /// <summary>The range of tokens, without marks at its ends.</summary>
    public TextSpan Span(int first, int end)
    {
        while (first < end - 1 && Grammar.Tag(first) == UniversalTag.Punctuation) first++;
        while (end > first + 1 && Grammar.Tag(end - 1) == UniversalTag.Punctuation) end--;
        return new TextSpan(Analysis.Tokens[first].Start, Analysis.Tokens[end - 1].End);
    }

    /// <summary>The entity whose mention covers a token; null where none does.</summary>
    public string? EntityAt(int token) => token < 0 ? null : entityAt[token];

    /// <summary>The entity that a noun phrase refers to: at its head, else the only one named by an apposition; null where none does.</summary>
    public string? EntityOf(int noun)
    {
        if (noun < 0) return null;
        if (entityAt[noun] is { } own) return own;
        foreach (var child in Children(noun))
        {
            if (Grammar.Relation(child) is "appos" or "flat" && entityAt[child] is { } named) return named;
        }
        return null;
    }

    /// <summary>
    /// The entity of a noun, or the one that its owner or the noun before it names: "US systems", "Russia's army", "the army
    /// of Russia". In "US systems in Europe" the words that follow say where, not whose.
    /// </summary>
    public string? EntityNamed(int noun)
    {
        if (noun < 0) return null;
        if (EntityOf(noun) is { } own) return Entities[own].Type == EntityType.Place && PersonAtEnd(noun) is { } person ? person : own;
        string? named = null;
        foreach (var child in Children(noun))
        {
            var isOwner = Grammar.Relation(child) is "compound" or "nmod:poss" or "amod" || Grammar.Relation(child) == "nmod" && ClauseReader.Preposition(this, child) is "of" or "from" or "by" or "";
            if (!isOwner || entityAt[child] is not { } found) continue;
            if (named is not null && named != found) return null;
            named = found;
        }
        return named;
    }

    /// <summary>The entities named in a stretch of tokens, in order, each once.</summary>
    public List<string> EntitiesIn(int first, int end)
    {
        var found = new List<string>();
        for (var i = first; i < end; i++)
        {
            if (entityAt[i] is { } entity && !found.Contains(entity)) found.Add(entity);
        }
        return found;
    }

    /// <summary>The attribution in whose content a token stands, of those in one another the inner; null where none.</summary>
    public Attribution? SaidAt(int token) => saidAt[token];

    /// <summary>The same of those that have words for their source.</summary>
    public Attribution? SaidBySomebodyAt(int token) => saidBySomebodyAt[token];

    /// <summary>Whether words are likelier somebody's than not: others alone neither charge anybody in his name nor bind him.</summary>
    public static bool IsLikely(Attribution attribution) => attribution.Confidence >= Likely;

    /// <summary>Whether a token stands between quotation marks.</summary>
    public bool IsQuoted(int token) => isQuoted[token];

    /// <summary>Whether a token belongs to an expression of time.</summary>
    public bool IsTime(int token) => isTime[token];

    /// <summary>The words of the mention at a token.</summary>
    public TextSpan MentionAt(int token) => mentionAt[token];

    // "Linz, Austria, police officer Eva Moser": a person with a title, whom the syntax takes for a part of the place.
    private string? PersonAtEnd(int noun)
    {
        var (first, end) = Analysis.TokensIn(Phrase(noun));
        if (end <= first || entityAt[end - 1] is not { } last || Entities[last].Type != EntityType.Person) return null;
        var before = Analysis.TokensIn(mentionAt[end - 1]).First - 1;
        return before > noun && Grammar.Tag(before) == UniversalTag.Noun ? last : null;
    }

    private void Fill(bool[] marks, TextSpan span)
    {
        var (first, end) = Analysis.TokensIn(span);
        marks.AsSpan(first, end - first).Fill(true);
    }

    // Of mentions in one another the longest counts: "Russia" in "Bank of Russia" is not Russia.
    private void Mark(string entity, TextSpan span)
    {
        var (first, end) = Analysis.TokensIn(span);
        for (var i = first; i < end; i++)
        {
            if (entityAt[i] is not null && mentionAt[i].Length >= span.Length) continue;
            entityAt[i] = entity;
            mentionAt[i] = span;
        }
    }
}
