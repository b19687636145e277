using System.Globalization;
using System.Text.Json;
using BriefingGen.Scheduling;
using BriefingGen.Scheduling.Delivery;
using BriefingGen.Sources;
using BriefingGen.Storage;
using BriefingGen.Tests.Scheduling.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Scheduling;

public sealed class AlertWebhookTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly DateTimeOffset Now = new(2031, 5, 14, 6, 0, 0, TimeSpan.Zero);
    private static readonly Alert Missed = new(
        AlertKind.Missed,
        "daily",
        new EditionKey("daily", new DateOnly(2031, 5, 13)),
        Now,
        "The edition of 2031-05-13 was missed."
    );

    private readonly KeptLog<AlertWebhook> _log = new();

    [Fact]
    public async Task An_alert_is_posted_as_JSON_and_signed()
    {
        await using var server = new HookServer("204 No Content");

        await Hook(server.Url, () => Secret).RaiseAsync(Missed, default);

        var (headers, body) = Assert.Single(server.Requests);
        using var alert = JsonDocument.Parse(body);
        Assert.Equal(
            ("briefgen.alert/1", "Missed", "daily", "2031-05-13", Missed.Message),
            (
                alert.RootElement.GetProperty("schema").GetString(),
                alert.RootElement.GetProperty("kind").GetString(),
                alert.RootElement.GetProperty("schedule").GetString(),
                alert.RootElement.GetProperty("edition").GetString(),
                alert.RootElement.GetProperty("message").GetString()
            )
        );
        Assert.Equal("application/json", headers["Content-Type"]);
        Assert.Equal(Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), headers["webhook-timestamp"]);
        Assert.Equal(WebhookSignature.Of(Secret, headers["webhook-id"], Now, body), headers["webhook-signature"]);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_signed()
    {
        await using var server = new HookServer("200 OK");

        await Hook(server.Url, null).RaiseAsync(Missed, default);

        Assert.DoesNotContain("webhook-signature", Assert.Single(server.Requests).Headers.Keys);
    }

    [Fact]
    public async Task Two_alerts_of_one_moment_have_ids_of_their_own_and_a_repetition_has_the_same()
    {
        await using var server = new HookServer("503 Busy", "200 OK");
        var hook = Hook(server.Url, () => Secret);

        await hook.RaiseAsync(new Alert(AlertKind.FeedDown, null, null, Now, "one feed"), default);
        await hook.RaiseAsync(new Alert(AlertKind.FeedDown, null, null, Now, "another feed"), default);

        var ids = server.Requests.Select(request => request.Headers["webhook-id"]).ToList();
        Assert.Equal(3, ids.Count);
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[1], ids[2]);
    }

    [Theory]
    [InlineData("503 Busy")]
    [InlineData("429 Slowly")]
    [InlineData(null)]
    public async Task A_failure_that_may_pass_is_tried_again(string? failure)
    {
        await using var server = new HookServer(failure, failure, "200 OK");

        await Hook(server.Url, null).RaiseAsync(Missed, default);

        Assert.Equal(3, server.Requests.Count);
        Assert.Empty(_log.Lines);
    }

    [Theory]
    [InlineData("400 Wrong", 1)]
    [InlineData("302 Found\r\nLocation: http://127.0.0.1:1/", 1)]
    [InlineData("500 Oops", 3)]
    public async Task A_failure_for_good_is_logged_and_never_thrown(string answer, int posts)
    {
        await using var server = new HookServer(answer);

        await Hook(server.Url, null).RaiseAsync(Missed, default);

        Assert.Equal(posts, server.Requests.Count);
        Assert.StartsWith("alert Missed could not be posted: ", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_missing_or_too_short_is_logged_and_never_told()
    {
        await using var server = new HookServer("200 OK");

        await Hook(server.Url, () => throw new ConfigurationException("alerts.webhookSecret: HOOK is not set"))
            .RaiseAsync(Missed, default);
        await Hook(server.Url, () => "short-secret").RaiseAsync(Missed, default);

        Assert.Empty(server.Requests);
        Assert.Equal(2, _log.Lines.Count);
        Assert.DoesNotContain("short-secret", _log.Lines[1], StringComparison.Ordinal);
    }

    private AlertWebhook Hook(Uri url, Func<string>? secret) =>
        new(url, secret, new FakeTimeProvider(Now), _log, delay: TimeSpan.Zero);
}
