using System.Collections.Immutable;
using System.Net;
using MimeKit;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>A folder of this machine or a mounted share; kind <c>folder</c>.</summary>
public sealed record FolderTargetSettings : TargetSettings
{
    /// <summary>The folder that nothing is written outside of; absolute.</summary>
    public string Root { get; init; } = string.Empty;

    /// <summary>Folder below <see cref="Root"/>: <c>{schedule}</c>, <c>{date}</c>, <c>{year}</c>, <c>{month}</c>, <c>{day}</c> between slashes.</summary>
    public string Layout { get; init; } = PathLayout.Default;

    internal override void ValidateKind(SettingChecks check)
    {
        check.That("root", Path.IsPathFullyQualified(Root), "expected an absolute path");
        check.That("layout", PathLayout.IsValid(Layout), PathLayout.Expected);
    }
}

/// <summary>How a connection to a mail server is secured.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS; refused where the server does not offer it.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>None. Only to the loopback, or where <see cref="EmailTargetSettings.AllowPlain"/> says so.</summary>
    None,
}

/// <summary>E-mail by SMTP; kind <c>email</c>.</summary>
public sealed record EmailTargetSettings : TargetSettings
{
    /// <summary>Mail server.</summary>
    public string Host { get; init; } = string.Empty;

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is secured.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>True to allow <see cref="MailSecurity.None"/> beyond the loopback.</summary>
    public bool AllowPlain { get; init; }

    /// <summary>SHA-256 of the server's certificate, hexadecimal, for one that no known authority signed; null to ask the system's authorities.</summary>
    public string? Certificate { get; init; }

    /// <summary>Sender.</summary>
    public string From { get; init; } = string.Empty;

    /// <summary>Recipients.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Recipients of a copy.</summary>
    public ImmutableArray<string> Cc { get; init; } = [];

    /// <summary>Recipients whom the others do not see.</summary>
    public ImmutableArray<string> Bcc { get; init; } = [];

    /// <summary>Subject line: <c>{title}</c>, <c>{date}</c>, <c>{marking}</c>, <c>{schedule}</c>.</summary>
    public string Subject { get; init; } = "{marking} {title}, {date}";

    /// <summary>Value of List-Id, such as <c>briefs.example.org</c>; null for none.</summary>
    public string? ListId { get; init; }

    /// <summary>Account; null for none.</summary>
    public string? User { get; init; }

    /// <summary>Its password; null for none.</summary>
    public SecretRef? Password { get; init; }

    /// <summary>OAuth 2.0 access token (SASL XOAUTH2) instead of a password; null for none.</summary>
    public SecretRef? Token { get; init; }

    /// <summary>Largest message in bytes.</summary>
    public long MaxBytes { get; init; } = 20 * 1024 * 1024;

    internal override void ValidateKind(SettingChecks check)
    {
        check.That("host", Uri.CheckHostName(Host) != UriHostNameType.Unknown, "expected a host name or address");
        check.That("port", Port is > 0 and < 65536, "expected 1 to 65535");
        check.That(
            "security",
            Security != MailSecurity.None || AllowPlain || IsLoopback(Host),
            "expected startTls or tls; without encryption only to the loopback, or with allowPlain"
        );
        check.That("certificate", Certificate is null || IsSha256(Certificate), "expected 64 hexadecimal digits");
        check.That("from", IsAddress(From), "expected an e-mail address");
        check.That("to", To.Length + Cc.Length + Bcc.Length > 0, "expected at least one recipient in to, cc or bcc");
        foreach (var (key, list) in new[] { ("to", To), ("cc", Cc), ("bcc", Bcc) })
        {
            for (var i = 0; i < list.Length; i++)
            {
                check.That($"{key}:{i}", IsAddress(list[i]), "expected an e-mail address");
            }
        }

        check.That(
            "listId",
            ListId is null || Uri.CheckHostName(ListId) == UriHostNameType.Dns,
            "expected a name such as briefs.example.org"
        );
        check.That("password", Password is null || Token is null, "expected a password or a token, not both");
        check.That(
            "user",
            User is null == (Password is null && Token is null),
            "expected user together with password or token"
        );
        check.That("maxBytes", MaxBytes > 0, "expected a number above 0");
    }

    internal override IEnumerable<KeyValuePair<string, SecretRef?>> Secrets() =>
        [new("password", Password), new("token", Token)];

    internal static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // A bare word is an address to the parser: that of somebody on the same machine.
    private static bool IsAddress(string text) =>
        MailboxAddress.TryParse(text, out var address) && address.Domain.Length > 0;

    private static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);
}

/// <summary>What a webhook is sent.</summary>
public enum WebhookContent
{
    /// <summary>Names and hashes of the files and the first page as text.</summary>
    Json,

    /// <summary>multipart/form-data: part <c>edition</c> as JSON, and the files.</summary>
    Multipart,
}

/// <summary>An HTTP POST signed as Standard Webhooks 1.0 has it; kind <c>webhook</c>.</summary>
public sealed record WebhookTargetSettings : TargetSettings
{
    /// <summary>Address; https, or http to the loopback.</summary>
    public Uri? Url { get; init; }

    /// <summary>What is sent.</summary>
    public WebhookContent Content { get; init; } = WebhookContent.Json;

    /// <summary>Signing secret; <c>whsec_</c> and base64, or any text of 24 bytes or more.</summary>
    public SecretRef? Secret { get; init; }

    /// <summary>True where the host may have an address that is not public.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Largest body in bytes.</summary>
    public long MaxBytes { get; init; } = 50 * 1024 * 1024;

    internal override void ValidateKind(SettingChecks check)
    {
        check.That(
            "url",
            Url is { IsAbsoluteUri: true, UserInfo.Length: 0 }
                && (Url.Scheme == Uri.UriSchemeHttps || (Url.Scheme == Uri.UriSchemeHttp && Url.IsLoopback)),
            "expected an absolute https address without user name or password (http only to the loopback)"
        );
        check.That("secret", Secret is not null, "expected env:NAME or file:PATH");
        check.That("maxBytes", MaxBytes is > 0 and <= int.MaxValue, "expected 1 to 2147483647");
    }

    internal override IEnumerable<KeyValuePair<string, SecretRef?>> Secrets() => [new("secret", Secret)];
}

/// <summary>A folder of an SFTP server; kind <c>sftp</c>.</summary>
public sealed record SftpTargetSettings : TargetSettings
{
    /// <summary>Server.</summary>
    public string Host { get; init; } = string.Empty;

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 22;

    /// <summary>Account.</summary>
    public string User { get; init; } = string.Empty;

    /// <summary>Fingerprints of the server's keys, as <c>ssh-keygen -l</c> prints them (<c>SHA256:…</c>); at least one.</summary>
    public ImmutableArray<string> HostKeys { get; init; } = [];

    /// <summary>Password; null where a key is used.</summary>
    public SecretRef? Password { get; init; }

    /// <summary>Private key in OpenSSH or PEM form; null where a password is used.</summary>
    public SecretRef? Key { get; init; }

    /// <summary>The key's passphrase; null for none.</summary>
    public SecretRef? Passphrase { get; init; }

    /// <summary>The folder on the server that files go below; absolute.</summary>
    public string Root { get; init; } = string.Empty;

    /// <summary>As <see cref="FolderTargetSettings.Layout"/>.</summary>
    public string Layout { get; init; } = PathLayout.Default;

    internal override void ValidateKind(SettingChecks check)
    {
        check.That("host", Uri.CheckHostName(Host) != UriHostNameType.Unknown, "expected a host name or address");
        check.That("port", Port is > 0 and < 65536, "expected 1 to 65535");
        check.That("user", User.Length > 0, "expected an account");
        check.That(
            "hostKeys",
            HostKeys.Length > 0 && HostKeys.All(IsFingerprint),
            "expected at least one SHA256:… as ssh-keygen -l prints it"
        );
        check.That("password", Password is null != Key is null, "expected a password or a key");
        check.That("passphrase", Passphrase is null || Key is not null, "expected a key where there is a passphrase");
        check.That(
            "root",
            Root.StartsWith('/') && !Root.Split('/').Contains("..", StringComparer.Ordinal),
            "expected an absolute path without '..'"
        );
        check.That("layout", PathLayout.IsValid(Layout), PathLayout.Expected);
    }

    internal override IEnumerable<KeyValuePair<string, SecretRef?>> Secrets() =>
        [new("password", Password), new("key", Key), new("passphrase", Passphrase)];

    private static bool IsFingerprint(string text) =>
        text.StartsWith("SHA256:", StringComparison.Ordinal) && text.TrimEnd('=').Length == 50;
}
