namespace OnRecord.Ingest;

/// <summary>One thing an intake came upon: a document, or the reason why there is none. One of the two is not null.</summary>
public sealed class IntakeItem
{
    private IntakeItem(string path, RawDocument? document, Failure? failure) => (Path, Document, Failure) = (path, document, failure);

    /// <summary>The path, as it was given or as it was found in a folder.</summary>
    public string Path { get; }

    /// <summary>The document; null where it could not be taken in.</summary>
    public RawDocument? Document { get; }

    /// <summary>Why there is no document; null where there is one.</summary>
    public Failure? Failure { get; }

    internal static IntakeItem Of(RawDocument document) => new(document.Path, document, null);

    internal static IntakeItem Of(Failure failure) => new(failure.Path, null, failure);
}
