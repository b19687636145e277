using System.Collections.Immutable;
using System.Net;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>Makes targets of settings.</summary>
public static class DeliveryTargets
{
    /// <summary>One route a target, in order.</summary>
    /// <param name="settings">Valid settings.</param>
    /// <param name="time">Clock.</param>
    /// <param name="isPublic">Whether a webhook may connect to an address when its target does not allow private ones.</param>
    /// <exception cref="ArgumentException">The settings do not hold; all problems are named.</exception>
    public static ImmutableArray<Route> Create(
        DeliverySettings settings,
        TimeProvider time,
        Func<IPAddress, bool> isPublic
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        var problems = settings.Validate();
        return problems.IsEmpty
            ? [.. settings.Targets.Select(target => new Route(Create(target, time, isPublic), target))]
            : throw new ArgumentException(string.Join("; ", problems), nameof(settings));
    }

    private static IDeliveryTarget Create(TargetSettings target, TimeProvider time, Func<IPAddress, bool> isPublic) =>
        target switch
        {
            FolderTargetSettings folder => new FolderTarget(folder),
            EmailTargetSettings email => new EmailTarget(email, time),
            WebhookTargetSettings webhook => new WebhookTarget(webhook, time, isPublic),
            SftpTargetSettings sftp => new SftpTarget(sftp),
            _ => throw new ArgumentException($"no target of kind {target.GetType().Name}", nameof(target)),
        };
}
