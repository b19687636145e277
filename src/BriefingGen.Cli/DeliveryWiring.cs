using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Cli.Settings;
using BriefingGen.Scheduling.Delivery;
using BriefingGen.Sources;

namespace BriefingGen.Cli;

/// <summary>Reads the delivery targets from the settings.</summary>
internal sealed class DeliveryWiring(SettingsTable settings)
{
    private const string Targets = "delivery:targets";

    /// <summary>All targets, checked.</summary>
    /// <exception cref="ConfigurationException">A target lacks what its kind needs; all problems are named.</exception>
    public DeliverySettings Read()
    {
        var read = new DeliverySettings
        {
            Targets = [.. settings.Names(Targets).Select(Target)],
            Markings = settings.List("delivery:markings"),
        };
        var names = settings.Names(Targets);
        var problems = read.Validate();
        return problems.IsEmpty
            ? read
            : throw new ConfigurationException(
                string.Join(
                    '\n',
                    problems.Select(problem => $"delivery.{Named(problem.Key, names)}: {problem.Message}.")
                )
            );
    }

    private TargetSettings Target(string name)
    {
        var key = $"{Targets}:{name}";
        var target = settings.Text($"{key}:kind") switch
        {
            "folder" => new FolderTargetSettings { Root = Full(settings.Text($"{key}:folder")) },
            "email" => Email(key),
            "webhook" => Webhook(key),
            "sftp" => (TargetSettings)Sftp(key),
            _ => throw new ConfigurationException(
                $"delivery.targets.{name}.kind: expected one of folder, email, webhook, sftp."
            ),
        };
        return target with
        {
            Name = name,
            Formats = settings.List($"{key}:formats") is { IsEmpty: false } formats ? formats : ["pdf"],
            Clearance = settings.List($"{key}:clearance"),
            Attempts = (int)(settings.Number($"{key}:attempts") ?? 5),
            Timeout = settings.Duration($"{key}:timeout") ?? TimeSpan.FromMinutes(1),
        };
    }

    private EmailTargetSettings Email(string key)
    {
        var security = settings.Text($"{key}:security") switch
        {
            "tls" => MailSecurity.Tls,
            "none" => MailSecurity.None,
            _ => MailSecurity.StartTls,
        };
        var email = new EmailTargetSettings
        {
            Host = settings.Text($"{key}:host") ?? "",
            Port = (int)(settings.Number($"{key}:port") ?? (security == MailSecurity.Tls ? 465 : 587)),
            Security = security,
            Certificate = settings.Text($"{key}:certificate"),
            From = settings.Text($"{key}:from") ?? "",
            To = settings.List($"{key}:to"),
            Cc = settings.List($"{key}:cc"),
            Bcc = settings.List($"{key}:bcc"),
            User = settings.Text($"{key}:user"),
            Password = Secret($"{key}:password"),
        };
        return settings.Text($"{key}:subject") is { } subject ? email with { Subject = subject } : email;
    }

    private WebhookTargetSettings Webhook(string key) =>
        new()
        {
            Url = settings.Text($"{key}:url") is { } url ? new Uri(url) : null,
            Secret = Secret($"{key}:secret"),
            AllowPrivate = settings.Flag($"{key}:allowPrivateHost"),
        };

    private SftpTargetSettings Sftp(string key) =>
        new()
        {
            Host = settings.Text($"{key}:host") ?? "",
            Port = (int)(settings.Number($"{key}:port") ?? 22),
            User = settings.Text($"{key}:user") ?? "",
            HostKeys = settings.List($"{key}:hostKeys"),
            Password = Secret($"{key}:password"),
            Key = Secret($"{key}:key"),
            Root = settings.Text($"{key}:directory") ?? "",
        };

    private SecretRef? Secret(string key) => settings.Text(key) is { } text ? SecretRef.Parse(text) : null;

    private static string Full(string? path) => path is null ? "" : Path.GetFullPath(path);

    // The checks count targets; people know them by name.
    private string Named(string key, ImmutableArray<string> names)
    {
        var parts = key.Split(':');
        if (parts is ["targets", var number, ..] && int.TryParse(number, CultureInfo.InvariantCulture, out var i))
        {
            parts[1] = names[i];
            // The library's words for what the file of settings calls otherwise.
            parts[^1] = (parts[^1], settings.Text($"{Targets}:{names[i]}:kind")) switch
            {
                ("root", "folder") => "folder",
                ("root", _) => "directory",
                ("allowPrivate", _) => "allowPrivateHost",
                var (same, _) => same,
            };
        }

        return string.Join('.', parts);
    }
}
