namespace OnRecord.Formats;

/// <summary>The words by which outputs call the kinds of things. They are part of the formats and never change.</summary>
public static class Wording
{
    /// <summary>Between the pieces of a source, cue or content that stands in several places.</summary>
    public const string Gap = " … ";

    /// <summary>The word for a kind of attribution.</summary>
    public static string Of(AttributionKind kind) => kind switch
    {
        AttributionKind.Direct => "direct",
        AttributionKind.Indirect => "indirect",
        AttributionKind.Mixed => "mixed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of attribution has no word."),
    };

    /// <summary>The word for a kind of furniture.</summary>
    public static string Of(FurnitureKind kind) => kind switch
    {
        FurnitureKind.Credit => "credit",
        FurnitureKind.RelatedHeadline => "related-headline",
        FurnitureKind.ReadMore => "read-more",
        FurnitureKind.Share => "share",
        FurnitureKind.Follow => "follow",
        FurnitureKind.Caption => "caption",
        FurnitureKind.Advertisement => "advertisement",
        FurnitureKind.Navigation => "navigation",
        FurnitureKind.Legal => "legal",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of furniture has no word."),
    };

    /// <summary>The word for a type of entity.</summary>
    public static string Of(EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organisation => "organisation",
        EntityType.Place => "place",
        EntityType.Treaty => "treaty",
        EntityType.Group => "group",
        EntityType.Event => "event",
        EntityType.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "This type of entity has no word."),
    };

    /// <summary>The word for a form of mention.</summary>
    public static string Of(MentionForm form) => form switch
    {
        MentionForm.Name => "name",
        MentionForm.Nominal => "nominal",
        MentionForm.Pronoun => "pronoun",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "This form of mention has no word."),
    };

    /// <summary>A day as ISO 8601 writes it: <c>2019-04-03</c>.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The word for a type of time, as TIMEX3 writes it.</summary>
    public static string Of(TimexType type) => type switch
    {
        TimexType.Date => "DATE",
        TimexType.Time => "TIME",
        TimexType.Duration => "DURATION",
        TimexType.Set => "SET",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "This type of time has no word."),
    };

    /// <summary>The word for a modifier, as TIMEX3 writes it; null for none.</summary>
    public static string? Of(TimexModifier modifier) => modifier switch
    {
        TimexModifier.None => null,
        TimexModifier.Start => "START",
        TimexModifier.Mid => "MID",
        TimexModifier.End => "END",
        TimexModifier.Approx => "APPROX",
        TimexModifier.Before => "BEFORE",
        TimexModifier.After => "AFTER",
        TimexModifier.LessThan => "LESS_THAN",
        TimexModifier.MoreThan => "MORE_THAN",
        TimexModifier.EqualOrLess => "EQUAL_OR_LESS",
        TimexModifier.EqualOrMore => "EQUAL_OR_MORE",
        _ => throw new ArgumentOutOfRangeException(nameof(modifier), modifier, "This modifier has no word."),
    };

    /// <summary>The word for a bound; null for none.</summary>
    public static string? Of(TimeBound bound) => bound switch
    {
        TimeBound.None => null,
        TimeBound.By => "by",
        TimeBound.Before => "before",
        TimeBound.Until => "until",
        TimeBound.Since => "since",
        TimeBound.After => "after",
        TimeBound.Within => "within",
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, "This bound has no word."),
    };

    /// <summary>The sign for a comparison.</summary>
    public static string Of(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.About => "~",
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.More => ">",
        Comparison.AtLeast => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "This comparison has no sign."),
    };

    /// <summary>The word for a direction; null for none.</summary>
    public static string? Of(Change change) => change switch
    {
        Change.None => null,
        Change.Up => "up",
        Change.Down => "down",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "This direction has no word."),
    };

    /// <summary>The word for what a figure is in a change; null for none.</summary>
    public static string? Of(ChangeSense sense) => sense switch
    {
        ChangeSense.None => null,
        ChangeSense.By => "by",
        ChangeSense.To => "to",
        ChangeSense.From => "from",
        _ => throw new ArgumentOutOfRangeException(nameof(sense), sense, "This sense has no word."),
    };

    /// <summary>The word for the status of a figure.</summary>
    public static string Of(FigureStatus status) => status switch
    {
        FigureStatus.Actual => "actual",
        FigureStatus.Planned => "planned",
        FigureStatus.Projected => "projected",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "This status has no word."),
    };

    /// <summary>The word for a kind of quantity.</summary>
    public static string Of(QuantityKind kind) => kind == QuantityKind.PercentagePoints ? "percentage-points" : kind.ToString().ToLowerInvariant();

    /// <summary>The word for the ground of an inferred date.</summary>
    public static string Of(InferredDateGround ground) => ground switch
    {
        InferredDateGround.Dateline => "dateline",
        InferredDateGround.Anniversary => "anniversary",
        InferredDateGround.Weekdays => "weekdays",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "This ground has no word."),
    };

    /// <summary>The word for an act.</summary>
    public static string Of(Act act) => act.ToString().ToLowerInvariant();

    /// <summary>The word for what comes of a check.</summary>
    public static string Of(FindingVerdict verdict) => verdict switch
    {
        FindingVerdict.Agrees => "agrees",
        FindingVerdict.Disagrees => "disagrees",
        FindingVerdict.CannotTell => "cannot-tell",
        FindingVerdict.NotYetDue => "not-yet-due",
        FindingVerdict.OnCourse => "on-course",
        FindingVerdict.Met => "met",
        FindingVerdict.Missed => "missed",
        FindingVerdict.Partly => "partly",
        FindingVerdict.NotMeasurable => "not-measurable",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "This verdict has no word."),
    };

    /// <summary>The word for a kind of claim.</summary>
    public static string Of(ClaimKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The word for a stance.</summary>
    public static string Of(Stance stance) => stance.ToString().ToLowerInvariant();

    /// <summary>The word for what a report does to a pledge.</summary>
    public static string Of(PledgeMove move) => move.ToString().ToLowerInvariant();

    /// <summary>The word for how a pledge stands.</summary>
    public static string Of(PledgeStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>The words for what a step of a dispute does.</summary>
    public static string Of(DisputeMove move) => move switch
    {
        DisputeMove.Accusation => "accusation",
        DisputeMove.Denial => "denial",
        DisputeMove.Concession => "concession",
        DisputeMove.CounterAccusation => "counter-accusation",
        DisputeMove.SidesWithAccuser => "sides-with-accuser",
        DisputeMove.SidesWithAccused => "sides-with-accused",
        _ => throw new ArgumentOutOfRangeException(nameof(move), move, "This step of a dispute has no word."),
    };

    /// <summary>The word for a kind of contradiction.</summary>
    public static string Of(ContradictionKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The root code as PLOVER writes it.</summary>
    public static string Of(EventCode code) => code.ToString().ToUpperInvariant();

    /// <summary>A moment as ISO 8601 writes it: the day alone at midnight, else day and time of day; null for none.</summary>
    public static string? Of(DateTime? moment) => moment is not { } at ? null
        : at.TimeOfDay == TimeSpan.Zero ? Of(DateOnly.FromDateTime(at))
        : at.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
