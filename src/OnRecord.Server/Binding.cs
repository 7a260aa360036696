using System.Net;
using OnRecord.Language;

namespace OnRecord.Server;

/// <summary>The addresses that a server may listen at.</summary>
internal static class Binding
{
    /// <summary>Whether only this machine reaches the address.</summary>
    public static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    /// <exception cref="OnRecordException">OR7001: it is no address to listen at. OR7002: others than this machine could reach it.</exception>
    public static void Check(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
            throw new OnRecordException(DiagnosticCodes.CannotListen, $"'{address}' is no address to listen at. Give one such as {ServerOptions.DefaultAddress}.");
        if (!IsLoopback(address))
            throw new OnRecordException(DiagnosticCodes.NoAdministrator, $"{address} can be reached from other machines, and nobody has to sign in. Listen at {ServerOptions.DefaultAddress}, and let a proxy that signs people in stand before it.");
    }
}
