using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>
/// Puts an edition on an SFTP server: every file under another name first, and when all are there, renamed over the old
/// ones (posix-rename@openssh.com). A server whose key is not one of the named ones is not spoken to.
/// </summary>
internal sealed class SftpTarget(SftpTargetSettings settings) : IDeliveryTarget
{
    public string Name => settings.Name;

    private string Place => $"{settings.Host}:{settings.Port}";

    public async Task<string> SendAsync(DeliveryPackage package, CancellationToken cancellationToken)
    {
        var spoken = new SpokenText();
        var strange = (string?)null;
        try
        {
            using var method = Method(spoken);
            using var client = new SftpClient(
                new ConnectionInfo(settings.Host, settings.Port, settings.User, method) { Timeout = settings.Timeout }
            )
            {
                OperationTimeout = settings.Timeout,
                KeepAliveInterval = TimeSpan.FromSeconds(15),
            };
            client.HostKeyReceived += (_, key) =>
            {
                key.CanTrust = settings.HostKeys.Any(pinned =>
                    string.Equals(
                        pinned["SHA256:".Length..].TrimEnd('='),
                        key.FingerPrintSHA256.TrimEnd('='),
                        StringComparison.Ordinal
                    )
                );
                strange = key.CanTrust ? null : key.FingerPrintSHA256;
            };
            await client.ConnectAsync(cancellationToken);
            return await UploadAsync(client, package, cancellationToken);
        }
        catch (SshException) when (strange is not null)
        {
            throw new DeliveryException(
                $"{Place}: expected one of the keys of hostKeys, the server has SHA256:{strange}",
                isPermanent: true
            );
        }
        catch (SshAuthenticationException exception)
        {
            throw new DeliveryException(
                spoken.Clean($"{Place}: the account was refused: {exception.Message}"),
                isPermanent: true
            );
        }
        catch (SftpPermissionDeniedException exception)
        {
            throw new DeliveryException(
                spoken.Clean($"{Place}: {settings.Root}: {exception.Message}"),
                isPermanent: true
            );
        }
        catch (Exception exception)
            when (exception
                    is SshException
                        or SocketException
                        or IOException
                        or ObjectDisposedException
                        or ProxyException
            )
        {
            throw spoken.Failure(Place, exception);
        }
    }

    private AuthenticationMethod Method(SpokenText spoken)
    {
        if (settings.Password is { } password)
        {
            return new PasswordAuthenticationMethod(settings.User, spoken.Reveal(password));
        }

        try
        {
            using var key = new MemoryStream(Encoding.UTF8.GetBytes(spoken.Reveal(settings.Key!) + "\n"));
            var passphrase = settings.Passphrase is { } reference ? spoken.Reveal(reference) : null;
            return new PrivateKeyAuthenticationMethod(settings.User, new PrivateKeyFile(key, passphrase));
        }
        catch (Exception exception) when (exception is not DeliveryException)
        {
            throw new DeliveryException(
                "the private key: expected OpenSSH or PEM form, and its passphrase where it has one",
                isPermanent: true
            );
        }
    }

    private async Task<string> UploadAsync(
        SftpClient client,
        DeliveryPackage package,
        CancellationToken cancellationToken
    )
    {
        var folder = await FolderAsync(client, package, cancellationToken);
        var moves = new List<(string Aside, string Final)>();
        foreach (var file in package.Files)
        {
            var final = $"{folder}/{PathLayout.FileName(file.Name)}";
            var hash = await PackageHash.OfFileAsync(file.Path, cancellationToken);
            if (await HoldsAsync(client, final, file.Path, hash, cancellationToken))
            {
                continue;
            }

            var aside = $"{folder}/.{file.Name}.{PackageHash.Identity(package.Edition, Name)[..8]}.part";
            await using var stream = File.OpenRead(file.Path);
            await client.UploadFileAsync(stream, aside, cancellationToken);
            if (!await HoldsAsync(client, aside, file.Path, hash, cancellationToken))
            {
                throw new DeliveryException($"{Place}: {aside}: what was uploaded differs from {file.Path}");
            }

            moves.Add((aside, final));
        }

        foreach (var (aside, final) in moves)
        {
            await Task.Run(() => client.RenameFile(aside, final, isPosix: true), cancellationToken);
        }

        return moves.Count == 0
            ? "already there"
            : $"{moves.Count} of {package.Files.Length} files written, the others were there";
    }

    private async Task<string> FolderAsync(
        SftpClient client,
        DeliveryPackage package,
        CancellationToken cancellationToken
    )
    {
        var folder = string.Empty;
        var parts = settings.Root.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts.Concat(PathLayout.Folders(settings.Layout, package.Edition)))
        {
            folder += "/" + part;
            if (!await client.ExistsAsync(folder, cancellationToken))
            {
                await client.CreateDirectoryAsync(folder, cancellationToken);
            }
        }

        return folder;
    }

    private static async Task<bool> HoldsAsync(
        SftpClient client,
        string path,
        string source,
        string hash,
        CancellationToken cancellationToken
    )
    {
        if (
            !await client.ExistsAsync(path, cancellationToken)
            || (await client.GetAttributesAsync(path, cancellationToken)).Size != new FileInfo(source).Length
        )
        {
            return false;
        }

        using var copy = new HashStream();
        await client.DownloadFileAsync(path, copy, cancellationToken);
        return string.Equals(copy.Sha256, hash, StringComparison.Ordinal);
    }

    /// <summary>Hashes what is written to it and keeps nothing.</summary>
    private sealed class HashStream : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => _hash.AppendData(buffer, offset, count);

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _hash.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
