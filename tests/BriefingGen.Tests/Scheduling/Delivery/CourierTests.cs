using BriefingGen.Rendering.Verification;
using BriefingGen.Scheduling.Delivery;
using BriefingGen.Storage;
using BriefingGen.Tests.Composition;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Scheduling.Delivery;

public sealed class CourierTests : IDisposable
{
    private readonly DeliveryFixture _fixture = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2031, 5, 10, 6, 0, 0, TimeSpan.Zero));

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_failing_target_does_not_stop_the_others()
    {
        var result = await DeliverAsync(
            Route(new ScriptedTarget("a", ScriptedTarget.Refuses)),
            Route(new ScriptedTarget("b", _ => throw new InvalidOperationException("a bug with a secret in it"))),
            Route(new ScriptedTarget("c", ScriptedTarget.Takes))
        );
        Assert.Equal(
            [DeliveryState.Failed, DeliveryState.Failed, DeliveryState.Delivered],
            result.Receipts.Select(receipt => receipt.State)
        );
        Assert.True(result.AnyFailed);
        Assert.DoesNotContain("a secret", result.Receipts[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_target_is_tried_again_and_each_try_leaves_a_receipt()
    {
        var target = new ScriptedTarget("a", ScriptedTarget.Busy, ScriptedTarget.Busy, ScriptedTarget.Takes);
        var result = await DeliverAsync(Route(target));
        Assert.Equal(
            (DeliveryState.Delivered, 3, "taken"),
            (result.Receipts[0].State, result.Receipts[0].Attempts, result.Receipts[0].Detail)
        );
        Assert.Equal(
            ["being sent", "busy", "being sent", "busy", "being sent", "taken"],
            _fixture.Receipts.History.Select(receipt => receipt.Detail)
        );
    }

    [Fact]
    public async Task After_the_last_try_it_is_given_up()
    {
        var target = new ScriptedTarget("a", ScriptedTarget.Busy);
        var result = await DeliverAsync(Route(target));
        Assert.Equal(
            (DeliveryState.Failed, 4, 4),
            (result.Receipts[0].State, result.Receipts[0].Attempts, target.Tries)
        );
    }

    [Fact]
    public async Task What_is_refused_for_good_is_not_tried_again()
    {
        var target = new ScriptedTarget("a", ScriptedTarget.Refuses);
        await DeliverAsync(Route(target));
        Assert.Equal(1, target.Tries);
    }

    [Fact]
    public async Task The_wait_that_a_target_asks_for_is_kept()
    {
        var asked = TimeSpan.FromSeconds(90);
        var target = new ScriptedTarget(
            "a",
            _ => throw new DeliveryException("later") { RetryAfter = asked },
            ScriptedTarget.Takes
        );
        var start = _time.GetUtcNow();
        var result = await DeliverAsync(Route(target));
        Assert.Equal(DeliveryState.Delivered, result.Receipts[0].State);
        Assert.InRange(result.Receipts[0].LastAttempt - start, asked, asked + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Who_asks_for_a_wait_of_hours_is_given_up()
    {
        var target = new ScriptedTarget(
            "a",
            _ => throw new DeliveryException("later") { RetryAfter = TimeSpan.FromHours(3) }
        );
        var result = await DeliverAsync(Route(target));
        Assert.Equal((DeliveryState.Failed, 1), (result.Receipts[0].State, target.Tries));
        Assert.Contains("03:00:00", result.Receipts[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_target_is_left_when_its_time_is_over()
    {
        var target = new ScriptedTarget(
            "a",
            async token =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return string.Empty;
            },
            ScriptedTarget.Takes
        );
        var result = await DeliverAsync(Route(target));
        Assert.Equal((DeliveryState.Delivered, 2), (result.Receipts[0].State, result.Receipts[0].Attempts));
        Assert.Contains(_fixture.Receipts.History, receipt => receipt.Detail == "no answer within 10 s");
    }

    [Fact]
    public async Task What_was_delivered_is_not_sent_again_after_a_crash()
    {
        var (taken, failing) = (
            new ScriptedTarget("a", ScriptedTarget.Takes),
            new ScriptedTarget("b", ScriptedTarget.Refuses)
        );
        await DeliverAsync(Route(taken), Route(failing));
        var second = await DeliverAsync(Route(taken), Route(failing));
        Assert.Equal((1, 2), (taken.Tries, failing.Tries));
        Assert.Equal(DeliveryState.Delivered, second.Receipts[0].State);
        Assert.Equal(2, second.Receipts[1].Attempts);
    }

    [Fact]
    public async Task Other_files_of_the_same_edition_are_sent()
    {
        var target = new ScriptedTarget("a", ScriptedTarget.Takes);
        await DeliverAsync(Route(target));
        await File.AppendAllTextAsync(_fixture.Files[0].Path, "corrected");
        await DeliverAsync(Route(target));
        Assert.Equal(2, target.Tries);
    }

    [Fact]
    public async Task A_marking_above_the_clearance_is_withheld_and_nothing_is_sent()
    {
        var target = new ScriptedTarget("a", ScriptedTarget.Takes);
        var result = await DeliverAsync(Route(target, "TLP:CLEAR"));
        Assert.Equal((DeliveryState.Withheld, 0), (result.Receipts[0].State, target.Tries));
        Assert.Equal("not sent: the clearance (TLP:CLEAR) does not cover TLP:GREEN", result.Receipts[0].Detail);
        Assert.False(result.AnyFailed);
    }

    [Fact]
    public async Task An_interrupted_delivery_says_so_in_its_receipt()
    {
        using var stop = new CancellationTokenSource();
        var target = new ScriptedTarget(
            "a",
            async token =>
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
                return string.Empty;
            }
        );
        var sealed1 = await _fixture.SealAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _fixture.Courier(_time, Route(target)).DeliverAsync(sealed1, stop.Token)
        );
        Assert.StartsWith("interrupted", _fixture.Receipts.History.Last().Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_format_fails_and_says_which()
    {
        var route = Route(new ScriptedTarget("a", ScriptedTarget.Takes));
        var result = await DeliverAsync(route with { Settings = route.Settings with { Formats = ["xlsx"] } });
        Assert.Equal("expected a file of format xlsx in the edition", result.Receipts[0].Detail);
    }

    [Fact]
    public async Task What_failed_its_verification_cannot_be_sealed()
    {
        var report = _fixture.Passed with { Failures = [new VerificationFailure("s1", "no such sentence")] };
        var refusal = await Assert.ThrowsAsync<DeliveryException>(() =>
            VerifiedPackage.SealAsync(
                DeliveryFixture.Edition,
                InventedBriefing.Compose(),
                _fixture.Files,
                report,
                CancellationToken.None
            )
        );
        Assert.Contains("nothing is sent", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(typeof(VerifiedPackage).GetConstructors());
    }

    [Fact]
    public async Task A_stored_edition_is_sealed_only_while_its_files_are_those_that_were_verified()
    {
        var hashes = await Task.WhenAll(
            _fixture.Files.Select(async file => new EditionFile(
                file.Name,
                await PackageHash.OfFileAsync(file.Path, CancellationToken.None)
            ))
        );
        var stored = new StoredEdition(
            DeliveryFixture.Edition,
            EditionState.Verified,
            null,
            [],
            null,
            _fixture.Folder,
            [.. hashes],
            null,
            null,
            null,
            default
        );
        var brief = InventedBriefing.Compose();
        await VerifiedPackage.SealAsync(stored, brief, _fixture.Files, CancellationToken.None);
        await Assert.ThrowsAsync<DeliveryException>(() =>
            VerifiedPackage.SealAsync(
                stored with
                {
                    State = EditionState.Rendered,
                },
                brief,
                _fixture.Files,
                CancellationToken.None
            )
        );
        await File.AppendAllTextAsync(_fixture.Files[0].Path, "x");
        await Assert.ThrowsAsync<DeliveryException>(() =>
            VerifiedPackage.SealAsync(stored, brief, _fixture.Files, CancellationToken.None)
        );
    }

    private static Route Route(ScriptedTarget target, string clearance = "TLP:AMBER") =>
        new(
            target,
            new FolderTargetSettings
            {
                Name = target.Name,
                Clearance = [clearance],
                Attempts = 4,
                Backoff = TimeSpan.FromSeconds(1),
                Timeout = TimeSpan.FromSeconds(10),
            }
        );

    // The clock goes on by itself while the delivery waits.
    private async Task<DeliveryResult> DeliverAsync(params Route[] routes)
    {
        var delivery = _fixture.Courier(_time, routes).DeliverAsync(await _fixture.SealAsync(), CancellationToken.None);
        while (await Task.WhenAny(delivery, Task.Delay(2)) != delivery)
        {
            _time.Advance(TimeSpan.FromMilliseconds(500));
        }

        return await delivery;
    }
}
