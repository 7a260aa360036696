using System.Net;
using OnRecord.Language;
using OnRecord.Server.Adding;

namespace OnRecord.Server.Sending;

/// <summary>Which addresses webhooks may have. What a name leads to is looked at when it is connected to, each time anew.</summary>
internal static class WebhookAddress
{
    private const int Longest = 500;

    /// <exception cref="OnRecordException">OR7010: it is no address that is sent to.</exception>
    public static Uri Read(string written, bool allowsLocal)
    {
        if (written.Length > Longest || !Uri.TryCreate(written, UriKind.Absolute, out var address) || address.Host.Length == 0) throw Refused("The address is none. Give one such as https://example.org/onrecord, of at most 500 characters.");
        var isLocal = IsLocal(address);
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && isLocal && allowsLocal)) throw Refused($"'{Shown(address)}' does not begin with https://. What is sent tells what you look for: give an address with https.");
        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0) throw Refused($"'{Shown(address)}' has a user name or a # in it. Give the address without: that a message is genuine, its signature tells.");
        if (isLocal ? !allowsLocal : IPAddress.TryParse(address.Host.Trim('[', ']'), out var number) && !PublicAddress.Is(number)) throw Within(address.Host);
        return address;
    }

    /// <summary>Whether a network address may be connected to.</summary>
    public static bool MayConnect(IPAddress address, bool allowsLocal) => PublicAddress.Is(address) || (allowsLocal && IPAddress.IsLoopback(address));

    /// <summary>The refusal of a host that leads into a network of one's own.</summary>
    public static OnRecordException Within(string host) => Refused($"'{host}' does not lead to the public internet, and nothing is sent into a network that only the server reaches. Give an address that is reached from everywhere.");

    private static bool IsLocal(Uri address) =>
        address.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase) || address.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var number) && IPAddress.IsLoopback(number));

    // Paths and queries of such addresses are often secrets of their own.
    private static string Shown(Uri address) => $"{address.Scheme}://{address.Host}";

    private static OnRecordException Refused(string message) => new(DiagnosticCodes.WebhookRefused, message);
}
