namespace OnRecord.Knowledge;

/// <summary>Someone or something that is known before an article is read. Immutable once the knowledge is made.</summary>
internal sealed class KnownEntity
{
    /// <summary>The key: <c>state:RUS</c>, <c>org:nato</c>, <c>treaty:inf</c>, <c>inst:RUS/kremlin</c>, <c>media:reuters</c>, <c>person:jens-stoltenberg</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name in use.</summary>
    public required string Name { get; init; }

    public required EntityType Type { get; init; }

    /// <summary>What it is more exactly: <c>state</c>, <c>ministry</c>, <c>news-agency</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>Every form of the name, the name itself first.</summary>
    public required IReadOnlyList<string> Forms { get; init; }

    /// <summary>Adjectives and names of the people of a state, "Russian", "Russians", or of a party, "Republican".</summary>
    public IReadOnlyList<string> Demonyms { get; init; } = [];

    /// <summary>The places whose names stand for it: the capital and other seats of its government.</summary>
    public IReadOnlyList<string> Seats { get; init; } = [];

    /// <summary>The nouns that stand for it: "alliance".</summary>
    public IReadOnlyList<string> Nouns { get; init; } = [];

    /// <summary>The key of the state or organisation that it is of; null where it is of none.</summary>
    public string? Of { get; init; }

    public string? Wikidata { get; init; }

    /// <summary>'f' or 'm' where known; '\0' otherwise.</summary>
    public char Sex { get; init; }

    /// <summary>Whether a name alone tells who is meant, as with the holders of leading offices.</summary>
    public bool IsProminent { get; init; }

    /// <summary>From when it exists; null where that does not matter.</summary>
    public PartialDay? From { get; init; }

    /// <summary>When it ended; null where it has not.</summary>
    public PartialDay? Until { get; init; }

    /// <summary>Whether it may have existed on a day; without one, always.</summary>
    public bool MayExistOn(DateOnly? day) => day is not { } on || (From is not { } from || from.Earliest <= on) && (Until is not { } until || on < until.Latest);
}
