namespace OnRecord.Formats;

/// <summary>
/// Writes readings to a stream, one document after the other, holding no more than one of them. The stream stays open.
/// Not safe to share between threads.
/// </summary>
public abstract class RecordWriter : IDisposable
{
    /// <summary>A writer of one format.</summary>
    /// <param name="format">The form to write.</param>
    /// <param name="stream">Where to; UTF-8 without a byte order mark, or the bytes of a form that is no text.</param>
    /// <param name="unit">What positions count. Forms without positions, and Web Annotations, which count code points by their standard, take no notice.</param>
    public static RecordWriter Create(RecordFormat format, Stream stream, OffsetUnit unit = OffsetUnit.CodePoint) => format switch
    {
        RecordFormat.Jsonl => new JsonWriter(stream, unit, isArray: false),
        RecordFormat.Json => new JsonWriter(stream, unit, isArray: true),
        RecordFormat.Csv => new CsvWriter(stream),
        RecordFormat.Citron => new CitronWriter(stream, unit),
        RecordFormat.Brat => new BratWriter(stream, unit),
        RecordFormat.WebAnnotation => new WebAnnotationWriter(stream),
        RecordFormat.QuotationGraph => new QuotationGraphWriter(stream),
        RecordFormat.FollowTheMoney => new FollowTheMoneyWriter(stream),
        RecordFormat.Parquet => new ParquetWriter(stream, unit),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no writer of this format."),
    };

    /// <summary>Writes one document.</summary>
    public abstract void Write(Reading reading);

    /// <summary>
    /// Takes note of a document of which nothing could be read. The JSON forms write an object that holds the failure
    /// alone; the others have no place for it.
    /// </summary>
    public virtual void Write(Failure failure)
    {
    }

    /// <summary>Writes what the form needs after the last document, and hands everything to the stream. To be called once.</summary>
    public abstract void Finish();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of buffers; writes nothing.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
