using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>Brings together, for each attribution of a document, who speaks, for whom, to whom, where and when. One serves one document.</summary>
internal sealed class Statements
{
    // An article that reports one occasion says so at its beginning.
    private const int Lead = 4;

    private const int LongestDeterminer = 4;

    private readonly Reading reading;
    private readonly Analysis analysis;
    private readonly LocalEntities local;
    private readonly WorldKnowledge world;
    private readonly WorldLinker linker;
    private readonly DateOnly? published;
    private readonly OfficePhrases offices;
    private readonly Dictionary<string, Speaking> byAttribution = new(StringComparer.Ordinal);

    public Statements(Reading reading, LocalEntities local, WorldKnowledge world)
    {
        this.reading = reading;
        this.local = local;
        this.world = world;
        analysis = reading.Analysis!;
        published = reading.Article?.Published;
        linker = new WorldLinker(world, published);
        offices = new OfficePhrases(analysis, local, world, published);
    }

    /// <summary>Links the names of the document, before its sources are resolved.</summary>
    public void LinkNames()
    {
        linker.Link(analysis, local);
        if (published is { } day) CollectiveActors.Find(analysis, local, world, day);
    }

    /// <summary>Takes over who speaks, and resolves by office and seat of government what names alone did not tell.</summary>
    /// <param name="attribution">The attribution.</param>
    /// <param name="speaker">Who speaks; null where that is open.</param>
    /// <param name="refusal">Why it is open.</param>
    /// <param name="before">Who spoke just before; null where nobody did.</param>
    public Speaking Take(Attribution attribution, LocalEntity? speaker, string? refusal, LocalEntity? before)
    {
        var speaking = new Speaking { Speaker = speaker, Refusal = refusal };
        byAttribution[attribution.Id] = speaking;
        if (attribution.Source.Count == 0) return speaking;
        var source = attribution.Source[0];
        if (speaker is { Known: null, Type: not EntityType.Person } && NameWords.IsUnnamed(LastWord(speaker.Name))) (speaking.Speaker, speaking.Refusal) = (null, Refusal.UnnamedSource);
        else if (speaker is { Known: null } && NameWords.IsPaper(LastWord(speaker.Name))) (speaking.Speaker, speaking.Refusal) = (null, Refusal.Description);
        else if (speaker is null && refusal is Refusal.Description) ByOfficeOrGroup(speaking, source, before);
        else if (speaker is not null && linker.SeatOf(speaker) is { } state) BySeat(speaking, source, state);
        speaking.OnBehalfOf = Behalf.Of(analysis, source, speaking.Speaker, local);
        return speaking;
    }

    /// <summary>Reads addressee, venue and day of every statement; the occasion that the lead reports holds for its speaker's other statements.</summary>
    public void ReadSettings()
    {
        var setting = new StatementSetting(analysis, local, reading.Times);
        foreach (var attribution in reading.Attributions)
        {
            var speaking = byAttribution[attribution.Id];
            if (attribution.Continues is { } before)
            {
                var first = byAttribution[before];
                (speaking.Addressee, speaking.Venue, speaking.Day, speaking.OnBehalfOf) = (first.Addressee, first.Venue, first.Day, first.OnBehalfOf);
                continue;
            }
            speaking.Venue = setting.Venue(attribution);
            speaking.Day = setting.Day(attribution, published, speaking.Venue);
            var told = setting.Told(attribution);
            speaking.Addressee = told?.Entity ?? (speaking.Venue is { } venue ? setting.Audience(venue) : null);
            if (speaking.Addressee == speaking.Speaker) speaking.Addressee = null;
            if (speaking.Addressee?.Known is { Kind: "news-agency" or "newspaper" or "broadcaster" or "magazine" or "website" or "platform" } && speaking.Venue is null)
            {
                speaking.Venue = told?.Span;
                speaking.Addressee = null;
            }
        }
        Spread(setting);
    }

    /// <summary>The attribution with all that was found.</summary>
    public Attribution Complete(Attribution attribution, IReadOnlyDictionary<LocalEntity, string> ids)
    {
        var speaking = byAttribution[attribution.Id];
        string? Id(LocalEntity? entity) => entity is not null && ids.TryGetValue(entity, out var id) ? id : null;
        var source = attribution.Source.Count > 0 ? string.Join(' ', attribution.Source.Select(s => s.Slice(analysis.Text))) : null;
        return attribution with
        {
            Speaker = Id(speaking.Speaker),
            Unresolved = speaking.Refusal,
            Role = RoleOf(speaking.Speaker?.Known, speaking.Day ?? published),
            OnBehalfOf = Id(speaking.OnBehalfOf),
            Addressee = Id(speaking.Addressee),
            Venue = speaking.Venue is { } venue ? NameForm.Of(venue.Slice(analysis.Text)) : null,
            When = speaking.Day,
            SourceDescription = speaking.Refusal == Refusal.UnnamedSource && source is not null ? NameForm.Of(source) : null,
        };
    }

    private void ByOfficeOrGroup(Speaking speaking, TextSpan source, LocalEntity? before)
    {
        // "All NATO member states": at most a word before the group's own.
        var found = local.GroupUpTo(source.End) is { } group && group.Start >= source.Start && group.Start - source.Start <= LongestDeterminer ? group.Group : null;
        found ??= Apposed(source) ?? DescribedBodies.Of(analysis, source, local, world, published) ?? offices.Resolve(source, before);
        if (found is null) return;
        if (local.NamedBetween(source.Start, source.End).All(e => e != found)) found.Mention(source, found.Type == EntityType.Group ? MentionForm.Name : MentionForm.Nominal);
        found.HasSpoken = true;
        (speaking.Speaker, speaking.Refusal) = (found, null);
    }

    // "The minister for the environment, Colm Dacey,": the person's name that ends the source, after a comma.
    private LocalEntity? Apposed(TextSpan source)
    {
        var (first, end) = analysis.TokensIn(source);
        if (end > first && analysis.Tokens[end - 1].Span.Slice(analysis.Text) is ",") end--;
        if (end <= first || local.NamedUpTo(analysis.Tokens[end - 1].End) is not { Type: EntityType.Person } name) return null;
        if (local.SpanUpTo(analysis.Tokens[end - 1].End) is not { } span || span.Start <= source.Start) return null;
        var before = analysis.TokensIn(span).First - 1;
        return before > first && analysis.Tokens[before].Span.Slice(analysis.Text) is "," ? name : null;
    }

    private void BySeat(Speaking speaking, TextSpan source, KnownEntity state)
    {
        var actor = local.Of(state);
        actor.Mention(source, MentionForm.Name);
        actor.HasSpoken = true;
        speaking.Speaker = actor;
    }

    // One speaker, one occasion in the lead: his other statements of the article were made there too.
    private void Spread(StatementSetting setting)
    {
        var lead = analysis.Sentences.Where(s => !s.IsApart).Skip(Lead).Select(s => (int?)s.Span.Start).FirstOrDefault() ?? analysis.Text.Length;
        foreach (var own in reading.Attributions.Where(a => byAttribution[a.Id].Speaker?.MayBePerson == true).GroupBy(a => byAttribution[a.Id].Speaker!))
        {
            var occasions = own.Where(a => byAttribution[a.Id].Venue is not null && a.Cue.Count > 0).ToList();
            var (venue, day, addressee) = (default(TextSpan?), default(DateOnly?), default(LocalEntity));
            if (occasions.Count > 0 && occasions[0].Cue[0].Start < lead)
            {
                var first = byAttribution[occasions[0].Id];
                (venue, day, addressee) = (first.Venue, first.Day, first.Addressee);
            }
            else if (setting.Occasion(own.Key, lead, published) is var (told, on))
            {
                (venue, day, addressee) = (told, on, setting.Audience(told));
            }
            if (venue is null || occasions.Any(o => byAttribution[o.Id].Venue != venue)) continue;
            // What was said before it is told of the occasion may have been said elsewhere.
            foreach (var speaking in own.Where(a => Start(a) > venue.Value.Start).Select(a => byAttribution[a.Id]).Where(s => s.Venue is null))
            {
                if (speaking.Day is not null && day is not null && speaking.Day != day || speaking.Addressee is not null && !IsSame(speaking.Addressee, addressee)) continue;
                (speaking.Venue, speaking.Day, speaking.Addressee) = (venue, speaking.Day ?? day, addressee ?? speaking.Addressee);
            }
        }
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static int Start(Attribution attribution) => attribution.Cue.Concat(attribution.Source).Concat(attribution.Content).Max(s => s.Start);

    private static bool IsSame(LocalEntity one, LocalEntity? other) => one == other || one.Known is { } known && other?.Known?.Key == known.Key;

    /// <summary>The title of the office that a person held for sure on the day; the one that news names where there are several.</summary>
    private string? RoleOf(KnownEntity? person, DateOnly? day)
    {
        if (person is not { Type: EntityType.Person } || day is not { } on) return null;
        return world.TenuresOf(person.Key).Where(t => t.HoldsOn(on) && t.Office.Kind != OfficeWords.Candidacy).MinBy(t => OfficeWords.Rank(t.Office.Kind))?.Title;
    }
}
