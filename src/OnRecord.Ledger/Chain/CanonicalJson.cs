using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OnRecord.Ledger.Chain;

/// <summary>The one JSON form of what an entry holds: declared order, no white space, nulls written.</summary>
[JsonSerializable(typeof(RunContent))]
[JsonSerializable(typeof(RunEndContent))]
[JsonSerializable(typeof(DocumentContent))]
[JsonSerializable(typeof(OccurrenceContent))]
[JsonSerializable(typeof(FailureContent))]
[JsonSerializable(typeof(ReadingContent))]
internal sealed partial class CanonicalJson : JsonSerializerContext
{
    /// <summary>The form, with letters of every language as they are: a ledger is read by people too.</summary>
    public static CanonicalJson Form { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
