using System.Collections.Immutable;
using BriefingGen.Scheduling.Delivery;
using BriefingGen.Sources.Fetching;
using BriefingGen.Storage;

namespace BriefingGen.Cli;

/// <summary>Sends verified editions to the targets that their plan names.</summary>
internal sealed class EditionDelivery
{
    private readonly ImmutableArray<Route> _routes;
    private readonly MarkingScales _scales;
    private readonly IBriefStore _store;
    private readonly TimeProvider _clock;
    private readonly Func<double> _jitter;
    private readonly Func<string, string> _redact;

    public EditionDelivery(
        DeliverySettings settings,
        IBriefStore store,
        TimeProvider clock,
        Func<double> jitter,
        Func<string, string> redact
    )
    {
        _routes = DeliveryTargets.Create(settings, clock, PublicAddress.Is);
        _scales = new MarkingScales(settings.Markings);
        (_store, _clock, _jitter, _redact) = (store, clock, jitter, redact);
    }

    public async Task<IReadOnlyList<StoredReceipt>> DeliverAsync(
        VerifiedEdition verified,
        CancellationToken cancellationToken
    )
    {
        var edition = verified.Edition;
        var files = edition
            .Files.Select(file => new DeliveryFile(
                file.Name,
                MediaType(file.Name),
                Path.Combine(edition.Folder!, file.Name)
            ))
            .ToImmutableArray();
        var package = await VerifiedPackage.SealAsync(edition, verified.Brief, files, cancellationToken);
        var routes = _routes
            .Where(route => verified.Plan.Targets.Contains(route.Target.Name, StringComparer.OrdinalIgnoreCase))
            .ToImmutableArray();
        var courier = new Courier(routes, _scales, _store.Receipts, _clock, _jitter) { Redact = _redact };
        return (await courier.DeliverAsync(package, cancellationToken)).Receipts;
    }

    private static string MediaType(string name) =>
        Path.GetExtension(name) switch
        {
            ".pdf" => "application/pdf",
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".html" => "text/html",
            ".md" => "text/markdown",
            ".json" => "application/json",
            _ => "application/octet-stream",
        };
}
