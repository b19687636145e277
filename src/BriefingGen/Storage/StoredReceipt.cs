namespace BriefingGen.Storage;

/// <summary>How far a delivery to one target is.</summary>
public enum DeliveryState
{
    /// <summary>Tried without success; it is tried again.</summary>
    Pending,

    /// <summary>The target took it.</summary>
    Delivered,

    /// <summary>Not sent: the target's clearance does not cover the marking.</summary>
    Withheld,

    /// <summary>Given up.</summary>
    Failed,
}

/// <summary>A receipt: one an edition and target.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Target">Name of the target in the configuration.</param>
/// <param name="State">How far it is.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="LastAttempt">When it was last tried.</param>
/// <param name="Detail">What the target answered, or why it failed; one line without secrets.</param>
/// <param name="PackageHash">SHA-256 over the files that were sent, lower-case hexadecimal.</param>
public sealed record StoredReceipt(
    EditionKey Edition,
    string Target,
    DeliveryState State,
    int Attempts,
    DateTimeOffset LastAttempt,
    string? Detail,
    string PackageHash
);
