namespace OnRecord.Ingest;

/// <summary>How an <see cref="Intake"/> takes documents in.</summary>
public sealed class IntakeOptions
{
    /// <summary>The bound that holds where no other is given: 64 MiB, a hundred times the longest page of news.</summary>
    public const long DefaultMaxBytes = 64L * 1024 * 1024;

    /// <summary>The largest document that is read, in bytes; a larger one is a failure and is not read into memory.</summary>
    public long MaxBytes { get; init; } = DefaultMaxBytes;

    /// <summary>The publication date for every document, which stands over one found in a page; null where none is given.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>What the path <c>-</c> reads; null for the standard input of the process.</summary>
    public Stream? StandardInput { get; init; }
}
