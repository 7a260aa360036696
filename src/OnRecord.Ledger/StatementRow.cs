namespace OnRecord.Ledger;

/// <summary>One attribution of a document's standing reading, with where it comes from. Immutable.</summary>
public sealed record StatementRow
{
    /// <summary>Its number in the ledger: what is recorded later has a higher one.</summary>
    public long Number { get; init; }

    /// <summary>The number of the entry that records the reading it stands in.</summary>
    public long Reading { get; init; }

    /// <summary>The SHA-256 of the document's bytes, in lower-case hexadecimal.</summary>
    public required string Document { get; init; }

    /// <summary>The path or address the document was first read from.</summary>
    public required string Path { get; init; }

    /// <summary>The web address it stands at; null where not known.</summary>
    public Uri? Url { get; init; }

    /// <summary>The headline; null where not known.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet; null where not known.</summary>
    public string? Publisher { get; init; }

    /// <summary>The day of publication; null where not known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The attribution's identifier within the document, such as <c>a1</c>.</summary>
    public required string Attribution { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required AttributionKind Kind { get; init; }

    /// <summary>The speaker's name; null where not resolved, and then <see cref="Unresolved"/> says why.</summary>
    public string? Speaker { get; init; }

    /// <summary>Why the speaker is not resolved; null where it is.</summary>
    public string? Unresolved { get; init; }

    /// <summary>The speaker's key in the knowledge; null for one that only its document knows.</summary>
    public string? Knowledge { get; init; }

    /// <summary>The office the speaker held on the day of utterance; null where not known.</summary>
    public string? Role { get; init; }

    /// <summary>The name of the one for whom the speaker speaks; null where not said.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The name of the one to whom it is said; null where not said.</summary>
    public string? Addressee { get; init; }

    /// <summary>The words for the occasion or the medium; null where not said.</summary>
    public string? Venue { get; init; }

    /// <summary>The day on which it was said; null where the text does not show it.</summary>
    public DateOnly? When { get; init; }

    /// <summary>The words by which the text describes a source that it does not name; null for a named one.</summary>
    public string? SourceDescription { get; init; }

    /// <summary>The words that name who says it.</summary>
    public required IReadOnlyList<RecordedWords> Source { get; init; }

    /// <summary>The words that say it is said.</summary>
    public required IReadOnlyList<RecordedWords> Cue { get; init; }

    /// <summary>What is said.</summary>
    public required IReadOnlyList<RecordedWords> Content { get; init; }

    /// <summary>How sure the reading is, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>What a person decided about it; null where nobody did.</summary>
    public Decision? Decision { get; init; }

    /// <summary>Whose word it is.</summary>
    public ReviewState State => Decision?.Verdict switch
    {
        null => ReviewState.Machine,
        Verdict.Confirmed => ReviewState.Confirmed,
        Verdict.Corrected => ReviewState.Corrected,
        _ => ReviewState.Rejected,
    };

    /// <summary>A cutting around the words searched for; null where the query has no text and no speaker.</summary>
    public Snippet? Snippet { get; init; }
}
