using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace BriefingGen.Sources.Fetching;

/// <summary>
/// Tells addresses of the public internet from all others, by IANA's special-purpose registries (RFC 6890 and its
/// successors). What holds an IPv4 address within an IPv6 one is judged by it.
/// </summary>
public static class PublicAddress
{
    private static readonly ImmutableArray<IPNetwork> Special =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        }.Select(static n => IPNetwork.Parse(n)),
    ];

    // Only this part of IPv6 is given out for the public internet; parts of it are not.
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly ImmutableArray<IPNetwork> Special6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(static n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>True for an address that anybody on the internet can reach.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Special.Any(network => network.Contains(address));
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        var bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 ? Is(address.MapToIPv4())
            : Nat64.Contains(address) ? Is(new IPAddress(bytes.AsSpan(12, 4)))
            : SixToFour.Contains(address) ? Is(new IPAddress(bytes.AsSpan(2, 4)))
            : Global6.Contains(address) && !Special6.Any(network => network.Contains(address));
    }
}
