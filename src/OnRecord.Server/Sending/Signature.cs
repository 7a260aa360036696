using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Server.Sending;

/// <summary>Signs a delivery as Standard Webhooks says (version 1, symmetric): HMAC-SHA-256 over identifier, second and body.</summary>
internal static class Signature
{
    /// <summary>What <c>webhook-signature</c> holds: one signature for each secret, with spaces between.</summary>
    public static string Of(string id, DateTimeOffset sent, ReadOnlySpan<byte> body, IEnumerable<ReadOnlyMemory<byte>> secrets)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{sent.ToUnixTimeSeconds()}."));
        var signed = new byte[head.Length + body.Length];
        head.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(head.Length));
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret.Span, signed))));
    }
}
