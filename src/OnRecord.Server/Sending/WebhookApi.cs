using System.Text.Json;
using OnRecord.Language;
using OnRecord.Server.Access;
using OnRecord.Server.Rest;

namespace OnRecord.Server.Sending;

/// <summary>Saved searches and their webhooks for programs. Whoever asks for one of another is told that there is none.</summary>
internal sealed class WebhookApi(WebhookDesk desk, SearchShelf shelf, AccessGate gate)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        Map("GET", "/api/searches", context => JsonAnswer.Send(context, json => WebhookJson.Items(json, shelf.Of(User(context)), WebhookJson.Write)));
        Map("POST", "/api/searches", Save);
        Map("DELETE", "/api/searches/{id}", context => Done(context, shelf.Remove(User(context), Id(context))));
        Map("GET", "/api/webhooks", context => JsonAnswer.Send(context, json => WebhookJson.Items(json, desk.Of(User(context)), WebhookJson.Write)));
        Map("POST", "/api/webhooks", Add);
        Map("GET", "/api/webhooks/{id}", Show);
        Map("PATCH", "/api/webhooks/{id}", Pause);
        Map("DELETE", "/api/webhooks/{id}", context => Done(context, desk.Remove(User(context), Id(context))));
        Map("POST", "/api/webhooks/{id}/secret", Rotate);
        Map("POST", "/api/webhooks/{id}/test", async context => await Show(context, await desk.Test(User(context), Id(context), context.RequestAborted)));
        Map("GET", "/api/webhooks/{id}/deliveries", context =>
            desk.Find(User(context), Id(context)) is null ? JsonAnswer.NotFound(context) : JsonAnswer.Send(context, json => WebhookJson.Items(json, desk.Deliveries(User(context), Id(context)), WebhookJson.Write)));
        Map("POST", "/api/webhooks/{id}/deliveries/{delivery}/again", async context => await Show(context, await desk.Again(User(context), Id(context), (string)context.Request.RouteValues["delivery"]!, context.RequestAborted)));

        // What is one's own, a reader changes too. Nothing of it is kept on the way.
        void Map(string method, string path, Func<HttpContext, Task> answer) => routes.MapMethods(path, [method], context =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return RestApi.Answer(context, answer);
        }).WithMetadata(Needs.Reader);
    }

    private async Task Save(HttpContext context)
    {
        using var body = await Body(context);
        var saved = shelf.Save(User(context), Words(body, "name"), Words(body, "query"));
        context.Response.Headers.Location = $"/searches/{saved.Id}";
        await JsonAnswer.Send(context, json => WebhookJson.Write(json, saved), StatusCodes.Status201Created);
    }

    private async Task Add(HttpContext context)
    {
        using var body = await Body(context);
        if (await desk.Add(User(context), Words(body, "search"), Words(body, "address"), context.RequestAborted) is not { } made)
        {
            await JsonAnswer.NotFound(context);
            return;
        }
        gate.Note(context, "made a webhook", made.Webhook.Address.Host);
        context.Response.Headers.Location = $"/api/webhooks/{made.Webhook.Id}";
        await JsonAnswer.Send(context, json => WebhookJson.Write(json, made.Webhook, made.Secret), StatusCodes.Status201Created);
    }

    private Task Show(HttpContext context) =>
        desk.Find(User(context), Id(context)) is { } webhook ? JsonAnswer.Send(context, json => WebhookJson.Write(json, webhook)) : JsonAnswer.NotFound(context);

    private static Task Show(HttpContext context, Ledger.Users.Delivery? delivery) =>
        delivery is not null ? JsonAnswer.Send(context, json => WebhookJson.Write(json, delivery)) : JsonAnswer.NotFound(context);

    private async Task Pause(HttpContext context)
    {
        using var body = await Body(context);
        if (!body.RootElement.TryGetProperty("paused", out var paused) || paused.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) throw Missing("paused", "true or false");
        if (desk.Pause(User(context), Id(context), paused.GetBoolean())) await Show(context);
        else await JsonAnswer.NotFound(context);
    }

    private Task Rotate(HttpContext context)
    {
        if (desk.Rotate(User(context), Id(context)) is not { } secret || desk.Find(User(context), Id(context)) is not { } webhook) return JsonAnswer.NotFound(context);
        gate.Note(context, "exchanged the secret of a webhook", webhook.Id);
        return JsonAnswer.Send(context, json => WebhookJson.Write(json, webhook, secret));
    }

    private static Task Done(HttpContext context, bool isDone)
    {
        if (!isDone) return JsonAnswer.NotFound(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task<JsonDocument> Body(HttpContext context)
    {
        try
        {
            var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            if (body.RootElement.ValueKind == JsonValueKind.Object) return body;
            body.Dispose();
            throw new OnRecordException(DiagnosticCodes.Usage, "The body is no JSON object. Send one, as /openapi/v1.json describes it.");
        }
        catch (JsonException error)
        {
            throw new OnRecordException(DiagnosticCodes.Usage, "The body is no JSON. Send an object, as /openapi/v1.json describes it.", error);
        }
    }

    private static string Words(JsonDocument body, string name) =>
        body.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : throw Missing(name, "a text");

    private static OnRecordException Missing(string name, string wanted) => new(DiagnosticCodes.Usage, $"The body has no '{name}' that is {wanted}. /openapi/v1.json describes it.");

    private static string User(HttpContext context) => Caller.Of(context).Name;

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;
}
