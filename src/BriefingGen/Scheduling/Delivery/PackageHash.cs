using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Storage;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>Hashes of files and packages, lower-case hexadecimal SHA-256.</summary>
internal static class PackageHash
{
    /// <summary>Over names and contents, ordered by name.</summary>
    /// <exception cref="DeliveryException">A file cannot be read.</exception>
    public static async Task<string> OfAsync(ImmutableArray<DeliveryFile> files, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var hash = await OfFileAsync(file.Path, cancellationToken);
            lines.Append(file.Name).Append('\t').Append(hash).Append('\n');
        }

        return Of(lines.ToString());
    }

    /// <summary>Of a file's bytes.</summary>
    /// <exception cref="DeliveryException">It cannot be read.</exception>
    public static async Task<string> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryException($"{path}: expected a file of the edition: {exception.Message}", exception);
        }
    }

    /// <summary>What tells an edition at a target from all others: the same for every try.</summary>
    public static string Identity(EditionKey edition, string target) =>
        Of(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{edition.Schedule}\n{edition.Date:yyyy-MM-dd}\n{target}"
            )
        )[..32];

    private static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
