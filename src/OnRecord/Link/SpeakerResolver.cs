using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>Says who a source is, or why that stays open. One resolver serves one document.</summary>
internal sealed class SpeakerResolver
{
    private readonly Analysis analysis;
    private readonly LocalEntities entities;
    private readonly ChainedEntities chained;
    private readonly Topics topics;

    // Whom the source in hand cannot be; null where it may be anyone.
    private LocalEntity? other;

    public SpeakerResolver(Analysis analysis, LocalEntities entities, ChainedEntities chained)
    {
        this.chained = chained;
        this.analysis = analysis;
        this.entities = entities;
        topics = new Topics(analysis, entities);
    }

    /// <summary>The speaker of a source.</summary>
    /// <param name="source">The words that name it.</param>
    /// <param name="before">Who spoke in the attribution before; null where nobody did.</param>
    /// <param name="not">Whom "he" or "she" cannot be: the one whose words they stand in; null where it may be anyone.</param>
    public (LocalEntity? Speaker, string? Refusal) Resolve(TextSpan source, SpokenBefore? before, LocalEntity? not = null)
    {
        other = not;
        // "Marsh wrote: “She saw it coming.”" Whoever quotes is nobody in the quotation but "I".
        if (before is { } quoting && topics.IsQuotedApart(source.Start, quoting.Source.Start))
        {
            other ??= quoting.Speaker;
            before = null;
        }
        var (first, end) = analysis.TokensIn(source);
        while (first < end && IsMark(first)) first++;
        while (end > first && IsMark(end - 1)) end--;
        if (first >= end) return (null, Refusal.NoSource);
        if (end - first == 1)
        {
            var word = Word(first);
            if (NameWords.IsPersonPronoun(word)) return Agreed(first, Near(first, before));
            if (word is "who" or "which") return Relative(first);
            if (word is "it" or "It") return Body(first, before) is { } body ? Spoken(body) : Chained(first, end, Refusal.NoAntecedent);
            // The writer of a letter or a column, whom no chain knows.
            if (NameWords.IsFirstPerson(word) && !topics.IsQuotedApart(source.Start, -1)) return (null, Refusal.NoAntecedent);
            if (NameWords.IsOtherPronoun(word)) return Chained(first, end, Refusal.NoAntecedent);
        }
        return Phrase(first, end);
    }

    private (LocalEntity? Speaker, string? Refusal) Phrase(int first, int end)
    {
        var cut = first;
        while (cut < end && !EndsHead(cut)) cut++;
        var headEnd = cut > first ? cut : end;
        var names = new List<FoundName>();
        if (entities.FoundUpTo(first, headEnd) is { } found) names.Add(found);
        else NameFinder.FindIn(analysis, first, headEnd, names);
        if (names.Count > 0 && names[^1].End == headEnd)
        {
            // "Smith and Jones": two speak, and the record has one speaker an attribution.
            for (var i = first; i < names[^1].First; i++)
            {
                if (Word(i) is "and" or "or") return (null, Refusal.Ambiguous);
            }
            // "Many Americans": some of them, and nobody knows who.
            return names[^1].Type == EntityType.Group && NameWords.IsSome(Word(first)) ? (null, Refusal.UnnamedSource) : Named(names[^1]);
        }
        if (NameWords.IsPaper(Word(headEnd - 1)) && Author(names, headEnd, end) is { } author) return Named(author);
        if (headEnd < end && Word(headEnd) is "," && Apposed(headEnd + 1, end) is { } apposed) return Named(apposed);
        return Described(first, headEnd) is var refusal && refusal == Refusal.UnnamedSource ? (null, refusal) : Chained(first, headEnd, refusal);
    }

    // "The minister" of an article in which one minister has a name.
    private (LocalEntity? Speaker, string? Refusal) Chained(int first, int end, string refusal) =>
        chained.Of(first, end) is { } found && IsOfKind(Word(end - 1), found.Entity) ? Spoken(found.Entity) : (null, refusal);

    // "The president" is no body, and "the poll" no person.
    private static bool IsOfKind(ReadOnlySpan<char> noun, LocalEntity entity) =>
        NameWords.IsPersonNoun(noun) ? entity.MayBePerson : !NameWords.IsPaper(noun) || entity.Known is null && entity.Type is not EntityType.Person;

    // "A report by the Dahl Institute", "Dahl's statement": whoever made it speaks in it.
    private FoundName? Author(List<FoundName> inHead, int headEnd, int end)
    {
        if (headEnd < end && Word(headEnd) is "by" or "from")
        {
            var names = new List<FoundName>();
            var first = headEnd + 1;
            var stop = first;
            while (stop < end && !EndsHead(stop)) stop++;
            if (entities.FoundUpTo(first, stop) is { } found) return found;
            NameFinder.FindIn(analysis, first, stop, names);
            return names.Count == 1 && names[0].End == stop ? names[0] : null;
        }
        return inHead.Count == 1 && inHead[0].End < headEnd && Word(inHead[0].End) is "'s" or "\u2019s" or "'" or "\u2019" ? inHead[0] : null;
    }

    // "It": the body that spoke just before, unless another has become what the article speaks of.
    private LocalEntity? Body(int token, SpokenBefore? before)
    {
        if (before is not { } last || !IsBody(last.Speaker)) return null;
        var position = analysis.Tokens[token].Start;
        if (Paragraph(last.End) < Paragraph(position)) return null;
        foreach (var (span, entity) in topics.Between(last.Source.End, position))
        {
            if (entity != last.Speaker && IsBody(entity) && !last.Content.Any(c => c.Contains(span)) && topics.IsSubject(span)) return null;
        }
        return last.Speaker;
    }

    private static bool IsBody(LocalEntity entity) => (entity.Known?.Type ?? entity.Type) is EntityType.Organisation or EntityType.Place;

    // He or she: whoever speaks just before goes on speaking, and where that tells nothing, as the chain has it. In "Marsh
    // said that Sarnov had denied it. “We will wait,” he said." a chain weighs both names, and the turn of speakers tells.
    private (LocalEntity? Speaker, string? Refusal) Agreed(int token, (LocalEntity? Speaker, string? Refusal) near)
    {
        var chain = chained.Of(token, token + 1);
        if (near.Speaker is { } speaker)
        {
            if (chain is { } foreign && foreign.Entity != speaker) foreign.Entity.Forget(analysis.Tokens[token].Span);
            return Taken(speaker, token);
        }
        return chain is { } found && found.Entity.MayBePerson && found.Entity != other ? Taken(found.Entity, token) : near;
    }

    private static (LocalEntity? Speaker, string? Refusal) Spoken(LocalEntity entity)
    {
        entity.HasSpoken = true;
        return (entity, null);
    }

    private (LocalEntity? Speaker, string? Refusal) Named(FoundName name) =>
        entities.Resolve(name) is { } entity ? Mentioned(entity, name) : (null, Refusal.Ambiguous);

    private (LocalEntity? Speaker, string? Refusal) Mentioned(LocalEntity entity, FoundName name)
    {
        entity.Mention(entities.SpanOf(name), MentionForm.Name);
        entity.HasSpoken = true;
        return (entity, null);
    }

    // "the minister, Anna Dahl": the name in apposition, where it comes at once.
    private FoundName? Apposed(int first, int end)
    {
        var names = new List<FoundName>();
        var stop = first;
        while (stop < end && !EndsHead(stop)) stop++;
        if (entities.FoundUpTo(first, stop) is { Type: EntityType.Person } found) return found;
        NameFinder.FindIn(analysis, first, stop, names);
        return names.Count == 1 && names[0].Type == EntityType.Person && names[0].End == stop ? names[0] : null;
    }

    // The head of "the spokesman for the ministry", "Clinton's campaign", "Dahl, who leads the party" ends at the first of
    // these: what follows says more of it. "of" stays where the name goes on: "University of Oslo".
    private bool EndsHead(int token)
    {
        var word = Word(token);
        if (word is "," or "(" or "\u2014" or "--" or "\u2013" or ";" or ":") return true;
        if (word is "who" or "which" or "that" or "for" or "at" or "in" or "from" or "with" or "to" or "on" or "by" or "about" or "familiar" or "close" or "including" or "whose") return true;
        return word is "of" && !(token > 0 && token + 1 < analysis.Tokens.Count && char.IsUpper(Word(token - 1)[0]) && (char.IsUpper(Word(token + 1)[0]) || Word(token + 1) is "the"));
    }

    private string Described(int first, int end)
    {
        var head = Word(end - 1);
        var start = Word(first);
        // "the official" has been spoken of before; "an official", "officials" and "two officials" have not, and have no name.
        return NameWords.IsUnnamed(head) && !NameWords.IsDefinite(start) ? Refusal.UnnamedSource : Refusal.Description;
    }

    private (LocalEntity? Speaker, string? Refusal) Relative(int token)
    {
        var at = token - 1;
        if (at >= 0 && Word(at) is ",") at--;
        if (at < 0) return (null, Refusal.NoAntecedent);
        return entities.NamedUpTo(analysis.Tokens[at].End) is { } entity && (Word(token) is "who" || IsBody(entity)) ? (entity, null) : Chained(token, token + 1, Refusal.Description);
    }

    private (LocalEntity? Speaker, string? Refusal) Near(int token, SpokenBefore? before)
    {
        var gender = GenderOf(token);
        var position = analysis.Tokens[token].Start;
        var sentence = SentenceAt(position);
        var paragraph = analysis.Sentences[sentence].Paragraph;
        // The one who spoke just before goes on speaking, unless the article has made another its subject since.
        if (before is { } last && last.Speaker.MayBePerson && Fits(last.Speaker, gender) && Paragraph(last.End) >= paragraph - 1)
        {
            var since = Persons(last.Source.End, position, gender, span => !last.Content.Any(c => c.Contains(span)) && topics.IsSubject(span));
            // Within one sentence a woman who is named is "she" rather than one of whom that is not known: "Marsh called Ms Dahl
            // a liar after she had spoken."
            if (last.Speaker.Gender == '\0' && SentenceAt(last.Source.Start) == sentence && Persons(last.Source.End, position, gender, null).Any(e => e.Gender == gender)) return (null, Refusal.Ambiguous);
            since.Remove(last.Speaker);
            if (since.Count == 0) return (last.Speaker, null);
        }
        // Else the only person named in this sentence and the one before it, and failing that in this paragraph and the one before.
        var near = Persons(analysis.Sentences[Math.Max(0, sentence - 1)].Span.Start, position, gender, null);
        if (near.Count == 1) return (near.First(), null);
        if (near.Count > 1) return (null, Refusal.Ambiguous);
        var from = sentence;
        while (from > 0 && analysis.Sentences[from - 1].Paragraph >= paragraph - 1) from--;
        var far = Persons(analysis.Sentences[from].Span.Start, position, gender, null);
        return far.Count == 1 ? (far.First(), null) : (null, far.Count == 0 ? Refusal.NoAntecedent : Refusal.Ambiguous);
    }

    private int Paragraph(int position) => analysis.Sentences[SentenceAt(position)].Paragraph;

    private char GenderOf(int token) => Word(token).StartsWith("s", StringComparison.OrdinalIgnoreCase) || Word(token).StartsWith("her", StringComparison.OrdinalIgnoreCase) ? 'f' : 'm';

    private (LocalEntity? Speaker, string? Refusal) Taken(LocalEntity entity, int token)
    {
        entity.Gender = GenderOf(token);
        entity.HasSpoken = true;
        entity.Mention(analysis.Tokens[token].Span, MentionForm.Pronoun);
        return (entity, null);
    }

    private HashSet<LocalEntity> Persons(int start, int end, char gender, Func<TextSpan, bool>? isIn)
    {
        var found = new HashSet<LocalEntity>();
        foreach (var (span, entity) in topics.Between(start, end))
        {
            if (entity.MayBePerson && Fits(entity, gender) && (isIn is null || isIn(span))) found.Add(entity);
        }
        return found;
    }

    private bool Fits(LocalEntity entity, char gender) => entity != other && (entity.Gender == '\0' || entity.Gender == gender);

    private int SentenceAt(int position)
    {
        var (low, high) = (0, analysis.Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (analysis.Sentences[middle].Span.Start <= position) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private bool IsMark(int token) => !char.IsLetterOrDigit(Word(token)[0]);

    private ReadOnlySpan<char> Word(int token) => analysis.Tokens[token].Span.Slice(analysis.Text.AsSpan());
}
