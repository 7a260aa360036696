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
}
