namespace OnRecord;

/// <summary>A person, body, place or thing that the document speaks of, with the places where it does.</summary>
public sealed class Entity
{
    /// <summary>The identifier within the document: <c>e1</c>, <c>e2</c> … in order of the first mention.</summary>
    public required string Id { get; init; }

    /// <summary>The fullest name the document gives.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required EntityType Type { get; init; }

    /// <summary>The mentions, in order.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }
}
