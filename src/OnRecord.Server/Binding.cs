using System.Net;
using OnRecord.Language;

namespace OnRecord.Server;

/// <summary>The addresses that a server may listen at.</summary>
internal static class Binding
{
    /// <summary>Whether only this machine reaches the address.</summary>
    public static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    /// <exception cref="OnRecordException">OR7001: it is no address to listen at.</exception>
    public static void Check(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
            throw new OnRecordException(DiagnosticCodes.CannotListen, $"'{address}' is no address to listen at. Give one such as {ServerOptions.DefaultAddress}.");
    }
}
