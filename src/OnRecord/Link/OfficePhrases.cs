using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>
/// Resolves descriptions by office, on the day of the document: "the US president", "NATO's secretary general", "the
/// foreign minister of Norway"; and "the president" where one person of the document holds such an office. What says
/// "former" or "deputy" is another office, and is left. One serves one document.
/// </summary>
internal sealed class OfficePhrases
{
    private const int LongestBody = 6;

    private readonly Analysis analysis;
    private readonly LocalEntities local;
    private readonly WorldKnowledge world;
    private readonly DateOnly? day;
    private readonly Lazy<Bearers> bearers;
    private readonly Dictionary<string, LocalEntity?> byNoun = new(StringComparer.Ordinal);

    public OfficePhrases(Analysis analysis, LocalEntities local, WorldKnowledge world, DateOnly? day)
    {
        this.analysis = analysis;
        this.local = local;
        this.world = world;
        this.day = day;
        bearers = new Lazy<Bearers>(() => new Bearers(analysis, local), LazyThreadSafetyMode.None);
    }

    /// <summary>The one who is described; null where the words are no office, or where it is not sure who held it.</summary>
    /// <param name="phrase">The words.</param>
    /// <param name="before">Who spoke just before; null where nobody did.</param>
    public LocalEntity? Resolve(TextSpan phrase, LocalEntity? before)
    {
        var (first, end) = analysis.TokensIn(phrase);
        var words = new List<string>();
        for (var i = first; i < end; i++)
        {
            var word = analysis.Tokens[i].Span.Slice(analysis.Text);
            if (word is "," or "(" || word is "who" or "which") break;
            words.Add(word);
        }
        if (words.Count == 0 || words.Count > LongestBody + OfficeWords.Longest + 3) return null;
        var isDefinite = NameWords.IsDefinite(words[0]);
        var isThe = words[0] is "the" or "The";
        if (isDefinite) words.RemoveAt(0);
        if (isThe && bearers.Value.Of(words, before) is { } called) return called;
        if (day is not { } on) return isThe ? Noun(words, phrase.Start) : null;
        if (Kinds(words, 0, words.Count) is { Count: > 0 } bare) return isDefinite ? TheOne(bare, on) : null;
        if (isThe && Noun(words, phrase.Start) is { } body) return body;
        if (isDefinite && Regional(words, on) is { } member) return member;
        var office = After(words) ?? Before(words);
        if (office is null || world.HolderOn(office, on) is not { } holder) return null;
        // "The Republican nominee" of an article on a race for the Senate is another.
        return office.Kind == OfficeWords.Candidacy ? local.Find(holder.Key) : local.Of(holder);
    }

    // "US president", "NATO's secretary general", "Russian foreign minister"
    private Office? After(List<string> words)
    {
        for (var cut = Math.Min(LongestBody, words.Count - 1); cut > 0; cut--)
        {
            var office = cut;
            var name = cut;
            if (words[cut - 1] is "'s" or "\u2019s" or "'" or "\u2019") name--;
            if (name == 0 || Kinds(words, office, words.Count) is not { Count: > 0 } kinds) continue;
            if (Body(string.Join(' ', words.Take(name)), isAdjective: name == office) is { } body) return Office(body, kinds);
        }
        return null;
    }

    // "president of the United States"
    private Office? Before(List<string> words)
    {
        for (var cut = 1; cut < words.Count - 1 && cut <= OfficeWords.Longest; cut++)
        {
            if (words[cut] is not "of" || Kinds(words, 0, cut) is not { Count: > 0 } kinds) continue;
            if (Body(string.Join(' ', words.Skip(cut + 1)), isAdjective: false) is { } body) return Office(body, kinds);
        }
        return null;
    }

    private KnownEntity? Body(string name, bool isAdjective)
    {
        var found = isAdjective ? world.OfDemonym(name) : [];
        if (found.Count == 0) found = world.Named(name);
        KnownEntity? only = null;
        foreach (var body in found)
        {
            if (body.Type == EntityType.Person || body.Kind == "region" || !body.MayExistOn(day)) continue;
            if (only is not null) return null;
            only = body;
        }
        return only;
    }

    private Office? Office(KnownEntity body, IReadOnlyList<string> kinds)
    {
        var offices = world.OfficesOf(body.Key).Where(o => kinds.Contains(o.Kind)).ToList();
        return offices.Count == 1 ? offices[0] : null;
    }

    // "the alliance", "the fund", "the union": the one body of the document for which the noun stands, or whose name begins or
    // ends with it, where it has been named before. A name with the noun in its middle may be called so too.
    private LocalEntity? Noun(List<string> words, int position)
    {
        if (words.Count > 2) return null;
        var noun = string.Join(' ', words);
        if (!byNoun.TryGetValue(noun, out var found)) byNoun[noun] = found = ByNoun(noun);
        return found is not null && found.FirstMention.Start < position ? found : null;
    }

    private LocalEntity? ByNoun(string noun)
    {
        LocalEntity? only = null;
        foreach (var entity in local.All)
        {
            if (!entity.IsMentioned || (entity.Known?.Type ?? entity.Type) == EntityType.Person) continue;
            var isCalled = entity.Known is { } known && known.Nouns.Contains(noun);
            if (!isCalled && !entity.Name.Contains(noun, StringComparison.OrdinalIgnoreCase)) continue;
            if (only is not null && only != entity && (only.Known is null || only.Known.Key != entity.Known?.Key)) return null;
            if (!isCalled && !(NameWords.IsBody(noun) && (entity.Known?.Type ?? entity.Type) == EntityType.Organisation && IsAtEdge(noun, entity.Name))) return null;
            only = entity;
        }
        return only;
    }

    private static bool IsAtEdge(string noun, string name) =>
        name.StartsWith(noun + " ", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" " + noun, StringComparison.OrdinalIgnoreCase);

    // "the Vermont senator": the one person of the document who holds such an office for the region.
    private LocalEntity? Regional(List<string> words, DateOnly on)
    {
        for (var cut = 1; cut < words.Count; cut++)
        {
            if (Kinds(words, cut, words.Count) is not { Count: > 0 } kinds) continue;
            var region = string.Join(' ', words.Take(cut));
            if (world.Named(region).Any(k => k.Kind == "region")) return TheOne(kinds, on, title => title.EndsWith(" " + region, StringComparison.Ordinal));
        }
        return null;
    }

    // "the president": the one person named in the document who holds an office of the kind.
    private LocalEntity? TheOne(IReadOnlyList<string> kinds, DateOnly on, Func<string, bool>? isTitle = null)
    {
        LocalEntity? only = null;
        foreach (var entity in local.KnownOnes)
        {
            if (entity.Known is not { Type: EntityType.Person } known || !entity.IsMentioned) continue;
            if (!world.TenuresOf(known.Key).Any(t => kinds.Contains(t.Office.Kind) && t.MayHoldOn(on) && (isTitle is null || isTitle(t.Office.Title)))) continue;
            if (only is not null && only.Known!.Key != known.Key) return null;
            only = entity;
        }
        return only;
    }

    private static IReadOnlyList<string> Kinds(List<string> words, int first, int end) =>
        end - first is > 0 and <= OfficeWords.Longest
            ? OfficeWords.Of(string.Join(' ', words.Skip(first).Take(end - first)).Replace('-', ' ').ToLowerInvariant().Replace(" - ", " ", StringComparison.Ordinal))
            : [];
}
