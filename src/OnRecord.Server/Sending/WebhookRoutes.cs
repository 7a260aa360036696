using OnRecord.Language;
using OnRecord.Server.Access;
using OnRecord.Server.Web;
using OnRecord.Server.Web.Pages;

namespace OnRecord.Server.Sending;

/// <summary>The pages of webhooks and their addresses. Whoever asks for one of another is told that there is none.</summary>
internal sealed class WebhookRoutes(WebhookDesk desk, AccessGate gate)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/searches/{id}/webhooks", context => List(context, null));
        Post("/searches/{id}/webhooks", Add);
        routes.MapGet("/webhooks/{id}", context => Show(context, null));
        Post("/webhooks/{id}/test", async context => await Shown(context, await desk.Test(Caller.Of(context).Name, IdOf(context), context.RequestAborted) is not null));
        Post("/webhooks/{id}/pause", context => Shown(context, desk.Pause(Caller.Of(context).Name, IdOf(context), isPaused: true)));
        Post("/webhooks/{id}/resume", context => Shown(context, desk.Pause(Caller.Of(context).Name, IdOf(context), isPaused: false)));
        Post("/webhooks/{id}/secret", Rotate);
        Post("/webhooks/{id}/remove", Remove);
        Post("/webhooks/{id}/deliveries/{delivery}/again", async context =>
            await Shown(context, await desk.Again(Caller.Of(context).Name, IdOf(context), (string)context.Request.RouteValues["delivery"]!, context.RequestAborted) is not null));

        // What is one's own, a reader changes too.
        void Post(string path, RequestDelegate answer) => routes.MapPost(path, answer).WithMetadata(Needs.Reader);
    }

    private Task List(HttpContext context, OnRecordException? error)
    {
        var user = Caller.Of(context).Name;
        return desk.Search(user, IdOf(context)) is { } search ? Send(context, WebhooksPage.Of(search, [.. desk.Of(user).Where(w => w.Search == search.Id)], error)) : NotFound(context);
    }

    private async Task Add(HttpContext context)
    {
        try
        {
            if (!context.Request.HasFormContentType) throw new OnRecordException(DiagnosticCodes.Usage, "The form came without its content. Give the address again.");
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (await desk.Add(Caller.Of(context).Name, IdOf(context), form["address"].ToString().Trim(), context.RequestAborted) is not { } made)
            {
                await NotFound(context);
                return;
            }
            gate.Note(context, "made a webhook", made.Webhook.Address.Host);
            await Send(context, WebhookPage.Of(made.Webhook, desk.Search(Caller.Of(context).Name, made.Webhook.Search)!, [], made.Secret));
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            await List(context, new OnRecordException(DiagnosticCodes.Usage, $"The form cannot be read: {error.Message.TrimEnd('.')}. Give the address again.", error));
        }
        catch (OnRecordException error)
        {
            await List(context, error);
        }
    }

    private Task Show(HttpContext context, string? secret)
    {
        var user = Caller.Of(context).Name;
        return desk.Find(user, IdOf(context)) is { } webhook && desk.Search(user, webhook.Search) is { } search
            ? Send(context, WebhookPage.Of(webhook, search, desk.Deliveries(user, webhook.Id), secret))
            : NotFound(context);
    }

    private Task Rotate(HttpContext context)
    {
        if (desk.Rotate(Caller.Of(context).Name, IdOf(context)) is not { } secret) return NotFound(context);
        gate.Note(context, "exchanged the secret of a webhook", IdOf(context));
        return Show(context, secret);
    }

    private Task Remove(HttpContext context)
    {
        var user = Caller.Of(context).Name;
        if (desk.Find(user, IdOf(context)) is not { } webhook || !desk.Remove(user, webhook.Id)) return NotFound(context);
        Redirect(context, Href.To("searches", webhook.Search, "webhooks"));
        return Task.CompletedTask;
    }

    private Task Shown(HttpContext context, bool isDone)
    {
        if (!isDone) return NotFound(context);
        Redirect(context, Href.To("webhooks", IdOf(context)));
        return Task.CompletedTask;
    }

    private Task NotFound(HttpContext context) => Send(context, NotFoundPage.Of(context.Request.Path));

    private Task Send(HttpContext context, Page page) => PageAnswer.Send(context, page, gate.Users is not null);

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static void Redirect(HttpContext context, Href to)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = to.ToString();
    }
}
