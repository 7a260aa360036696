using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace OnRecord.Server.Web;

/// <summary>The style sheet, the script and the icon: embedded, packed once, and addressed by their content.</summary>
internal static class EmbeddedAssets
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> ByPath = Read();

    private static readonly FrozenDictionary<string, string> Paths = ByPath.ToFrozenDictionary(asset => asset.Value.Name, asset => asset.Key, StringComparer.Ordinal);

    /// <summary>The address of an asset, with the hash of its content: it may be kept for good.</summary>
    public static string PathOf(string name) => Paths[name];

    public static Task Send(HttpContext context)
    {
        if (!ByPath.TryGetValue(context.Request.Path.Value ?? "", out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        context.Response.ContentType = asset.ContentType;
        var takesBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (takesBrotli) headers.ContentEncoding = "br";
        var bytes = takesBrotli ? asset.Packed : asset.Plain;
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static FrozenDictionary<string, Asset> Read()
    {
        var assembly = typeof(EmbeddedAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(resource =>
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var plain = new byte[stream.Length];
            stream.ReadExactly(plain);
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize)) brotli.Write(plain);
            return new Asset(resource[Prefix.Length..], plain, packed.ToArray());
        }).ToFrozenDictionary(asset => $"/{Prefix}{asset.Hash}/{asset.Name}", StringComparer.Ordinal);
    }

    private sealed record Asset(string Name, byte[] Plain, byte[] Packed)
    {
        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Plain))[..12];

        public string ContentType => Path.GetExtension(Name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"No content type is known for {other}."),
        };
    }
}
