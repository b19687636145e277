using System.Net;
using System.Net.Sockets;

namespace BriefingGen.Sources.Fetching;

/// <summary>A connection to an address that is not of the public internet was refused.</summary>
internal sealed class RefusedAddressException(string host, IPAddress address)
    : IOException($"{host} leads to {address}, which is not an address of the public internet");

/// <summary>
/// Opens connections: the name is resolved here and the very address that was checked is connected to, so that neither a
/// redirect nor a name that changes its address between two questions leads inside.
/// </summary>
/// <param name="policy">Which private hosts are allowed.</param>
/// <param name="resolve">Addresses of a name.</param>
internal sealed class GuardedConnector(FetchPolicy policy, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await AddressesAsync(host, cancellationToken).ConfigureAwait(false);
        Exception? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, port, cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception exception)
            {
                socket.Dispose();
                if (exception is not SocketException)
                {
                    throw;
                }

                last = exception;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    // One address inside is enough to refuse a name: whoever names both has chosen it.
    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        var bare = host.Trim('[', ']');
        var addresses = IPAddress.TryParse(bare, out var literal)
            ? [literal]
            : await resolve(bare, cancellationToken).ConfigureAwait(false);
        if (!policy.AllowedPrivateHosts.Contains(bare))
        {
            foreach (var address in addresses)
            {
                if (!PublicAddress.Is(address))
                {
                    throw new RefusedAddressException(bare, address);
                }
            }
        }

        return addresses;
    }
}
