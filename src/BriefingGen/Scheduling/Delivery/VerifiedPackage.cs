using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Rendering.Verification;
using BriefingGen.Storage;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>
/// An edition that passed its verification and whose files are still those that did. The courier takes nothing else, and
/// only the methods here make one.
/// </summary>
public sealed class VerifiedPackage
{
    private VerifiedPackage(DeliveryPackage package) => Package = package;

    /// <summary>What may go out.</summary>
    public DeliveryPackage Package { get; }

    /// <summary>Seals an edition that was just verified.</summary>
    /// <param name="edition">Which one.</param>
    /// <param name="brief">What its files were rendered from.</param>
    /// <param name="files">The files; <paramref name="report"/> is of one of them.</param>
    /// <param name="report">What the verification found.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DeliveryException">The verification failed, or was of another file, or a file cannot be read.</exception>
    public static async Task<VerifiedPackage> SealAsync(
        EditionKey edition,
        Brief brief,
        ImmutableArray<DeliveryFile> files,
        VerificationReport report,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!report.Passed)
        {
            throw new DeliveryException(
                $"{report.Brief}: expected a brief that passes verify, {report.Failures.Length} places do not hold; nothing is sent",
                isPermanent: true
            );
        }

        var verified = Path.GetFullPath(report.Brief);
        if (!files.Any(file => string.Equals(Path.GetFullPath(file.Path), verified, StringComparison.Ordinal)))
        {
            throw new DeliveryException(
                $"{report.Brief}: expected the verified brief among the files to send; nothing is sent",
                isPermanent: true
            );
        }

        return new VerifiedPackage(await PackAsync(edition, brief, files, cancellationToken));
    }

    /// <summary>Seals an edition that an earlier process verified, as the store has it.</summary>
    /// <param name="edition">At <see cref="EditionState.Verified"/> or <see cref="EditionState.Delivered"/>.</param>
    /// <param name="brief">What its files were rendered from.</param>
    /// <param name="files">The files; each must have the hash that the store has.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DeliveryException">It was not verified, or a file changed since, or a file cannot be read.</exception>
    public static async Task<VerifiedPackage> SealAsync(
        StoredEdition edition,
        Brief brief,
        ImmutableArray<DeliveryFile> files,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.State is not (EditionState.Verified or EditionState.Delivered))
        {
            throw new DeliveryException(
                $"edition {edition.Key.Schedule} {edition.Key.Date:yyyy-MM-dd}: expected state Verified, found {edition.State}; nothing is sent",
                isPermanent: true
            );
        }

        foreach (var file in files)
        {
            var known = edition.Files.FirstOrDefault(stored =>
                string.Equals(stored.Name, file.Name, StringComparison.Ordinal)
            );
            var hash = await PackageHash.OfFileAsync(file.Path, cancellationToken);
            if (!string.Equals(known?.Sha256, hash, StringComparison.Ordinal))
            {
                throw new DeliveryException(
                    $"{file.Path}: expected the file that was verified, its hash differs; nothing is sent",
                    isPermanent: true
                );
            }
        }

        return new VerifiedPackage(await PackAsync(edition.Key, brief, files, cancellationToken));
    }

    private static async Task<DeliveryPackage> PackAsync(
        EditionKey edition,
        Brief brief,
        ImmutableArray<DeliveryFile> files,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(brief);
        var page = FirstPage.Of(brief);
        return new DeliveryPackage(
            edition,
            brief.Masthead.Title,
            brief.Masthead.Marking.Length > 0 ? brief.Masthead.Marking : null,
            page.Text,
            page.Html,
            files,
            await PackageHash.OfAsync(files, cancellationToken)
        );
    }
}
