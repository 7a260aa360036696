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

    /// <summary>Its identifier in Wikidata, such as <c>Q7184</c>; null where not known.</summary>
    public string? Wikidata { get; init; }

    /// <summary>Its key in the knowledge, such as <c>state:usa</c>; null for one that only this document knows.</summary>
    public string? Knowledge { get; init; }

    /// <summary>For a group whose members on the document's day are known: their keys in the knowledge, in order; empty otherwise.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The mentions, in order.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }
}
