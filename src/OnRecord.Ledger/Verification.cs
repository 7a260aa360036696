namespace OnRecord.Ledger;

/// <summary>What checking a whole ledger came to. Immutable.</summary>
public sealed class Verification
{
    /// <summary>Whether the chain and every span hold.</summary>
    public bool Holds => FirstBreak is null;

    /// <summary>How many entries were found to hold before the first break; all of them where there is none.</summary>
    public required long Entries { get; init; }

    /// <summary>How many archived originals were unpacked and hashed.</summary>
    public required long Documents { get; init; }

    /// <summary>How many spans were sliced again out of the archived text.</summary>
    public required long Spans { get; init; }

    /// <summary>
    /// The hash of the last entry that holds, in lower-case hexadecimal. Kept somewhere else, it proves later that no
    /// entry up to this one was altered or taken away.
    /// </summary>
    public required string Head { get; init; }

    /// <summary>The first break; null where everything holds.</summary>
    public LedgerBreak? FirstBreak { get; init; }
}
