using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Link;

/// <summary>
/// Says who and what the named of a document are in the world. A name that one alone bears is linked where type and day
/// allow; one that several bear, or that many bodies of the world are called by, needs the state it is of to be spoken of.
/// What stays between two is not linked. One linker serves one document.
/// </summary>
internal sealed class WorldLinker
{
    // Kinds of institution that each state has its own of, often by the same name.
    private static readonly HashSet<string> OfEachState = new(StringComparer.Ordinal) { "parliament", "ministry", "court", "party", "party-body", "central-bank", "police", "council" };

    // A leader is spoken of long after leaving office, and is not the namesake of a century later.
    private const int YearsSpokenOf = 30;

    private readonly WorldKnowledge world;
    private readonly DateOnly? day;
    private readonly HashSet<string> spokenOf = new(StringComparer.Ordinal);

    public WorldLinker(WorldKnowledge world, DateOnly? day)
    {
        this.world = world;
        this.day = day;
    }

    /// <summary>Links what can be linked.</summary>
    public void Link(Analysis analysis, LocalEntities local)
    {
        var open = new List<(LocalEntity Entity, List<KnownEntity> Candidates)>();
        foreach (var entity in local.All)
        {
            Hear(entity.Name);
            if (entity.Known is not null) continue;
            var candidates = Candidates(entity);
            if (candidates.Count == 0 && entity.Type == EntityType.Person && !entity.Name.Contains(' ', StringComparison.Ordinal)) candidates = ByTitle(analysis, entity);
            if (candidates.Count == 1 && !NeedsContext(candidates[0])) Take(entity, candidates[0]);
            else if (candidates.Count > 0) open.Add((entity, candidates));
        }
        HearAdjectives(analysis);
        foreach (var (entity, candidates) in open)
        {
            var fitting = candidates.Where(IsSpokenOf).ToList();
            if (fitting.Count == 1) Take(entity, fitting[0]);
        }
    }

    /// <summary>The state for which the name of a place stands where it speaks, as "Moscow" does; null where it is no seat, or that of several.</summary>
    public KnownEntity? SeatOf(LocalEntity place)
    {
        if (place.Known is not null || place.Type is not (EntityType.Place or EntityType.Organisation or EntityType.Other)) return null;
        var states = world.OfSeat(place.Name).Where(s => s.MayExistOn(day)).ToList();
        return states.Count == 1 ? states[0] : null;
    }

    private List<KnownEntity> Candidates(LocalEntity entity)
    {
        var found = new List<KnownEntity>();
        foreach (var known in world.Named(entity.Name))
        {
            if (Fits(entity.Type, known) && known.MayExistOn(day) && !(known.Type == EntityType.Person && !IsOfTheTime(known))) found.Add(known);
        }
        return found;
    }

    // "President Obama": those of the surname who held an office of that title on the day.
    private List<KnownEntity> ByTitle(Analysis analysis, LocalEntity entity)
    {
        if (day is not { } on || world.OfSurname(entity.Name) is not { Count: > 0 } namesakes) return [];
        foreach (var mention in entity.Mentions)
        {
            var first = analysis.TokensIn(mention.Span).First;
            for (var length = Math.Min(OfficeWords.Longest, first); length > 0; length--)
            {
                var title = analysis.Text[analysis.Tokens[first - length].Start..analysis.Tokens[first - 1].End].ToLowerInvariant().Replace('-', ' ');
                if (OfficeWords.Of(title) is not { Count: > 0 } kinds) continue;
                if (first > length && analysis.Tokens[first - length - 1].Span.Slice(analysis.Text).ToLowerInvariant() is "former" or "ex" or "deputy" or "vice" or "then" or "late") return [];
                return [.. namesakes.Where(n => world.TenuresOf(n.Key).Any(t => kinds.Contains(t.Office.Kind) && t.MayHoldOn(on)))];
            }
        }
        return [];
    }

    private static bool Fits(EntityType type, KnownEntity known) => type switch
    {
        EntityType.Person => known.Type == EntityType.Person,
        EntityType.Place => known.Type is EntityType.Place || known.Kind is "government" or "organisation",
        EntityType.Organisation => known.Type is not EntityType.Person,
        EntityType.Group => known.Type is EntityType.Organisation && known.Kind is not ("newspaper" or "magazine"),
        EntityType.Treaty => known.Type == EntityType.Treaty,
        EntityType.Event => known.Type == EntityType.Treaty,
        _ => known.Kind is not ("newspaper" or "magazine" or "website"),
    };

    // "Congress" may be any state's; a person's name may be another's who is not known.
    private bool NeedsContext(KnownEntity known) => known.Type == EntityType.Person
        ? !known.IsProminent
        : OfEachState.Contains(known.Kind) && known.Of is { } of && world.Find(of) is { Kind: "state" };

    private bool IsSpokenOf(KnownEntity known)
    {
        if (known.Type == EntityType.Person) return world.TenuresOf(known.Key).Any(t => spokenOf.Contains(StateOf(t.Office.Of)));
        if (known.Kind == "state") return spokenOf.Contains(known.Key);
        return known.Of is { } of && spokenOf.Contains(StateOf(of));
    }

    private bool IsOfTheTime(KnownEntity person)
    {
        if (day is not { } on || person.IsProminent) return true;
        foreach (var tenure in world.TenuresOf(person.Key))
        {
            var last = (tenure.Until ?? tenure.AsOf ?? tenure.From).Latest;
            if (tenure.From.Earliest <= on.AddYears(1) && last.Year + YearsSpokenOf >= on.Year) return true;
        }
        return false;
    }

    private void Take(LocalEntity entity, KnownEntity known)
    {
        entity.Known = known;
        if (entity.Gender == '\0') entity.Gender = known.Sex;
        if (known.Kind == "state") spokenOf.Add(known.Key);
        else if (known.Of is { } of) spokenOf.Add(StateOf(of));
        else if (known.Kind == "organisation") spokenOf.Add(known.Key);
        else if (known.IsProminent)
        {
            foreach (var tenure in world.TenuresOf(known.Key)) spokenOf.Add(StateOf(tenure.Office.Of));
        }
    }

    private string StateOf(string key) => world.Find(key) is { Of: { } of } ? of : key;

    // "Russian Foreign Ministry" and "US Congress" speak of their states in their names.
    private void Hear(string name)
    {
        foreach (var word in name.Split(' ')) HearWord(word);
    }

    private void HearAdjectives(Analysis analysis)
    {
        foreach (var token in analysis.Tokens)
        {
            var word = token.Span.Slice(analysis.Text.AsSpan());
            if (word.Length > 1 && char.IsUpper(word[0])) HearWord(word.ToString());
        }
    }

    private void HearWord(string word)
    {
        var states = world.OfDemonym(word);
        if (states.Count == 0) states = world.OfSeat(word);
        if (states.Count == 1) spokenOf.Add(states[0].Key);
    }
}
