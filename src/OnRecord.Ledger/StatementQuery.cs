namespace OnRecord.Ledger;

/// <summary>Which attributions to give. Every condition that is set must hold; with none set, all are given. Immutable.</summary>
public sealed class StatementQuery
{
    /// <summary>
    /// Words to find in what is said, in the words of the source and in the speaker's name: every word must be there,
    /// <c>"words in marks"</c> stand together, and <c>word*</c> finds what begins with it. Case and accents do not matter.
    /// Any other sign is read as a space. At most 64 words and phrases.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>Words of the speaker's name, in the same form as <see cref="Text"/>.</summary>
    public string? Speaker { get; init; }

    /// <summary>The speaker's name exactly as the ledger has it.</summary>
    public string? SpokenBy { get; init; }

    /// <summary>The outlet's name exactly as the ledger has it.</summary>
    public string? Publisher { get; init; }

    /// <summary>Whether a speaker is resolved; null for both.</summary>
    public bool? IsResolved { get; init; }

    /// <summary>Whose word a statement is; null for all.</summary>
    public ReviewState? State { get; init; }

    /// <summary>The first day of publication; documents without a date are left out where it is set.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day of publication, itself included; documents without a date are left out where it is set.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The kind of attribution.</summary>
    public AttributionKind? Kind { get; init; }

    /// <summary>The most rows to give, at least 1; null for all.</summary>
    public int? Limit { get; init; }
}
