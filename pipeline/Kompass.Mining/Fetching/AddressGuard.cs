using System.Net;
using System.Net.Sockets;

namespace Kompass.Mining.Fetching;

/// <summary>An address that must not be asked: another scheme, with credentials, or on a private network.</summary>
internal sealed class RefusedAddressException(string message) : IOException(message);

/// <summary>
/// Keeps requests on the public network. A name is resolved once, where the connection is made, and the connection goes to the very address that was
/// checked: a name that changes its address in between gains nothing.
/// </summary>
internal sealed class AddressGuard(IReadOnlySet<string> allowedHosts)
{
    // RFC 6890 and its successors: what is not reachable by everybody.
    private static readonly IPNetwork[] NotPublic =
    [
        .. (
            "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
            + "192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 "
            + "::/127 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 ff00::/8"
        )
            .Split(' ')
            .Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>Why this address is not asked, or null where it may be.</summary>
    public string? Refusal(Uri address)
    {
        if (address.Scheme is not ("http" or "https"))
        {
            return $"{address.Scheme} is no scheme that is fetched";
        }

        if (address.UserInfo.Length > 0)
        {
            return "it holds a user name or password, and none is sent";
        }

        return
            !IsAllowed(address.Host, address.Port)
            && IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip)
            && !IsPublic(ip)
            ? Private(address.Host)
            : null;
    }

    /// <summary>Connects to a public address of the host. For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellation
    )
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation);
        // A proxy that this machine is set to stands on a private network by right.
        var isProxy = !host.Equals(
            context.InitialRequestMessage.RequestUri?.IdnHost,
            StringComparison.OrdinalIgnoreCase
        );
        var open =
            isProxy || IsAllowed(host, port) ? addresses : Array.FindAll(addresses, IsPublic);
        if (open.Length == 0)
        {
            throw new RefusedAddressException(Private(host));
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether everybody can reach an address.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !NotPublic.Any(n =>
            n.BaseAddress.AddressFamily == plain.AddressFamily && n.Contains(plain)
        );
    }

    private bool IsAllowed(string host, int port) => allowedHosts.Contains(NameOf(host, port));

    /// <summary>A host as <c>--allow-host</c> names it.</summary>
    public static string NameOf(Uri address) => NameOf(address.Host, address.Port);

    private static string NameOf(string host, int port) =>
        $"{host}:{port.ToString(CultureInfo.InvariantCulture)}";

    private static string Private(string host) =>
        $"{host} is on a private network or this machine; --allow-host HOST:PORT allows it";
}
