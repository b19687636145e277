using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BriefingGen.Tests.Scheduling.Delivery;

/// <summary>An ESMTP server on the loopback that keeps what it is sent and fails as it is told.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private readonly bool _tlsFirst;
    private int _drops;

    /// <param name="tls">Whether STARTTLS is offered.</param>
    /// <param name="drops">How many messages are not taken: the connection is dropped.</param>
    /// <param name="tlsFirst">Whether TLS is spoken from the first byte (RFC 8314, 3.3).</param>
    public MailServer(bool tls = true, int drops = 0, bool tlsFirst = false)
    {
        (_drops, _tlsFirst) = (drops, tlsFirst);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Certificate = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        OffersTls = tls;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool OffersTls { get; }

    public X509Certificate2 Certificate { get; }

    public string Fingerprint => Convert.ToHexString(SHA256.HashData(Certificate.RawData));

    /// <summary>The answer to a command; null for the usual one. The number counts the commands of this verb from 1.</summary>
    public Func<string, int, string?> Answer { get; init; } = (_, _) => null;

    public string? Password { get; init; }

    public ConcurrentQueue<(IReadOnlyList<string> Recipients, string Text)> Messages { get; } = new();

    public ConcurrentQueue<string> Commands { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        Certificate.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Stream stream)
    {
        try
        {
            if (_tlsFirst)
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(Certificate);
                stream = secure;
            }

            await TalkAsync(stream);
        }
        catch (Exception exception)
            when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client left.
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var recipients = new List<string>();
        await SayAsync(stream, "220 test ESMTP");
        while (await ReadLineAsync(stream) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            Commands.Enqueue(line);
            var told = Answer(
                line,
                Commands.Count(command => command.StartsWith(verb, StringComparison.OrdinalIgnoreCase))
            );
            if (told is not null)
            {
                await SayAsync(stream, told);
                continue;
            }

            switch (verb)
            {
                case "EHLO":
                    await SayAsync(
                        stream,
                        "250-test\r\n250-8BITMIME\r\n"
                            + (OffersTls && stream is not SslStream ? "250-STARTTLS\r\n" : string.Empty)
                            + "250 AUTH PLAIN"
                    );
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 go");
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(Certificate);
                    stream = secure;
                    break;
                case "AUTH":
                    var given = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[^1])).Split('\0')[^1];
                    await SayAsync(stream, given == Password ? "235 welcome" : $"535 wrong: {given} {line}");
                    break;
                case "RCPT":
                    recipients.Add(line);
                    await SayAsync(stream, "250 yes");
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go");
                    if (_drops-- > 0)
                    {
                        await ReadLineAsync(stream);
                        return;
                    }

                    Messages.Enqueue(([.. recipients], await ReadDataAsync(stream)));
                    await SayAsync(stream, "250 taken");
                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    await SayAsync(stream, "250 yes");
                    break;
            }
        }
    }

    private static async Task<string> ReadDataAsync(Stream stream)
    {
        var text = new StringBuilder();
        while (await ReadLineAsync(stream) is { } line && line != ".")
        {
            text.Append(line).Append("\r\n");
        }

        return text.ToString();
    }

    private static async Task SayAsync(Stream stream, string line) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));

    private static async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }
}
