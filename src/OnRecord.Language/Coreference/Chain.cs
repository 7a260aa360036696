namespace OnRecord.Language.Coreference;

/// <summary>The mentions of one person or thing in one text. Immutable.</summary>
public sealed class Chain
{
    /// <summary>Two mentions or more, in the order of the text.</summary>
    public required IReadOnlyList<ChainMention> Mentions { get; init; }
}
