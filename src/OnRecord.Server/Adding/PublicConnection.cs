using System.Net;
using System.Net.Sockets;

namespace OnRecord.Server.Adding;

/// <summary>
/// Connections that the server makes to addresses that people gave, and never into a network that only the server reaches. The
/// check stands where the connection is made: on the very address that is connected to, after the name was looked up, for the
/// first request and for every redirect alike.
/// </summary>
internal static class PublicConnection
{
    /// <summary>A handler that connects to nothing else.</summary>
    /// <param name="mayConnect">Which addresses may be connected to.</param>
    /// <param name="refused">What is thrown for a host that leads elsewhere.</param>
    public static SocketsHttpHandler Handler(Func<IPAddress, bool> mayConnect, Func<string, Exception> refused) => new()
    {
        UseCookies = false,
        // A proxy would connect in our place, where nothing is checked.
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = (context, cancellationToken) => Connect(context.DnsEndPoint, mayConnect, refused, cancellationToken),
    };

    private static async ValueTask<Stream> Connect(DnsEndPoint end, Func<IPAddress, bool> mayConnect, Func<string, Exception> refused, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = IPAddress.TryParse(end.Host, out var number) ? [number] : await Dns.GetHostAddressesAsync(end.Host, cancellationToken);
        // One address within is enough to refuse: a name that leads both ways is a name that lies.
        if (addresses.Length == 0 || !addresses.All(mayConnect)) throw refused(end.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
