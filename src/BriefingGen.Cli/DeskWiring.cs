using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using BriefingGen.Cli.Hosting;
using BriefingGen.Cli.Settings;
using BriefingGen.Scheduling;
using BriefingGen.Scheduling.Delivery;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using BriefingGen.Sources.Watching;
using BriefingGen.Storage;
using Microsoft.Extensions.Logging;

namespace BriefingGen.Cli;

/// <summary>Puts store, maker, delivery and alerts together as the settings say.</summary>
internal sealed class DeskWiring(CliHost host, SettingsTable settings)
{
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(2);

    // One each a process: rates are kept in the fetcher, and what is still being written in the folders.
    private readonly Lazy<WebFetcher> _fetcher = new(() => FetcherOf(settings, host.Clock));
    private readonly WatchedFolders _watched = new(
        new WatchOptions
        {
            Interval = settings.Duration("watch:every")!.Value,
            Settle = settings.Duration("watch:settle")!.Value,
            Output = settings.Text("output"),
        },
        host.Clock
    );

    /// <summary>The services that the settings describe.</summary>
    public static DeskServices Of(CliHost host, string? configFile)
    {
        var settings = SettingsReader.Read(host, configFile);
        var wiring = new DeskWiring(host, settings);
        return new DeskServices(
            wiring.OpenAsync,
            wiring.Maker,
            _ => wiring.Alerts(),
            settings.Text("store"),
            settings.Text("calendars")!
        )
        {
            Watched = wiring._watched,
            Fetcher = wiring._fetcher.Value,
        };
    }

    private async Task<IBriefStore> OpenAsync(string connection, CancellationToken cancellationToken)
    {
        var own = string.Equals(connection, settings.Text("store"), StringComparison.Ordinal);
        var password =
            own && settings.Text("storePassword") is { } secret ? SecretText.Read(host, "storePassword", secret) : null;
        var store = StoreFactory.Open(connection, host.Clock, password);
        try
        {
            await store.MigrateAsync(cancellationToken);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private EditionMaker Maker(IBriefStore store)
    {
        var logs = Logs();
        var options = new EditionMakerOptions(
            new ProfileSettings(settings).PlanOf,
            _fetcher.Value,
            FeedsOf(settings),
            new EditionDelivery(
                new DeliveryWiring(settings).Read(),
                store,
                host.Clock,
                Jitter,
                host.Redactor.Redact
            ).DeliverAsync,
            host.Clock,
            WorkerName.Create(),
            WorkerName.IsGone,
            s_lease,
            NewId
        )
        {
            Watched = _watched,
            Redact = host.Redactor.Redact,
        };
        return new EditionMaker(store, options, logs.CreateLogger<EditionMaker>());
    }

    /// <summary>The fetcher that the settings describe.</summary>
    public static WebFetcher FetcherOf(SettingsTable settings, TimeProvider clock) =>
        new(Policy(settings), clock, Jitter);

    /// <summary>The same, where one of the inputs is an address; null where none is.</summary>
    public static WebFetcher? FetcherFor(IEnumerable<string> inputs, SettingsTable settings, TimeProvider clock) =>
        inputs.Any(input => input.Contains("://", StringComparison.Ordinal)) ? FetcherOf(settings, clock) : null;

    /// <summary>How feeds are read.</summary>
    public static FeedOptions FeedsOf(SettingsTable settings) => new() { FollowTeasers = settings.Flag("fetch:pages") };

    private static FetchPolicy Policy(SettingsTable settings) =>
        new()
        {
            Contact = settings.Text("fetch:contact"),
            AllowedPrivateHosts = settings
                .List("fetch:allowPrivateHosts")
                .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
            Ports =
            [
                80,
                443,
                .. settings.List("fetch:ports").Select(port => int.Parse(port, CultureInfo.InvariantCulture)),
            ],
            MaxBytes = (int)settings.Number("fetch:maxBytes")!.Value,
            Timeout = settings.Duration("fetch:timeout")!.Value,
            HostInterval = settings.Duration("fetch:everyHost")!.Value,
        };

    private IAlerts? Alerts()
    {
        var logs = Logs();
        List<IAlerts> channels = [];
        if (settings.Text("alerts:file") is { } path)
        {
            channels.Add(new AlertFile(path, logs.CreateLogger<AlertFile>()));
        }

        if (settings.Text("alerts:webhook") is { } url)
        {
            var secret = settings.Text("alerts:webhookSecret");
            channels.Add(
                new AlertWebhook(
                    new Uri(url),
                    secret is null ? null : () => SecretText.Read(host, "alerts.webhookSecret", secret),
                    host.Clock,
                    logs.CreateLogger<AlertWebhook>()
                )
            );
        }

        return channels.Count == 0
            ? null
            : new AlertChannels(channels, logs.CreateLogger<AlertChannels>(), host.Redactor.Redact);
    }

    private ILoggerFactory Logs() =>
        HostLog.Create(
            host,
            settings.Text("logging:format") == "json",
            Enum.Parse<LogLevel>(settings.Text("logging:level")!, ignoreCase: true)
        );

    private static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static double Jitter() => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20);
}
