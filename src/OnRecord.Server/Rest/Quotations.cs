using System.Text;
using System.Text.Json;
using OnRecord.Formats;
using OnRecord.Ingest;
using OnRecord.Language;
using OnRecord.Server.Adding;

namespace OnRecord.Server.Rest;

/// <summary>Quotations of a text that is sent, in the shape of BBC Citron's own server. Nothing is recorded.</summary>
internal sealed class Quotations(ServerOptions options, ReadingDesk desk)
{
    public Task Get(HttpContext context) => Answer(context, context.Request.Query["text"].ToString());

    public async Task Post(HttpContext context)
    {
        if (context.Request.Query.ContainsKey("text")) await Get(context);
        else if (context.Request.HasFormContentType) await Answer(context, (await context.Request.ReadFormAsync(context.RequestAborted))["text"].ToString());
        else await Answer(context, Encoding.UTF8.GetString(await BodyDocument.Bytes(context)));
    }

    private async Task Answer(HttpContext context, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new OnRecordException(DiagnosticCodes.Usage, "A text is missing. Give it as the parameter 'text', or as the body.");
        var reading = await desk.Read(Intake.Take("text.txt", Encoding.UTF8.GetBytes(text)), context.RequestAborted);
        if (reading.Failures.Count > 0) throw new OnRecordException(reading.Failures[0].Code, reading.Failures[0].Message);
        using var annotated = new MemoryStream();
        using (var writer = RecordWriter.Create(RecordFormat.Citron, annotated))
        {
            writer.Write(reading);
            writer.Finish();
        }
        using var document = JsonDocument.Parse(annotated.GetBuffer().AsMemory(0, (int)annotated.Length));
        await JsonAnswer.Send(context, json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("quotes");
            document.RootElement.GetProperty("quotes").WriteTo(json);
            json.WriteStartObject("source");
            json.WriteString("application", "onrecord");
            json.WriteString("model", options.Program);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }
}
