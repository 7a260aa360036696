namespace OnRecord.Server.Rest;

/// <summary>The description of the API: written by hand, embedded, and compared with the routes by a test.</summary>
internal static class OpenApi
{
    private static readonly byte[] Description = Read();

    public static Task Send(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = Description.Length;
        return context.Response.Body.WriteAsync(Description, context.RequestAborted).AsTask();
    }

    private static byte[] Read()
    {
        using var stream = typeof(OpenApi).Assembly.GetManifestResourceStream("openapi.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
