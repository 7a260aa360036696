using System.Text.Encodings.Web;
using System.Text.Json;

namespace OnRecord.Formats;

/// <summary>Writes each document as an object of the schema <c>onrecord/1</c>: one a line, or as one array.</summary>
internal sealed class JsonWriter(Stream stream, OffsetUnit unit, bool isArray) : RecordWriter
{
    // Text is read by programs that take JSON, never put into a page as it stands: only what JSON itself asks for is escaped.
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter json = new(stream, Options);
    private bool isStarted;

    public override void Write(Reading reading)
    {
        Begin();
        RecordJson.Write(json, reading, unit);
        End();
    }

    public override void Write(Failure failure)
    {
        Begin();
        RecordJson.Write(json, failure, unit);
        End();
    }

    public override void Finish()
    {
        if (isArray) stream.Write(isStarted ? "\n]\n"u8 : "[]\n"u8);
        stream.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        // A writer that is disposed in the middle of an object would hand half of it to the stream.
        json.Reset(Stream.Null);
        json.Dispose();
    }

    private void Begin()
    {
        if (isArray) stream.Write(isStarted ? ",\n"u8 : "[\n"u8);
        isStarted = true;
    }

    private void End()
    {
        json.Flush();
        json.Reset();
        if (!isArray) stream.Write("\n"u8);
    }
}
