using System.Collections.Immutable;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>
/// Copies an edition into a folder: every file aside, flushed to the disk and compared, and only when all are whole moved
/// to their names. Each file is replaced at once; between the moves a reader may see new files beside old ones.
/// </summary>
internal sealed class FolderTarget(FolderTargetSettings settings) : IDeliveryTarget
{
    public string Name => settings.Name;

    public async Task<string> SendAsync(DeliveryPackage package, CancellationToken cancellationToken)
    {
        try
        {
            return await CopyAsync(package, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryException(SpokenText.OneLine($"{settings.Root}: {exception.Message}", 300), exception);
        }
    }

    private async Task<string> CopyAsync(DeliveryPackage package, CancellationToken cancellationToken)
    {
        var folder = Folder(package);
        var moves = new List<(string Aside, string Final)>();
        try
        {
            foreach (var file in package.Files)
            {
                var final = Path.Combine(folder, PathLayout.FileName(file.Name));
                var hash = await PackageHash.OfFileAsync(file.Path, cancellationToken);
                if (!await HoldsAsync(final, hash, cancellationToken))
                {
                    var aside = Path.Combine(
                        folder,
                        $".{file.Name}.{PackageHash.Identity(package.Edition, Name)[..8]}.part"
                    );
                    moves.Add((aside, final));
                    await CopyAsideAsync(file.Path, aside, hash, cancellationToken);
                }
            }

            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (aside, final) in moves)
            {
                File.Move(aside, final, overwrite: true);
            }
        }
        finally
        {
            moves.ForEach(move => Discard(move.Aside));
        }

        return moves.Count == 0
            ? "already there"
            : $"{moves.Count} of {package.Files.Length} files written, the others were there";
    }

    // A link below the root could lead out of it; the root itself is the operator's own.
    private string Folder(DeliveryPackage package)
    {
        Directory.CreateDirectory(settings.Root);
        var folder = Path.GetFullPath(settings.Root);
        foreach (var part in PathLayout.Folders(settings.Layout, package.Edition))
        {
            folder = Path.Combine(folder, part);
            if (new DirectoryInfo(folder).LinkTarget is not null)
            {
                throw new DeliveryException(
                    $"{folder}: expected a folder, found a link that may lead out of the root",
                    isPermanent: true
                );
            }

            Directory.CreateDirectory(folder);
        }

        return folder;
    }

    private static async Task<bool> HoldsAsync(string final, string hash, CancellationToken cancellationToken) =>
        new FileInfo(final) is { Exists: true, LinkTarget: null }
        && string.Equals(await PackageHash.OfFileAsync(final, cancellationToken), hash, StringComparison.Ordinal);

    private static async Task CopyAsideAsync(
        string source,
        string aside,
        string hash,
        CancellationToken cancellationToken
    )
    {
        // CreateNew follows no link that somebody put there; what a killed process left is removed first.
        File.Delete(aside);
        await using (var input = File.OpenRead(source))
        await using (var output = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await input.CopyToAsync(output, cancellationToken);
            output.Flush(flushToDisk: true);
        }

        if (!string.Equals(await PackageHash.OfFileAsync(aside, cancellationToken), hash, StringComparison.Ordinal))
        {
            throw new DeliveryException($"{aside}: the copy differs from {source}");
        }
    }

    private static void Discard(string aside)
    {
        try
        {
            File.Delete(aside);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The reason of the failure is already on its way up; the next try removes what is left.
        }
    }
}
