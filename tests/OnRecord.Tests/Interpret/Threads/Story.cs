using OnRecord.Interpret.Threads;
using OnRecord.Language.Text;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Interpret.Threads;

/// <summary>A short article put together by hand with what is said to have been read in it, so that joining is tried by itself.</summary>
internal sealed class Story(string name, DateOnly? day, string text)
{
    private readonly List<Entity> entities = [];
    private readonly List<Attribution> attributions = [];
    private readonly List<Pledge> pledges = [];
    private readonly List<Allegation> allegations = [];
    private readonly List<Claim> claims = [];
    private readonly List<PoliticalEvent> events = [];
    private readonly List<Quantity> quantities = [];
    private readonly List<Timex> times = [];

    public Reading Reading => SampleReadings.Empty($"news/{name}.txt", text + "\n", day) with
    {
        Entities = entities,
        Attributions = attributions,
        Pledges = pledges,
        Allegations = allegations,
        Claims = claims,
        Events = events,
        Quantities = quantities,
        Times = times,
    };

    public static RecordThreads Join(params IReadOnlyList<Story> stories)
    {
        var joiner = new ThreadJoiner(entity => new Party(entity.Knowledge ?? entity.Name, entity.Name) { Type = entity.Type });
        foreach (var story in stories) joiner.Add(story.Reading);
        return joiner.Join();
    }

    public Story Says(string speaker, string content, EntityType type = EntityType.Person, DateOnly? when = null)
    {
        attributions.Add(new Attribution { Id = $"a{attributions.Count + 1}", Kind = AttributionKind.Indirect, Source = [Of(speaker)], Cue = [], Content = [Of(content)], Confidence = 0.9, Speaker = Entity(speaker, type), When = when });
        return this;
    }

    public Story Pledge(string by, string action, string? measure = null, decimal? target = null, string? unit = null, DateOnly? deadline = null, Comparison? comparison = null, Change change = Change.None, PledgeMove move = PledgeMove.Made)
    {
        pledges.Add(new Pledge
        {
            Id = $"p{pledges.Count + 1}",
            Span = Of(action),
            Pledgers = by.Length > 0 ? [Entity(by, EntityType.Place)] : [],
            Action = Of(action),
            Measure = measure is null ? null : Of(measure),
            Target = target,
            Unit = unit,
            Comparison = target is null ? null : comparison ?? Comparison.Equal,
            Change = change,
            Deadline = deadline,
            Specific = 0.5,
            Move = move,
            Gaps = deadline is null ? [PledgeGap.NoDeadline] : [],
        });
        return this;
    }

    public Story Alleges(Stance stance, string? by, string? against, string words, string? subject = null, string? repliesTo = null, EntityType type = EntityType.Place, string? unjoined = null)
    {
        allegations.Add(new Allegation
        {
            Id = $"g{allegations.Count + 1}",
            Span = Of(words),
            Attribution = attributions.Find(a => a.Content[0] == Of(words))?.Id,
            By = by is null ? null : Entity(by, type),
            ByWords = by is null ? null : Of(by),
            Against = against is null ? null : Entity(against, EntityType.Place),
            Subject = subject is null ? null : Entity(subject, EntityType.Treaty),
            Stance = stance,
            RepliesTo = repliesTo,
            Unjoined = unjoined,
        });
        return this;
    }

    /// <summary>A claim, by the speaker of the statement whose content it is, with the figure and the time in it.</summary>
    public Story Claims(string words, string? figure = null, decimal value = 0, string unit = "number", string? time = null, string? timeValue = null, double worth = 0.5, Comparison comparison = Comparison.Equal, ClaimKind kind = ClaimKind.State)
    {
        claims.Add(new Claim { Id = $"c{claims.Count + 1}", Span = Of(words), Attribution = attributions.Find(a => a.Content[0] == Of(words))?.Id, Kind = figure is null ? kind : ClaimKind.Quantity, Checkworthy = worth });
        if (figure is not null) quantities.Add(new Quantity { Span = Of(figure), Kind = QuantityKind.Count, Value = value, Unit = unit, Comparison = comparison });
        if (time is not null) times.Add(new Timex { Span = Of(time), Type = TimexType.Date, Value = timeValue! });
        return this;
    }

    public Story Event(EventCode code, string actor, string recipient, string words, DateOnly? when = null)
    {
        events.Add(new PoliticalEvent { Id = $"v{events.Count + 1}", Span = Of(words), Code = code, Actor = Entity(actor, EntityType.Place), Recipient = Entity(recipient, EntityType.Place), When = when, Confidence = 0.9 });
        return this;
    }

    private string Entity(string name, EntityType type)
    {
        if (entities.Find(e => e.Name == name) is { } known) return known.Id;
        entities.Add(new Entity { Id = $"e{entities.Count + 1}", Name = name, Type = type, Mentions = text.Contains(name, StringComparison.Ordinal) ? [new Mention(Of(name), MentionForm.Name)] : [] });
        return entities[^1].Id;
    }

    private TextSpan Of(string words) => SampleReadings.Of(text, words);
}
