using System.Collections.Immutable;
using System.Globalization;
using System.Net.Sockets;
using BriefingGen.Cli.Settings;
using BriefingGen.Composition;
using BriefingGen.Rendering.Pdf;
using BriefingGen.Scheduling.Calendars;
using BriefingGen.Scheduling.Delivery;
using BriefingGen.Scheduling.Times;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Cli;

/// <summary>How grave a finding is.</summary>
internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, but a person should look.</summary>
    Warning,

    /// <summary>An edition would fail.</summary>
    Wrong,
}

/// <summary>What the doctor found.</summary>
/// <param name="Level">How grave it is.</param>
/// <param name="Of">What was looked at.</param>
/// <param name="Words">What was found, one line.</param>
internal sealed record Finding(FindingLevel Level, string Of, string Words);

/// <summary>Looks at all that an unattended morning needs. What is wrong with one thing does not stop the next.</summary>
internal sealed class Doctor(CliHost host, string? configFile, string? storeOption)
{
    private const long LeastBytes = 1L << 30;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly List<Finding> _findings = [];

    public async Task<ImmutableArray<Finding>> ExamineAsync(bool online, CancellationToken cancellationToken)
    {
        SettingsTable? settings = null;
        Look(
            "settings",
            () =>
            {
                settings = SettingsReader.Read(host, configFile);
                return $"{settings.Values.Count(value => value.Origin != "default")} values set";
            }
        );
        if (settings is null)
        {
            return [.. _findings];
        }

        Look("templates", () => Templates(settings));
        Look("fonts", Fonts);
        Look("clock", Clock);
        LookAtDisk(settings);
        foreach (var problem in SettingsCheck.Problems(settings))
        {
            _findings.Add(new Finding(FindingLevel.Wrong, "settings", problem));
        }

        LookAtTargets(settings);
        await LookAtStoreAsync(settings, cancellationToken);
        if (online)
        {
            await LookOutsideAsync(settings, cancellationToken);
        }

        return [.. _findings];
    }

    private static string Templates(SettingsTable settings)
    {
        var folder = TemplateFolder.Find(settings.Text("templates"));
        TemplateSet.Load(folder);
        Desk.Load(folder, []);
        return folder;
    }

    // A page with a word on it takes the fonts through the whole engine.
    private static string Fonts()
    {
        using var stream = new MemoryStream();
        PdfProbe.Write(stream);
        return string.Create(CultureInfo.InvariantCulture, $"a page of {stream.Length} bytes was laid out");
    }

    private string Clock()
    {
        var now = host.Clock.GetUtcNow();
        if (now.Year is < 2024 or > 2100)
        {
            throw new ConfigurationException($"the clock says {now:yyyy-MM-dd HH:mm}Z");
        }

        TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");
        return $"{now:yyyy-MM-dd HH:mm}Z, local zone {host.Clock.LocalTimeZone.Id}";
    }

    private void LookAtDisk(SettingsTable settings) =>
        Look(
            "disk",
            () =>
            {
                var output = Path.GetFullPath(settings.Text("output")!);
                Directory.CreateDirectory(output);
                var probe = Path.Combine(output, $".doctor-{Environment.ProcessId}.tmp");
                File.WriteAllText(probe, "probe");
                File.Delete(probe);
                var free = new DriveInfo(output).AvailableFreeSpace;
                return free >= LeastBytes
                    ? $"{free >> 30} GiB free for {settings.Text("output")}"
                    : throw new DoctorWarning($"only {free >> 20} MiB free for {settings.Text("output")}");
            }
        );

    private void LookAtTargets(SettingsTable settings)
    {
        DeliverySettings delivery;
        try
        {
            delivery = new DeliveryWiring(settings).Read();
        }
        catch (ConfigurationException)
        {
            // It stands among the findings about the settings already.
            return;
        }

        var names = delivery.Targets.Select(target => target.Name);
        _findings.Add(
            new Finding(FindingLevel.Ok, "targets", delivery.Targets.IsEmpty ? "none" : string.Join(", ", names))
        );
        foreach (var warning in delivery.Warnings())
        {
            _findings.Add(new Finding(FindingLevel.Warning, "targets", warning.Message));
        }
    }

    private async Task LookAtStoreAsync(SettingsTable settings, CancellationToken cancellationToken)
    {
        await LookAsync(
            "store",
            async () =>
            {
                await using var store = await Commands.StoreOption.OpenAsync(host, storeOption, cancellationToken);
                await LookAtSchedulesAsync(store, settings, cancellationToken);
                await LookAtFeedsAsync(store, cancellationToken);
                return store.Location;
            }
        );
    }

    private async Task LookAtSchedulesAsync(
        IBriefStore store,
        SettingsTable settings,
        CancellationToken cancellationToken
    )
    {
        var schedules = await store.Schedules.ListAsync(cancellationToken);
        if (schedules.Count == 0)
        {
            _findings.Add(new Finding(FindingLevel.Warning, "schedules", "there is none: nothing runs by itself"));
        }

        foreach (var schedule in schedules)
        {
            Look(
                $"schedule {schedule.Name}",
                () =>
                {
                    new ProfileSettings(settings).PlanOf(schedule);
                    var times = FireTimes.Of(schedule, new CalendarFolder(settings.Text("calendars")!));
                    return schedule.Paused
                        ? throw new DoctorWarning("is paused")
                        : $"next {times.Next(host.Clock.GetUtcNow())?.At:yyyy-MM-dd HH:mm zzz}";
                }
            );
            var runs = await store.Runs.ListAsync(schedule.Name, 1, cancellationToken);
            if (runs is [{ Result: RunResult.Failed or RunResult.NotVerified or RunResult.NotDelivered } last])
            {
                _findings.Add(
                    new Finding(
                        FindingLevel.Warning,
                        $"schedule {schedule.Name}",
                        $"last run: {last.Result}: {last.Message}"
                    )
                );
            }
        }
    }

    private async Task LookAtFeedsAsync(IBriefStore store, CancellationToken cancellationToken)
    {
        foreach (var feed in await store.Feeds.ListAsync(cancellationToken))
        {
            _findings.Add(
                feed.Failures == 0
                    ? new Finding(FindingLevel.Ok, feed.Url, $"last read {feed.LastOk:yyyy-MM-dd HH:mm}Z")
                    : new Finding(FindingLevel.Warning, feed.Url, $"{feed.Failures} failures in a row: {feed.Error}")
            );
        }
    }

    private async Task LookOutsideAsync(SettingsTable settings, CancellationToken cancellationToken)
    {
        foreach (var name in settings.Names("delivery:targets"))
        {
            if (
                settings.Text($"delivery:targets:{name}:host") is { } server
                && settings.Number($"delivery:targets:{name}:port") is var port
            )
            {
                var usual =
                    settings.Text($"delivery:targets:{name}:kind") != "email" ? 22
                    : settings.Text($"delivery:targets:{name}:security") == "tls" ? 465
                    : 587;
                await LookAsync(
                    $"target {name}",
                    async () =>
                    {
                        using var client = new TcpClient();
                        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                        patience.CancelAfter(s_patience);
                        await client.ConnectAsync(server, (int)(port ?? usual), patience.Token);
                        return $"{server} answers";
                    }
                );
            }
        }

        using var fetcher = DeskWiring.FetcherOf(settings, host.Clock);
        foreach (
            var (profile, feed) in settings
                .Names("profiles")
                .SelectMany(name => settings.List($"profiles:{name}:feeds").Select(address => (name, address)))
        )
        {
            await LookAsync(
                feed,
                async () =>
                {
                    var fetched = await fetcher
                        .Allowing(settings.List($"profiles:{profile}:allowPrivateHosts"))
                        .FetchAsync(new Sources.Fetching.FetchRequest(new Uri(feed), null, null), cancellationToken);
                    return fetched.Outcome == Sources.Fetching.FetchOutcome.Failed
                        ? throw new ConfigurationException(fetched.Message!)
                        : $"{fetched.Content.Length} bytes";
                }
            );
        }
    }

    private void Look(string of, Func<string> look) =>
        LookAsync(of, () => Task.FromResult(look())).GetAwaiter().GetResult();

    private async Task LookAsync(string of, Func<Task<string>> look)
    {
        try
        {
            _findings.Add(new Finding(FindingLevel.Ok, of, await look()));
        }
        catch (DoctorWarning warning)
        {
            _findings.Add(new Finding(FindingLevel.Warning, of, warning.Message));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _findings.Add(new Finding(FindingLevel.Wrong, of, exception.Message.ReplaceLineEndings("; ")));
        }
    }

    private sealed class DoctorWarning(string message) : Exception(message);
}
