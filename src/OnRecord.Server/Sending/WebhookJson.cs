using System.Text.Json;
using OnRecord.Ledger.Users;

namespace OnRecord.Server.Sending;

/// <summary>Saved searches, webhooks and deliveries as the API gives them.</summary>
internal static class WebhookJson
{
    public static string WordOf(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "waiting",
        DeliveryState.Delivered => "delivered",
        _ => "failed",
    };

    public static void Write(Utf8JsonWriter json, SavedSearch search)
    {
        json.WriteStartObject();
        json.WriteString("id", search.Id);
        json.WriteString("name", search.Name);
        json.WriteString("query", search.Query);
        json.WriteString("saved", search.Saved);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Webhook webhook)
    {
        json.WriteStartObject();
        WriteProperties(json, webhook);
        json.WriteEndObject();
    }

    /// <summary>A webhook with a secret that is shown this once.</summary>
    public static void Write(Utf8JsonWriter json, Webhook webhook, string secret)
    {
        json.WriteStartObject();
        WriteProperties(json, webhook);
        json.WriteString("secret", secret);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Delivery delivery)
    {
        json.WriteStartObject();
        json.WriteString("id", delivery.Id);
        json.WriteNumber("statements", delivery.Statements);
        json.WriteString("made", delivery.Made);
        json.WriteString("state", WordOf(delivery.State));
        json.WriteNumber("attempts", delivery.Attempts);
        if (delivery.Next is { } next) json.WriteString("next", next);
        else json.WriteNull("next");
        json.WriteString("reason", delivery.Reason);
        json.WriteEndObject();
    }

    public static void Items<T>(Utf8JsonWriter json, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, Webhook webhook)
    {
        json.WriteString("id", webhook.Id);
        json.WriteString("search", webhook.Search);
        json.WriteString("address", webhook.Address.OriginalString);
        json.WriteString("made", webhook.Made);
        json.WriteBoolean("paused", webhook.IsPaused);
    }
}
