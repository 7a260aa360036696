namespace OnRecord.Ledger;

/// <summary>One document of the ledger, as its standing reading has it. Immutable.</summary>
public sealed class DocumentRow
{
    /// <summary>The number of the entry that records it: a document met later has a higher one.</summary>
    public long Entry { get; init; }

    /// <summary>The SHA-256 of its bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The path or address it was first read from.</summary>
    public required string Path { get; init; }

    /// <summary>The web address it stands at; null where not known.</summary>
    public Uri? Url { get; init; }

    /// <summary>The headline; null where not known.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet; null where not known.</summary>
    public string? Publisher { get; init; }

    /// <summary>The day of publication; null where not known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The language as a BCP 47 tag; null where not known.</summary>
    public string? Language { get; init; }

    /// <summary>The size of the original in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>How many attributions the standing reading has.</summary>
    public required int Statements { get; init; }

    /// <summary>How many readings of it are kept.</summary>
    public required int Readings { get; init; }

    /// <summary>How many failures the standing reading has; 0 where it was read to the end.</summary>
    public required int Failures { get; init; }
}
