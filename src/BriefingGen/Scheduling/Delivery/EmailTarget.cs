using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.Sockets;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.IO;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>
/// Sends an edition by SMTP (RFC 5321). A try after a partial success goes to the recipients whom the server asked to try
/// later; those that it took and those that it refused for good are not asked again, as long as the process lives.
/// </summary>
internal sealed class EmailTarget(EmailTargetSettings settings, TimeProvider time) : IDeliveryTarget
{
    private readonly EmailMessage _message = new(settings, time);
    private readonly ConcurrentDictionary<string, Progress> _progress = new(StringComparer.Ordinal);

    public string Name => settings.Name;

    public async Task<string> SendAsync(DeliveryPackage package, CancellationToken cancellationToken)
    {
        var spoken = new SpokenText();
        try
        {
            using var message = await _message.BuildAsync(package, cancellationToken);
            using var client = new RecordingClient { Timeout = (int)settings.Timeout.TotalMilliseconds };
            await ConnectAsync(client, spoken, cancellationToken);
            return await SendAsync(client, message, package.Hash, spoken, cancellationToken);
        }
        catch (AuthenticationException exception)
        {
            // The message begins with the server's code: 4xx is an account service that is down (RFC 4954, 4.7.0).
            throw new DeliveryException(
                spoken.Clean($"{Place}: the account was refused: {exception.Message}"),
                !exception.Message.StartsWith('4')
            );
        }
        catch (SslHandshakeException)
        {
            throw new DeliveryException(
                $"{Place}: expected a certificate that is trusted, or that the setting certificate names",
                isPermanent: true
            );
        }
        catch (SmtpCommandException exception)
        {
            throw new DeliveryException(
                spoken.Clean($"{Place}: {(int)exception.StatusCode} {exception.Message}"),
                (int)exception.StatusCode >= 500
            );
        }
        catch (NotSupportedException exception)
        {
            throw spoken.Failure(Place, exception, isPermanent: true);
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or SocketException
                        or ProtocolException
                        or TimeoutException
                        or ServiceNotConnectedException
            )
        {
            throw spoken.Failure(Place, exception);
        }
    }

    private string Place => $"{settings.Host}:{settings.Port}";

    private async Task ConnectAsync(SmtpClient client, SpokenText spoken, CancellationToken cancellationToken)
    {
        if (settings.Certificate is { } wanted)
        {
            client.ServerCertificateValidationCallback = (_, certificate, _, _) =>
                certificate is not null
                && string.Equals(
                    Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData())),
                    wanted,
                    StringComparison.OrdinalIgnoreCase
                );
        }

        var security = settings.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        await client.ConnectAsync(settings.Host, settings.Port, security, cancellationToken);
        if (settings.User is not { } user)
        {
            return;
        }

        if (settings.Token is { } token)
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(user, spoken.Reveal(token)), cancellationToken);
        }
        else if (settings.Password is { } reference)
        {
            var password = spoken.Reveal(reference);
            spoken.Hide($"\0{user}\0{password}");
            await client.AuthenticateAsync(user, password, cancellationToken);
        }
    }

    private async Task<string> SendAsync(
        RecordingClient client,
        MimeMessage message,
        string hash,
        SpokenText spoken,
        CancellationToken cancellationToken
    )
    {
        var size = await SizeAsync(message, cancellationToken);
        var most = client.MaxSize > 0 ? Math.Min(client.MaxSize, settings.MaxBytes) : settings.MaxBytes;
        if (size > most)
        {
            throw new DeliveryException(
                $"{Place}: the message has {size} bytes, expected at most {most}",
                isPermanent: true
            );
        }

        var all = message.GetRecipients(onlyUnique: true);
        var before = _progress.GetValueOrDefault(hash, Progress.None);
        var left = all.Where(recipient => !before.IsSettled(recipient.Address)).ToList();
        try
        {
            await client.SendAsync(message, (MailboxAddress)message.From[0], left, cancellationToken);
        }
        catch (SmtpCommandException) when (client.Refused.Count == left.Count && before != Progress.None)
        {
            // Nobody of those that were left: what was told of the others still holds.
        }

        var now = before.After(left.Select(recipient => recipient.Address), client.Refused);
        await QuitAsync(client, cancellationToken);
        if (now.Refused.IsEmpty)
        {
            _progress.TryRemove(hash, out _);
            return $"taken for {now.Taken.Count} recipients";
        }

        _progress[hash] = now;
        var names = string.Join(", ", now.Refused.Select(entry => $"{entry.Address} ({entry.Status} {entry.Words})"));
        throw new DeliveryException(
            spoken.Clean($"{Place}: taken for {now.Taken.Count} of {all.Count} recipients; refused: {names}"),
            now.Refused.All(entry => entry.IsForGood)
        );
    }

    private static async Task<long> SizeAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        await using var measure = new MeasuringStream();
        await message.WriteToAsync(measure, cancellationToken);
        return measure.Length;
    }

    // The server has the message: a failing farewell changes nothing.
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or SocketException
                        or ProtocolException
                        or OperationCanceledException
                        or TimeoutException
            )
        {
            // As above.
        }
    }

    /// <summary>A recipient that the server did not take, and its answer.</summary>
    private readonly record struct Refusal(string Address, int Status, string Words)
    {
        /// <summary>True for 5xx: the same question gets the same answer (RFC 5321, 4.2.1).</summary>
        public bool IsForGood => Status >= 500;
    }

    /// <summary>How far one edition is: who has it, and who was refused at the last question.</summary>
    private sealed record Progress(ImmutableHashSet<string> Taken, ImmutableArray<Refusal> Refused)
    {
        public static Progress None { get; } = new([], []);

        public bool IsSettled(string address) =>
            Taken.Contains(address) || Refused.Any(entry => entry.IsForGood && entry.Address == address);

        public Progress After(IEnumerable<string> asked, IReadOnlyList<Refusal> refused) =>
            new(
                Taken.Union(asked.Except(refused.Select(entry => entry.Address), StringComparer.Ordinal)),
                [.. Refused.Where(entry => entry.IsForGood), .. refused]
            );
    }

    /// <summary>Goes on where one recipient is refused, and remembers which.</summary>
    private sealed class RecordingClient : SmtpClient
    {
        public List<Refusal> Refused { get; } = [];

        protected override void OnRecipientNotAccepted(
            MimeMessage message,
            MailboxAddress mailbox,
            SmtpResponse response
        ) => Refused.Add(new Refusal(mailbox.Address, (int)response.StatusCode, response.Response));

        protected override void OnNoRecipientsAccepted(MimeMessage message)
        {
            // One answer of "try later" makes the whole worth another try.
            var worst = Refused.OrderBy(entry => entry.Status).First();
            throw new SmtpCommandException(
                SmtpErrorCode.RecipientNotAccepted,
                (SmtpStatusCode)worst.Status,
                string.Join(", ", Refused.Select(entry => $"{entry.Address} refused ({entry.Status} {entry.Words})"))
            );
        }
    }
}
