using BriefingGen.Scheduling.Delivery;
using BriefingGen.Storage;
using MimeKit;

namespace BriefingGen.Tests.Scheduling.Delivery;

public sealed class EmailTargetTests : IDisposable
{
    private const string Secret = "correct-horse-battery";
    private readonly DeliveryFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task The_first_page_is_the_body_and_the_PDF_is_attached()
    {
        await using var server = new MailServer { Password = Secret };
        var receipt = await _fixture.DeliverAsync(Settings(server));
        Assert.Equal((DeliveryState.Delivered, "taken for 3 recipients"), (receipt.State, receipt.Detail));
        var (recipients, text) = Assert.Single(server.Messages);
        Assert.Equal(3, recipients.Count);
        var message = Parse(text);
        Assert.Equal("TLP:GREEN Daily situation brief, 10 May 2031", message.Subject);
        Assert.Contains("Information cut-off", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("<h1", message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("<briefs.example.org>", message.Headers["List-Id"]);
        Assert.Empty(message.Bcc);
        var pdf = Assert.IsType<MimePart>(Assert.Single(message.Attachments));
        Assert.Equal("brief.pdf", pdf.FileName);
        using var bytes = new MemoryStream();
        await pdf.Content!.DecodeToAsync(bytes);
        Assert.Equal(await File.ReadAllBytesAsync(_fixture.Files[0].Path), bytes.ToArray());
    }

    [Fact]
    public async Task A_message_that_is_sent_twice_can_be_seen_to_be_one()
    {
        await using var server = new MailServer { Password = Secret };
        var package = (await _fixture.SealAsync()).Package;
        var target = new EmailTarget(Settings(server), TimeProvider.System);
        await target.SendAsync(package, CancellationToken.None);
        await target.SendAsync(package, CancellationToken.None);
        Assert.Equal(2, server.Messages.Count);
        Assert.Single(server.Messages.Select(sent => Parse(sent.Text).MessageId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_title_begins_a_header_of_its_own()
    {
        await using var server = new MailServer { Password = Secret };
        await _fixture.DeliverAsync(Settings(server), title: "Brief\r\nBcc: eve@example.net\r\n\r\nhello\u2028");
        var message = Parse(Assert.Single(server.Messages).Text);
        Assert.Equal("TLP:GREEN Brief Bcc: eve@example.net hello , 10 May 2031", message.Subject);
        Assert.Null(message.Headers["Bcc"]);
    }

    [Fact]
    public async Task A_dropped_connection_is_tried_again()
    {
        await using var server = new MailServer(drops: 1) { Password = Secret };
        var receipt = await _fixture.DeliverAsync(Settings(server));
        Assert.Equal((DeliveryState.Delivered, 2), (receipt.State, receipt.Attempts));
        Assert.Single(server.Messages);
    }

    [Theory]
    [InlineData("451 later", DeliveryState.Delivered, 2)]
    [InlineData("554 never", DeliveryState.Failed, 1)]
    public async Task A_server_that_says_later_is_asked_again_and_one_that_says_never_is_not(
        string answer,
        DeliveryState state,
        int tries
    )
    {
        await using var server = new MailServer
        {
            Password = Secret,
            Answer = (command, nth) => command.StartsWith("MAIL", StringComparison.Ordinal) && nth == 1 ? answer : null,
        };
        var receipt = await _fixture.DeliverAsync(Settings(server));
        Assert.Equal((state, tries), (receipt.State, receipt.Attempts));
    }

    [Fact]
    public async Task A_refused_recipient_is_named_and_the_others_get_it_once()
    {
        await using var server = new MailServer
        {
            Password = Secret,
            Answer = (command, nth) =>
                command.Contains("two@", StringComparison.Ordinal) ? "550 unknown"
                : command.Contains("three@", StringComparison.Ordinal) && nth <= 3 ? "450 later"
                : null,
        };
        var receipt = await _fixture.DeliverAsync(Settings(server));
        Assert.Equal(DeliveryState.Failed, receipt.State);
        Assert.Contains("two@example.org (550", receipt.Detail, StringComparison.Ordinal);
        Assert.Contains("taken for 2 of 3", receipt.Detail, StringComparison.Ordinal);
        Assert.Equal(2, server.Messages.Count);
        Assert.Single(
            server.Messages,
            sent => sent.Recipients.Any(line => line.Contains("one@", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Who_was_refused_for_good_is_not_asked_again_and_stays_in_the_receipt()
    {
        await using var server = new MailServer
        {
            Password = Secret,
            Answer = (command, _) =>
                command.Contains("RCPT TO:<two@", StringComparison.Ordinal) ? "550 unknown"
                : command.Contains("RCPT TO:<three@", StringComparison.Ordinal) ? "450 later"
                : null,
        };

        var receipt = await _fixture.DeliverAsync(Settings(server));

        Assert.Equal((DeliveryState.Failed, 3), (receipt.State, receipt.Attempts));
        Assert.EndsWith(
            "taken for 1 of 3 recipients; refused: two@example.org (550 unknown), three@example.org (450 later)",
            receipt.Detail,
            StringComparison.Ordinal
        );
        var asked = server
            .Commands.Where(command => command.StartsWith("RCPT", StringComparison.Ordinal))
            .Select(command => command.Split('<', '@')[1]);
        Assert.Equal(["one", "two", "three", "three", "three"], asked);
        Assert.Single(server.Messages);
    }

    [Theory]
    [InlineData(true, DeliveryState.Delivered)]
    [InlineData(false, DeliveryState.Failed)]
    public async Task TLS_from_the_first_byte_wants_the_certificate_that_the_settings_name(
        bool isNamed,
        DeliveryState state
    )
    {
        await using var server = new MailServer(tlsFirst: true) { Password = Secret };
        var settings = Settings(server) with { Security = MailSecurity.Tls };

        var receipt = await _fixture.DeliverAsync(
            settings with
            {
                Certificate = isNamed ? server.Fingerprint : new string('0', 64),
            }
        );

        Assert.Equal((state, 1), (receipt.State, receipt.Attempts));
        Assert.Equal(isNamed ? 1 : 0, server.Messages.Count);
        Assert.Equal(isNamed, server.Commands.Any(command => command.StartsWith("AUTH", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_that_does_not_speak_TLS_from_the_first_byte_learns_nothing()
    {
        await using var server = new MailServer { Password = Secret };

        var receipt = await _fixture.DeliverAsync(
            Settings(server) with
            {
                Security = MailSecurity.Tls,
                Timeout = TimeSpan.FromSeconds(5),
                Attempts = 1,
            }
        );

        Assert.Equal(DeliveryState.Failed, receipt.State);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("EHLO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_is_not_tried_again_and_never_told_even_when_the_server_echoes_it()
    {
        await using var server = new MailServer { Password = "another" };
        var receipt = await _fixture.DeliverAsync(Settings(server));
        Assert.Equal((DeliveryState.Failed, 1), (receipt.State, receipt.Attempts));
        var plain = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0desk\0{Secret}"));
        Assert.All(
            _fixture.Receipts.History.Select(entry => entry.ToString()),
            line =>
            {
                Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
                Assert.DoesNotContain(plain, line, StringComparison.Ordinal);
            }
        );
        var target = new EmailTarget(Settings(server), TimeProvider.System);
        var package = (await _fixture.SealAsync()).Package;
        var thrown = await Assert.ThrowsAsync<DeliveryException>(() =>
            target.SendAsync(package, CancellationToken.None)
        );
        Assert.DoesNotContain(Secret, thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(plain, thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_service_that_is_down_is_asked_again()
    {
        await using var server = new MailServer
        {
            Password = Secret,
            Answer = (command, nth) =>
                command.StartsWith("AUTH", StringComparison.Ordinal) && nth == 1 ? "454 4.7.0 later" : null,
        };
        var receipt = await _fixture.DeliverAsync(Settings(server));
        Assert.Equal((DeliveryState.Delivered, 2), (receipt.State, receipt.Attempts));
    }

    [Fact]
    public async Task Without_TLS_nothing_is_said()
    {
        await using var server = new MailServer(tls: false) { Password = Secret };
        var receipt = await _fixture.DeliverAsync(Settings(server));
        Assert.Equal(DeliveryState.Failed, receipt.State);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_nobody_knows_is_refused()
    {
        await using var server = new MailServer { Password = Secret };
        var receipt = await _fixture.DeliverAsync(Settings(server) with { Certificate = null });
        Assert.Equal((DeliveryState.Failed, 1), (receipt.State, receipt.Attempts));
        Assert.Contains("certificate", receipt.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_not_sent()
    {
        await using var server = new MailServer { Password = Secret };
        var receipt = await _fixture.DeliverAsync(Settings(server) with { MaxBytes = 2000 });
        Assert.Equal(DeliveryState.Failed, receipt.State);
        Assert.Contains("at most 2000", receipt.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_connection_is_tried_to_the_end()
    {
        int port;
        await using (var gone = new MailServer())
        {
            port = gone.Port;
        }

        await using var server = new MailServer { Password = Secret };
        var receipt = await _fixture.DeliverAsync(Settings(server) with { Port = port });
        Assert.Equal((DeliveryState.Failed, 3), (receipt.State, receipt.Attempts));
    }

    private EmailTargetSettings Settings(MailServer server) =>
        new()
        {
            Name = "desk-mail",
            Host = "127.0.0.1",
            Port = server.Port,
            Certificate = server.Fingerprint,
            From = "Desk <desk@example.org>",
            To = ["one@example.org"],
            Cc = ["two@example.org"],
            Bcc = ["three@example.org"],
            ListId = "briefs.example.org",
            User = "desk",
            Password = SecretRef.Parse(_fixture.Secret(Secret)),
            Formats = ["pdf"],
            Clearance = ["TLP:GREEN"],
            Attempts = 3,
            Backoff = TimeSpan.Zero,
        };

    private static MimeMessage Parse(string text) =>
        MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
}
