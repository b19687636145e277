using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefingGen.Sources;

/// <summary>
/// Takes secrets out of what people and machines get to read: messages, logs, alerts, pages. It knows the shapes that
/// secrets come in (a password in an address or a connection string, a token in a query), and the very secrets that this
/// process has read, in whatever sentence they turn up. Safe to share between threads.
/// </summary>
public sealed partial class Redactor
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "***";

    // A shorter one would blot out words that have nothing to do with it.
    private const int LeastLength = 4;

    private ImmutableArray<string> _known = [];

    /// <summary>The text without what has the shape of a secret.</summary>
    public static string Shapes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // The patterns are made where a text calls for them: most lines do not, and making them takes longer than a short run.
        var plain = text;
        if (MayHoldUser(plain))
        {
            plain = DatabaseAddress().Replace(plain, "${scheme}" + Mask + "@");
            plain = WebUser().Replace(plain, "://" + Mask + "@");
        }

        if (plain.Contains("authorization", StringComparison.OrdinalIgnoreCase))
        {
            plain = Authorization().Replace(plain, "${name}" + Mask);
        }

        return plain.Contains('=', StringComparison.Ordinal) ? Assignment().Replace(plain, Assigned) : plain;
    }

    /// <summary>The address without user, password and tokens.</summary>
    public static Uri Shapes(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var bare =
            address.UserInfo.Length == 0
                ? address
                : new UriBuilder(address) { UserName = string.Empty, Password = string.Empty }.Uri;
        return Uri.TryCreate(Shapes(bare.AbsoluteUri), UriKind.Absolute, out var shown) ? shown : bare;
    }

    /// <summary>The text without what has the shape of a secret, and without those that were learnt.</summary>
    public string Redact(string text)
    {
        var plain = Shapes(text);
        foreach (var secret in _known)
        {
            plain = plain.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return plain;
    }

    /// <summary>Remembers a secret, in the forms in which it can turn up; one of several lines line by line.</summary>
    public void Learn(string? secret)
    {
        if (secret is null)
        {
            return;
        }

        var forms = secret
            .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Append(secret)
            .SelectMany(Forms)
            .Where(form => form.Length >= LeastLength);
        ImmutableInterlocked.Update(
            ref _known,
            static (known, more) =>
                [.. known.Concat(more).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)],
            forms
        );
    }

    /// <summary>Remembers the secrets that stand in an address or a connection string.</summary>
    public void LearnFrom(string? text)
    {
        if (text is null)
        {
            return;
        }

        foreach (var match in MayHoldUser(text) ? DatabaseAddress().Matches(text).Concat(WebUser().Matches(text)) : [])
        {
            var user = match.Groups["user"].Value;
            var password = user.Contains(':', StringComparison.Ordinal) ? user[(user.IndexOf(':') + 1)..] : user;
            Learn(password);
            Learn(Uri.UnescapeDataString(password));
        }

        foreach (
            var match in text.Contains('=', StringComparison.Ordinal) ? Assignment().Matches(text).Where(IsSecret) : []
        )
        {
            // A short one may be a word of every day: where it stands it is masked all the same.
            var value = match.Groups["value"].Value.Trim('"', '\'');
            Learn(value.Length >= 2 * LeastLength ? value : null);
            Learn(value.Length >= 2 * LeastLength ? Uri.UnescapeDataString(value) : null);
        }
    }

    private static bool MayHoldUser(string text) =>
        text.Contains("://", StringComparison.Ordinal) && text.Contains('@', StringComparison.Ordinal);

    private static IEnumerable<string> Forms(string secret) =>
        [
            secret,
            Uri.EscapeDataString(secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            System.Text.Json.JsonEncodedText.Encode(secret).ToString(),
            System.Net.WebUtility.HtmlEncode(secret),
        ];

    // "password=env:NAME" says where a secret stands, and is none.
    private static bool IsSecret(Match match) =>
        !match.Groups["value"].Value.StartsWith("env:", StringComparison.Ordinal)
        && !match.Groups["value"].Value.StartsWith("file:", StringComparison.Ordinal);

    private static string Assigned(Match match) => IsSecret(match) ? match.Groups["name"].Value + Mask : match.Value;

    // Passwords in addresses of databases are seldom escaped as they should be: all up to the last @ is one.
    [GeneratedRegex(
        @"(?<scheme>\b(postgres|postgresql|mysql|sftp|smtp|smtps|amqp|redis)://)(?<user>[^\s""'<>]*)@",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex DatabaseAddress();

    [GeneratedRegex(
        @"://(?<user>[^\s""'<>/?#@]+)@",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex WebUser();

    [GeneratedRegex(
        @"(?<name>\bauthorization\s*[:=]\s*(basic|bearer|digest)?\s*)(?<value>[^\s""'<>,;]+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Authorization();

    [GeneratedRegex(
        @"(?<name>(\b(password|passwd|pwd|passphrase|secret|client[-_ ]?secret|token|access[-_]?token|auth[-_]?token|api[-_]?key|access[-_]?key|private[-_]?key|signature|sig|auth)|[?&](key|code))\s*=\s*)(?<value>""[^""]*""|'[^']*'|[^;&\s""'<>,)]+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Assignment();
}
