using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>
/// The named entities of one document: full names first, then their short forms where only one full name fits. A short
/// form that fits two stays open.
/// </summary>
internal sealed class LocalEntities
{
    private readonly Analysis analysis;
    private readonly Dictionary<string, LocalEntity> byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<LocalEntity>> byLastWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<LocalEntity>> byGivenName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalEntity> principals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalEntity> byInitials = new(StringComparer.Ordinal);
    private readonly List<LocalEntity> all = [];
    private readonly List<(TextSpan Span, LocalEntity Entity)> places = [];
    private readonly Dictionary<int, LocalEntity> byEnd = [];
    private readonly Dictionary<int, TextSpan> spanByEnd = [];
    private readonly Dictionary<int, TextSpan> spanByStart = [];
    private readonly Dictionary<(EntityType, string), LocalEntity> described = [];
    private readonly Dictionary<int, (LocalEntity Group, int Start)> groups = [];
    private Dictionary<string, LocalEntity>? byKey;
    private readonly Dictionary<int, FoundName> byEndToken = [];

    /// <param name="analysis">The text.</param>
    /// <param name="names">Its names, in order.</param>
    /// <param name="world">What is known of the world.</param>
    /// <param name="headline">The headline; null where there is none.</param>
    /// <param name="sources">The words that name who speaks.</param>
    public LocalEntities(Analysis analysis, IReadOnlyList<FoundName> names, WorldKnowledge world, string? headline, IReadOnlyList<TextSpan> sources)
    {
        this.analysis = analysis;
        foreach (var name in names)
        {
            byEndToken[name.End] = name;
            if (Form(name).Contains(' ')) FullName(name);
        }
        FindPrincipals(names, new Namesakes(analysis, world, headline, sources));
        FindInitials();
        foreach (var name in names)
        {
            if (Resolve(name) is { } entity) Note(entity, name);
        }
        // The places are looked up by their start.
        places.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    public IReadOnlyList<LocalEntity> All => all;

    /// <summary>The name that the language core found up to a token, beginning at or after another; null where there is none.</summary>
    public FoundName? FoundUpTo(int first, int end) => byEndToken.TryGetValue(end, out var name) && name.First >= first ? name : null;

    /// <summary>The entities named in a stretch of the text.</summary>
    public IEnumerable<LocalEntity> NamedBetween(int start, int end) => NamesBetween(start, end).Select(n => n.Entity);

    /// <summary>The names in a stretch of the text, in order.</summary>
    public IEnumerable<(TextSpan Span, LocalEntity Entity)> NamesBetween(int start, int end)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle].Span.Start < start) low = middle + 1;
            else high = middle;
        }
        for (; low < places.Count && places[low].Span.End <= end; low++) yield return places[low];
    }

    /// <summary>The entity whose name covers the position; null where none does.</summary>
    public LocalEntity? NamedAt(int position)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle].Span.Start <= position) low = middle + 1;
            else high = middle;
        }
        return low > 0 && places[low - 1].Span.Contains(position) ? places[low - 1].Entity : null;
    }

    /// <summary>The entity whose name ends at the position; null where none does.</summary>
    public LocalEntity? NamedUpTo(int end) => byEnd.GetValueOrDefault(end);

    /// <summary>The entity a name stands for; null where two fit.</summary>
    public LocalEntity? Resolve(FoundName name)
    {
        var form = Form(name);
        if (byForm.TryGetValue(form, out var known)) return known;
        // "MR SMITH:" of a transcript is the Smith of its text.
        if (IsAllCapitals(form))
        {
            var small = Capitalised(form);
            if (byForm.TryGetValue(small, out known)) return known;
            if (byLastWord.ContainsKey(small)) form = small;
        }
        if (!form.Contains(' '))
        {
            if (byLastWord.TryGetValue(form, out var byLast)) return byLast.Count == 1 ? byLast.First() : principals.GetValueOrDefault(form);
            if (byInitials.TryGetValue(form, out var spelled)) return spelled;
            if (byGivenName.TryGetValue(form, out var byGiven) && GivenNames.Contains(form)) return byGiven.Count == 1 ? byGiven.First() : null;
        }
        var type = name.Type;
        var entity = new LocalEntity(form, type);
        byForm[form] = entity;
        all.Add(entity);
        return entity;
    }

    /// <summary>The entity whose name begins at the position; null where none does.</summary>
    public LocalEntity? NamedFrom(int start)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle].Span.Start < start) low = middle + 1;
            else high = middle;
        }
        return low < places.Count && places[low].Span.Start == start ? places[low].Entity : null;
    }

    /// <summary>Where the name stands that begins at the position; null where none does.</summary>
    public TextSpan? SpanFrom(int start) => spanByStart.TryGetValue(start, out var span) ? span : null;

    /// <summary>Where the name stands that ends at the position; null where none does.</summary>
    public TextSpan? SpanUpTo(int end) => spanByEnd.TryGetValue(end, out var span) ? span : null;

    /// <summary>The mentioned entity with a key in the knowledge; null where the document has none. To be asked once the names are linked.</summary>
    public LocalEntity? Find(string key) => Keyed().GetValueOrDefault(key) is { IsMentioned: true } entity ? entity : null;

    /// <summary>Those of the document who are known; to be asked once the names are linked.</summary>
    public IEnumerable<LocalEntity> KnownOnes => Keyed().Values;

    /// <summary>The entity of the document that is this one in the world; a new one, without a mention, where there is none. To be asked once the names are linked.</summary>
    public LocalEntity Of(KnownEntity known)
    {
        if (Keyed().TryGetValue(known.Key, out var entity)) return entity;
        var added = new LocalEntity(known.Name, known.Type) { Known = known };
        all.Add(added);
        byKey![known.Key] = added;
        return added;
    }

    private Dictionary<string, LocalEntity> Keyed()
    {
        if (byKey is not null) return byKey;
        byKey = new Dictionary<string, LocalEntity>(StringComparer.Ordinal);
        foreach (var entity in all)
        {
            if (entity.Known is { } known) byKey.TryAdd(known.Key, entity);
        }
        return byKey;
    }

    /// <summary>The group with known members whose words end at the position, and where they begin; null where none does.</summary>
    public (LocalEntity Group, int Start)? GroupUpTo(int end) => groups.TryGetValue(end, out var group) ? group : null;

    /// <summary>Notes where a group with known members is spoken of.</summary>
    public void MentionGroup(LocalEntity group, TextSpan span)
    {
        group.Mention(span, MentionForm.Name);
        groups[span.End] = (group, span.Start);
    }

    /// <summary>Adds a group or body that the text describes, or gives the one of that name which is there.</summary>
    public LocalEntity Add(LocalEntity group)
    {
        if (described.TryGetValue((group.Type, group.Name), out var entity)) return entity;
        described[(group.Type, group.Name)] = group;
        all.Add(group);
        return group;
    }

    /// <summary>The name as it stands, its words apart by single spaces.</summary>
    public string Form(FoundName name)
    {
        var words = SpanOf(name).Slice(analysis.Text);
        return NameForm.IsSpaced(words) ? words : string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public TextSpan SpanOf(FoundName name) => new(analysis.Tokens[name.First].Start, analysis.Tokens[name.End - 1].End);

    private void FullName(FoundName name)
    {
        var form = Form(name);
        if (byForm.TryGetValue(form, out var known))
        {
            known.Learn(form, name.Type);
            return;
        }
        var isPersonLike = name.Type is EntityType.Person or EntityType.Other;
        // Words, not tokens: "Okonjo-Hale" is one.
        var words = form.Split(' ');
        var (first, last) = (words[0], words[^1]);
        if (isPersonLike && words.Length > 2 || isPersonLike && byLastWord.ContainsKey(last))
        {
            // "Anna Maria Dahl" and "Anna Dahl" are one.
            foreach (var other in byLastWord.GetValueOrDefault(last) ?? [])
            {
                if (!other.Name.StartsWith(first + " ", StringComparison.Ordinal)) continue;
                byForm[form] = other;
                other.Learn(form, name.Type);
                return;
            }
        }
        var entity = new LocalEntity(form, name.Type);
        byForm[form] = entity;
        all.Add(entity);
        if (!isPersonLike) return;
        Index(byLastWord, last, entity);
        Index(byGivenName, first, entity);
    }

    private void FindPrincipals(IReadOnlyList<FoundName> names, Namesakes namesakes)
    {
        foreach (var (_, bearers) in byLastWord)
        {
            // "Lawmakers Rip Donald Trump": a headline's capitals make a longer name of it.
            foreach (var entity in bearers.Where(e => bearers.Any(other => other != e && e.Name.EndsWith(" " + other.Name, StringComparison.Ordinal))).ToList()) bearers.Remove(entity);
        }
        if (byLastWord.Values.All(bearers => bearers.Count < 2)) return;
        var uses = new Dictionary<string, List<(FoundName Name, LocalEntity? FullName)>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var form = Form(name);
            var surname = form[(form.LastIndexOf(' ') + 1)..];
            if (!byLastWord.TryGetValue(surname, out var bearers) || bearers.Count < 2) continue;
            if (!uses.TryGetValue(surname, out var list)) uses[surname] = list = [];
            list.Add((name, byForm.GetValueOrDefault(form)));
        }
        foreach (var (surname, used) in uses)
        {
            if (namesakes.Principal(byLastWord[surname], used) is { } principal) principals[surname] = principal;
        }
    }

    // "Alliance to Reclaim Our Schools" and "AROS": capitals that begin the words of one body alone.
    private void FindInitials()
    {
        foreach (var group in all.Where(e => e.Type is EntityType.Organisation or EntityType.Other && e.Name.Contains(' ')).GroupBy(e => Initials(e.Name), StringComparer.Ordinal))
        {
            if (group.Key.Length > 2 && group.Count() == 1) byInitials[group.Key] = group.First();
        }
    }

    private static string Initials(string name) => string.Concat(name.Split(' ', '-').Where(w => w.Length > 0 && char.IsUpper(w[0])).Select(w => w[0]));

    private void Note(LocalEntity entity, FoundName name)
    {
        entity.Learn(Form(name), name.Type);
        var span = SpanOf(name);
        entity.Mention(span, MentionForm.Name);
        places.Add((span, entity));
        byEnd[span.End] = entity;
        spanByEnd[span.End] = span;
        spanByStart[span.Start] = span;
        if (name.First == 0 || !name.HasTitle) return;
        entity.Gender = Word(name.First - 1) switch
        {
            "Mr" or "Mr." or "Sir" or "Lord" => 'm',
            "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss" or "Dame" or "Lady" => 'f',
            _ => entity.Gender,
        };
    }

    private static bool IsAllCapitals(string form) => form.Length > 3 && !form.Any(char.IsLower) && form.Any(char.IsUpper);

    private static string Capitalised(string form) => string.Join(' ', form.Split(' ').Select(w => w.Length == 0 ? w : w[0] + w[1..].ToLowerInvariant()));

    private static void Index(Dictionary<string, HashSet<LocalEntity>> index, string word, LocalEntity entity)
    {
        if (!index.TryGetValue(word, out var entities)) index[word] = entities = [];
        entities.Add(entity);
    }

    private string Word(int token) => analysis.Tokens[token].Span.Slice(analysis.Text);
}
