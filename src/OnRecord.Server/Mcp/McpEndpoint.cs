using OnRecord.Server.Access;
using OnRecord.Server.Rest;

namespace OnRecord.Server.Mcp;

/// <summary>The Model Context Protocol over HTTP: one message a POST, answered at once; there is no stream to open.</summary>
internal static class McpEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, McpServer server)
    {
        routes.MapPost("/mcp", async context =>
        {
            var message = await BodyDocument.Bytes(context);
            if (await server.Answer(message, $"{context.Request.Scheme}://{context.Request.Host}", context.RequestAborted) is not { } answer)
            {
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                return;
            }
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
        }).WithMetadata(Needs.Reader);
        routes.MapGet("/mcp", context =>
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "POST";
            return Task.CompletedTask;
        });
    }
}
