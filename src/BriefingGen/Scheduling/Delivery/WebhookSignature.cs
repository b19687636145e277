using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>The signature of Standard Webhooks 1.0: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int ShortestKey = 24;

    /// <exception cref="DeliveryException">The secret is no base64 after <c>whsec_</c>, or shorter than 24 bytes.</exception>
    public static string Of(string secret, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key(secret));
        hmac.AppendData(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}."))
        );
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }

    private static byte[] Key(string secret)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        if (secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            var bytes = new byte[secret.Length];
            key = Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) ? bytes[..length] : [];
        }

        return key.Length >= ShortestKey
            ? key
            : throw new DeliveryException(
                "the webhook's secret: expected whsec_ and base64, or text, of at least 24 bytes",
                isPermanent: true
            );
    }
}
