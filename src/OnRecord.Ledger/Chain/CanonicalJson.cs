using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OnRecord.Ledger.Chain;

/// <summary>The one JSON form of what an entry holds: declared order, no white space, nulls written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunContent))]
[JsonSerializable(typeof(RunEndContent))]
[JsonSerializable(typeof(DocumentContent))]
[JsonSerializable(typeof(OccurrenceContent))]
[JsonSerializable(typeof(FailureContent))]
[JsonSerializable(typeof(KnowledgeContent))]
[JsonSerializable(typeof(EntityChangeContent))]
[JsonSerializable(typeof(ReadingContent))]
[JsonSerializable(typeof(DecisionContent))]
[JsonSerializable(typeof(CorrectedSpanContent[]))]
[JsonSerializable(typeof(SeriesContent))]
[JsonSerializable(typeof(SeriesRemovalContent))]
[JsonSerializable(typeof(CheckContent))]
[JsonSerializable(typeof(CheckDecisionContent))]
internal sealed partial class CanonicalJson : JsonSerializerContext
{
    // Letters of every language stay as they are: a ledger is read by people too.
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The form of a value.</summary>
    // Through a writer of our own, since only then the generated code writes: an encoder among the serializer's options
    // sends it through reflection-like metadata, which costs a short run more than all of its other writing.
    public static string Write<T>(T value, JsonTypeInfo<T> form)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Form))
        {
            JsonSerializer.Serialize(writer, value, form);
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The value of a form.</summary>
    /// <exception cref="JsonException">It is not of that form.</exception>
    public static T Read<T>(string json, JsonTypeInfo<T> form) => JsonSerializer.Deserialize(json, form) ?? throw new JsonException("The content is null.");
}
