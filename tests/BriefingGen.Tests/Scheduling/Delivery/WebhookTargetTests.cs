using System.Text;
using System.Text.Json;
using BriefingGen.Scheduling.Delivery;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Scheduling.Delivery;

public sealed class WebhookTargetTests : IDisposable
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private readonly DeliveryFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    // The example of the specification of Standard Webhooks.
    [Fact]
    public void The_signature_is_that_of_the_specification() =>
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Of(
                Secret,
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                DateTimeOffset.FromUnixTimeSeconds(1614265330),
                "{\"test\": 2432232314}"u8
            )
        );

    [Fact]
    public async Task The_body_is_signed_and_tells_of_the_edition()
    {
        await using var server = new HookServer("204 ok");
        var receipt = await _fixture.DeliverAsync(Settings(server));
        Assert.Equal((DeliveryState.Delivered, "HTTP 204"), (receipt.State, receipt.Detail));
        var (headers, body) = Assert.Single(server.Requests);
        var at = DateTimeOffset.FromUnixTimeSeconds(
            long.Parse(headers["webhook-timestamp"], System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal(WebhookSignature.Of(Secret, headers["webhook-id"], at, body), headers["webhook-signature"]);
        var data = JsonDocument.Parse(body).RootElement.GetProperty("data");
        Assert.Equal("TLP:GREEN", data.GetProperty("marking").GetString());
        Assert.Equal(2, data.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public async Task The_files_go_along_where_asked_for()
    {
        await using var server = new HookServer("200 ok");
        await _fixture.DeliverAsync(Settings(server) with { Content = WebhookContent.Multipart });
        var (headers, body) = Assert.Single(server.Requests);
        Assert.StartsWith("multipart/form-data; boundary=", headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("filename=\"brief.pdf\"", Encoding.Latin1.GetString(body), StringComparison.Ordinal);
        var pdf = await File.ReadAllBytesAsync(_fixture.Files[0].Path);
        Assert.True(body.AsSpan().IndexOf(pdf) > 0);
    }

    [Theory]
    [InlineData("503 down", true)]
    [InlineData("429 slow\r\nRetry-After: 0", true)]
    [InlineData("408 late", true)]
    [InlineData("425 early", true)]
    [InlineData(null, true)]
    [InlineData("410 gone", false)]
    [InlineData("401 who", false)]
    [InlineData("302 there\r\nLocation: http://127.0.0.1:1/", false)]
    public async Task Only_what_may_pass_is_tried_again_and_with_the_same_id(string? answer, bool again)
    {
        await using var server = new HookServer(answer, "200 ok");
        var receipt = await _fixture.DeliverAsync(Settings(server));
        Assert.Equal(again ? DeliveryState.Delivered : DeliveryState.Failed, receipt.State);
        Assert.Equal(again ? 2 : 1, server.Requests.Count);
        Assert.Single(
            server.Requests.Select(request => request.Headers["webhook-id"]).Distinct(StringComparer.Ordinal)
        );
        Assert.All(
            server.Requests,
            request => Assert.Equal(request.Headers["webhook-id"], request.Headers["Idempotency-Key"])
        );
    }

    [Fact]
    public async Task The_wait_that_is_asked_for_is_handed_on()
    {
        await using var server = new HookServer("429 slow\r\nRetry-After: 120");
        using var target = Target(Settings(server));
        var package = (await _fixture.SealAsync()).Package;
        var thrown = await Assert.ThrowsAsync<DeliveryException>(() =>
            target.SendAsync(package, CancellationToken.None)
        );
        Assert.Equal(TimeSpan.FromMinutes(2), thrown.RetryAfter);
    }

    [Fact]
    public async Task A_slow_server_is_left()
    {
        await using var server = new HookServer("wait", "200 ok");
        var receipt = await _fixture.DeliverAsync(Settings(server) with { Timeout = TimeSpan.FromSeconds(1) });
        Assert.Equal((DeliveryState.Delivered, 2), (receipt.State, receipt.Attempts));
    }

    [Fact]
    public async Task A_private_address_is_not_connected_to_unless_allowed()
    {
        await using var server = new HookServer("200 ok");
        var receipt = await _fixture.DeliverAsync(Settings(server) with { AllowPrivate = false });
        Assert.Equal((DeliveryState.Failed, 1), (receipt.State, receipt.Attempts));
        Assert.Contains("public address", receipt.Detail, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_long_answer_that_echoes_the_secret_is_cut_and_cleaned()
    {
        await using var server = new HookServer($"400 {Secret}\r\n\r\n{Secret} {new string('x', 100_000)}");
        var receipt = await _fixture.DeliverAsync(Settings(server));
        Assert.InRange(receipt.Detail!.Length, 10, 300);
        Assert.All(
            _fixture.Receipts.History,
            entry => Assert.DoesNotContain(Secret, entry.ToString(), StringComparison.Ordinal)
        );
    }

    private static WebhookTarget Target(WebhookTargetSettings settings) =>
        new(settings, TimeProvider.System, _ => false);

    private WebhookTargetSettings Settings(HookServer server) =>
        new()
        {
            Name = "hook",
            Url = server.Url,
            Secret = SecretRef.Parse(_fixture.Secret(Secret)),
            AllowPrivate = true,
            Clearance = ["TLP:GREEN"],
            Attempts = 3,
            Backoff = TimeSpan.Zero,
        };
}
