using System.Collections.Immutable;
using BriefingGen.Storage;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>One place that editions are sent to.</summary>
public interface IDeliveryTarget
{
    /// <summary>Its name in the configuration; receipts go by it.</summary>
    string Name { get; }

    /// <summary>Sends an edition. Sending the same edition twice must leave the target as if it was sent once, as far as its protocol allows.</summary>
    /// <returns>What the target answered, one line without secrets, for the receipt.</returns>
    /// <exception cref="DeliveryException">It was not taken.</exception>
    Task<string> SendAsync(DeliveryPackage package, CancellationToken cancellationToken);
}

/// <summary>A finished and verified edition, rendered once for all targets.</summary>
/// <param name="Edition">Which one.</param>
/// <param name="Title">Title of the brief, for a subject line.</param>
/// <param name="Marking">Handling marking as printed; null where there is none.</param>
/// <param name="Summary">The first page's text as plain text.</param>
/// <param name="SummaryHtml">The first page as a small HTML document without scripts or remote content.</param>
/// <param name="Files">The files.</param>
/// <param name="Hash">SHA-256 over names and contents of the files, lower-case hexadecimal.</param>
public sealed record DeliveryPackage(
    EditionKey Edition,
    string Title,
    string? Marking,
    string Summary,
    string SummaryHtml,
    ImmutableArray<DeliveryFile> Files,
    string Hash
);

/// <summary>A file to send.</summary>
/// <param name="Name">Name without folder, such as <c>brief.pdf</c>.</param>
/// <param name="MediaType">IANA media type.</param>
/// <param name="Path">Where it lies.</param>
public sealed record DeliveryFile(string Name, string MediaType, string Path);

/// <summary>A target did not take an edition.</summary>
public sealed class DeliveryException : Exception
{
    /// <summary>Without words.</summary>
    public DeliveryException() { }

    /// <summary>With words for people, one line, without secrets; <see cref="IsPermanent"/> is false.</summary>
    public DeliveryException(string message)
        : base(message) { }

    /// <summary>With words and cause; <see cref="IsPermanent"/> is false.</summary>
    public DeliveryException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>With words, cause, and whether a further try is useless.</summary>
    public DeliveryException(string message, bool isPermanent, Exception? innerException = null)
        : base(message, innerException) => IsPermanent = isPermanent;

    /// <summary>True where a further try is useless: a refused address, a wrong password.</summary>
    public bool IsPermanent { get; }

    /// <summary>How long the target asked to wait before the next try; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
