using System.Collections.Immutable;

namespace BriefingGen.Cli.Settings;

/// <summary>All settings that there are: the one list that validation, <c>config show</c> and the JSON Schema come from.</summary>
internal static class SettingsCatalog
{
    /// <summary>True for a key whose value says where a secret stands.</summary>
    public static bool IsSecret(string key)
    {
        var parts = key.Split(':');
        return Keys.Any(setting => setting.Kind == SettingKind.Secret && setting.Matches(parts));
    }

    public static ImmutableArray<SettingKey> Keys { get; } =
    [
        new(
            "store",
            SettingKind.Text,
            "sqlite:briefgen.db",
            "The store: sqlite:FILE or a PostgreSQL connection string without password."
        ),
        new("storePassword", SettingKind.Secret, null, "The password of a PostgreSQL store."),
        new("output", SettingKind.Path, "output", "Folder of the briefs: DIR/DATE/brief.{pdf,xlsx,html,md,json}."),
        new("templates", SettingKind.Path, null, "Folder of templates; without it templates/daily."),
        new("formats:#", SettingKind.Choice, null, "Formats to make; without it all.")
        {
            Choices = BriefingPipeline.Formats,
        },
        new(
            "verification:limit",
            SettingKind.Number,
            "5",
            "Per cent of a brief's statements that may be left out because they do not verify; beyond it the brief is withheld."
        )
        {
            Bounds = (0, 100),
        },
        new(
            "followLinks",
            SettingKind.Flag,
            "false",
            "Follow links that lead out of a given folder; without it they are set aside."
        ),
        new("calendars", SettingKind.Path, "calendars", "Folder of files with days off."),
        .. Profile(),
        .. Fetch(),
        .. Delivery(),
        new(
            "retention:articles",
            SettingKind.Duration,
            null,
            "Articles that no kept edition holds go after this time; without it they stay."
        ),
        new("retention:editions", SettingKind.Duration, null, "Editions go after this time; without it they stay."),
        new("retention:runs", SettingKind.Duration, "366d", "The history of runs goes after this time."),
        new(
            "alerts:late",
            SettingKind.Duration,
            "15m",
            "A run that starts later than this after its time raises an alert."
        ),
        new("alerts:webhook", SettingKind.Address, null, "Where alerts are posted as JSON."),
        new("alerts:webhookSecret", SettingKind.Secret, null, "Signs the alerts."),
        new("alerts:file", SettingKind.Path, null, "File that alerts are added to, one JSON object a line."),
        new("heartbeat:file", SettingKind.Path, null, "File that the service touches while it lives."),
        new(
            "heartbeat:url",
            SettingKind.Address,
            null,
            "Address that is asked while the service lives (a dead man's switch)."
        ),
        new("heartbeat:every", SettingKind.Duration, "60s", "How often."),
        new(
            "serve:health",
            SettingKind.Text,
            null,
            "HOST:PORT of the health page and of /metrics (Prometheus), such as 127.0.0.1:8080; without it there is none."
        ),
        new(
            "serve:pollEvery",
            SettingKind.Duration,
            "30m",
            "How often the service reads feeds and inputs between editions."
        ),
        new(
            "watch:settle",
            SettingKind.Duration,
            "10s",
            "A file of a watched folder is complete when it has not changed for this long."
        ),
        new("watch:every", SettingKind.Duration, "5s", "How often the service looks at watched folders."),
        new("logging:format", SettingKind.Choice, "text", "How the log is written.") { Choices = ["text", "json"] },
        new("logging:level", SettingKind.Choice, "information", "The least level that is written.")
        {
            Choices = ["debug", "information", "warning", "error"],
        },
        new(
            "telemetry:endpoint",
            SettingKind.Address,
            null,
            "OpenTelemetry collector (OTLP over HTTP) that metrics and traces go to."
        ),
    ];

    private static ImmutableArray<SettingKey> Profile() =>
        [
            new(
                "profiles:*:inputs:#",
                SettingKind.Text,
                null,
                "Files, folders, patterns and addresses of feeds that an edition reads."
            ),
            new(
                "profiles:*:feeds:#",
                SettingKind.Address,
                null,
                "Feeds (RSS, Atom, RDF) that an edition reads, each from where it was left."
            ),
            new("profiles:*:watch:#", SettingKind.Path, null, "Folders whose files are read once they are complete."),
            new(
                "profiles:*:allowPrivateHosts:#",
                SettingKind.Text,
                null,
                "Hosts besides those of fetch.allowPrivateHosts that this profile's addresses may lead to, redirects included."
            ),
            new("profiles:*:templates", SettingKind.Path, null, "Folder of templates; without it the general one."),
            new("profiles:*:output", SettingKind.Path, null, "Folder of the briefs; without it the general one."),
            new("profiles:*:formats:#", SettingKind.Choice, null, "Formats; without it the general ones.")
            {
                Choices = BriefingPipeline.Formats,
            },
            new("profiles:*:targets:#", SettingKind.Text, null, "Names of delivery targets."),
            new(
                "profiles:*:sinceDays",
                SettingKind.Number,
                null,
                "Leave out articles published more than so many days before the edition's day."
            )
            {
                Bounds = (0, 3660),
            },
        ];

    private static ImmutableArray<SettingKey> Fetch() =>
        [
            new(
                "fetch:contact",
                SettingKind.Text,
                null,
                "Address or e-mail in the User-Agent, so that a site can reach you."
            ),
            new(
                "fetch:allowPrivateHosts:#",
                SettingKind.Text,
                null,
                "Hosts that may have private or loopback addresses, for all profiles."
            ),
            new("fetch:ports:#", SettingKind.Number, null, "Ports that may be asked besides 80 and 443.")
            {
                Bounds = (1, 65535),
            },
            new(
                "fetch:pages",
                SettingKind.Flag,
                "true",
                "Fetch the article page of a feed item that is only a teaser."
            ),
            new("fetch:maxBytes", SettingKind.Number, "16777216", "Largest answer, unpacked, in bytes.")
            {
                Bounds = (1024, 1L << 32),
            },
            new(
                "fetch:timeout",
                SettingKind.Duration,
                "30s",
                "Longest time for one answer; where it is over, it is not asked for again."
            ),
            new("fetch:everyHost", SettingKind.Duration, "1s", "Least time between two requests to one host."),
        ];

    private static ImmutableArray<SettingKey> Delivery() =>
        [
            new(
                "delivery:markings:#",
                SettingKind.Text,
                null,
                "Handling markings from the lowest to the highest; without it TLP 2.0."
            ),
            new("delivery:targets:*:kind", SettingKind.Choice, null, "What kind of target it is.")
            {
                Choices = ["folder", "email", "webhook", "sftp"],
            },
            new(
                "delivery:targets:*:clearance:#",
                SettingKind.Text,
                null,
                "Highest markings that may go there, one of each order."
            ),
            new("delivery:targets:*:formats:#", SettingKind.Choice, null, "Formats that go there; without it pdf.")
            {
                Choices = BriefingPipeline.Formats,
            },
            new("delivery:targets:*:attempts", SettingKind.Number, "5", "Tries.") { Bounds = (1, 20) },
            new("delivery:targets:*:timeout", SettingKind.Duration, "60s", "Longest time for one try."),
            new("delivery:targets:*:folder", SettingKind.Path, null, "Folder: where the edition's folder is made."),
            new("delivery:targets:*:host", SettingKind.Text, null, "E-mail and SFTP: the server."),
            new("delivery:targets:*:port", SettingKind.Number, null, "E-mail and SFTP: the port.")
            {
                Bounds = (1, 65535),
            },
            new(
                "delivery:targets:*:security",
                SettingKind.Choice,
                "starttls",
                "E-mail: how the connection is protected (tls: from the first byte, port 465 by default; else 587)."
            )
            {
                Choices = ["starttls", "tls", "none"],
            },
            new(
                "delivery:targets:*:certificate",
                SettingKind.Text,
                null,
                "E-mail: SHA-256 of the server's certificate, for one that no known authority signed."
            ),
            new("delivery:targets:*:user", SettingKind.Text, null, "E-mail and SFTP: the account."),
            new("delivery:targets:*:password", SettingKind.Secret, null, "E-mail and SFTP: the account's password."),
            new("delivery:targets:*:key", SettingKind.Secret, null, "SFTP: the private key."),
            new(
                "delivery:targets:*:hostKeys:#",
                SettingKind.Text,
                null,
                "SFTP: fingerprints of the server's keys, SHA256:…"
            ),
            new("delivery:targets:*:directory", SettingKind.Text, null, "SFTP: folder on the server."),
            new("delivery:targets:*:from", SettingKind.Text, null, "E-mail: the sender."),
            new("delivery:targets:*:to:#", SettingKind.Text, null, "E-mail: the receivers."),
            new("delivery:targets:*:cc:#", SettingKind.Text, null, "E-mail: receivers of a copy."),
            new("delivery:targets:*:bcc:#", SettingKind.Text, null, "E-mail: receivers that the others do not see."),
            new(
                "delivery:targets:*:subject",
                SettingKind.Text,
                null,
                "E-mail: the subject; {title}, {date} and {marking} are filled in."
            ),
            new("delivery:targets:*:url", SettingKind.Address, null, "Webhook: where the edition is posted."),
            new("delivery:targets:*:secret", SettingKind.Secret, null, "Webhook: the key that signs."),
            new(
                "delivery:targets:*:allowPrivateHost",
                SettingKind.Flag,
                "false",
                "Webhook: the host may have a private or loopback address."
            ),
        ];
}
