using OnRecord.Knowledge;
using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>Someone or something that one document names, while its mentions are being gathered.</summary>
internal sealed class LocalEntity(string name, EntityType type)
{
    /// <summary>The fullest form of the name.</summary>
    public string Name { get; private set; } = name;

    public EntityType Type { get; private set; } = type;

    private readonly Dictionary<TextSpan, MentionForm> mentions = [];

    /// <summary>The mentions, in order.</summary>
    public IEnumerable<Mention> Mentions => mentions.OrderBy(m => m.Key).Select(m => new Mention(m.Key, m.Value));

    public bool IsMentioned => mentions.Count > 0;

    public TextSpan FirstMention => mentions.Keys.Min();

    /// <summary>'f' or 'm' where an honorific or a pronoun has told it; '\0' before.</summary>
    public char Gender { get; set; }

    /// <summary>Whether it has spoken in the document.</summary>
    public bool HasSpoken { get; set; }

    /// <summary>Who or what it is in the world; null where that is not known.</summary>
    public KnownEntity? Known { get; set; }

    /// <summary>The keys of a group's members on the document's day; empty where they are not known.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Whether he or she may stand for it: a person, or one who has spoken and whom nothing shows to be a body or a place.</summary>
    public bool MayBePerson => Known is null or { Type: EntityType.Person } && (Type is EntityType.Person || Type is EntityType.Other && HasSpoken);

    public void Learn(string form, EntityType type)
    {
        if (form.Length > Name.Length) Name = form;
        if (Type == EntityType.Other) Type = type;
    }

    /// <summary>Takes back a mention that has turned out to be another's.</summary>
    public void Forget(TextSpan span) => mentions.Remove(span);

    public void Mention(TextSpan span, MentionForm form) => mentions.TryAdd(span, form);
}
