using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Sources.Inputs;

namespace BriefingGen;

/// <summary>What tells one input from another: its path, because a brief prints it, and its bytes.</summary>
internal static class InputHash
{
    /// <summary>
    /// Hashes files, several at once: SHA-256 over path, a zero byte and the file's bytes. Null where there is no plain file,
    /// or it cannot be read now; reading it says why.
    /// </summary>
    public static async Task<IReadOnlyList<string?>> OfAllAsync(
        IReadOnlyList<FoundInput> found,
        CancellationToken cancellationToken
    )
    {
        var hashes = new string?[found.Count];
        await Parallel
            .ForAsync(
                0,
                found.Count,
                cancellationToken,
                async (i, token) => hashes[i] = await OfAsync(found[i], token).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return hashes;
    }

    private static async ValueTask<string?> OfAsync(FoundInput found, CancellationToken cancellationToken)
    {
        if (found.RealPath is null || new FileInfo(found.RealPath) is not { Exists: true, Length: > 0 })
        {
            return null;
        }

        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes(found.Path + '\0'));
            var stream = new FileStream(found.RealPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
            await using (stream.ConfigureAwait(false))
            {
                var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
                try
                {
                    int read;
                    while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                    {
                        hash.AppendData(buffer, 0, read);
                    }
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
