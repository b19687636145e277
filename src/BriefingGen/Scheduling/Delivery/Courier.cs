using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Sources;
using BriefingGen.Storage;
using Polly;
using Polly.Retry;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>A target with what the courier needs to know of it.</summary>
/// <param name="Target">Where to send.</param>
/// <param name="Settings">Formats, clearance, tries, times.</param>
public sealed record Route(IDeliveryTarget Target, TargetSettings Settings);

/// <summary>What came of a delivery.</summary>
/// <param name="Receipts">One a target, in order of the settings.</param>
public sealed record DeliveryResult(ImmutableArray<StoredReceipt> Receipts)
{
    /// <summary>True where a target was given up.</summary>
    public bool AnyFailed => Receipts.Any(receipt => receipt.State == DeliveryState.Failed);
}

/// <summary>
/// Takes a verified edition to all targets at once and keeps a receipt of each. No target waits for or stops another.
/// A target whose receipt says that it took the same files is not sent them again. A process that dies between the
/// target's answer and its receipt sends again, so delivery is at least once: a folder and an SFTP server see that the
/// file is there and change nothing; a webhook gets the same <c>webhook-id</c>; a mail has the same Message-ID, and readers
/// that do not look at it show two.
/// </summary>
/// <param name="routes">The targets.</param>
/// <param name="scales">Orders of markings.</param>
/// <param name="receipts">Where receipts are kept.</param>
/// <param name="time">Clock and timers.</param>
/// <param name="random">Numbers from 0 (inclusive) to 1 (exclusive), for jitter; called from any thread.</param>
public sealed class Courier(
    IReadOnlyList<Route> routes,
    MarkingScales scales,
    IReceiptStore receipts,
    TimeProvider time,
    Func<double> random
)
{
    /// <summary>Takes secrets out of what receipts say.</summary>
    public Func<string, string> Redact { get; init; } = Redactor.Shapes;

    private readonly TimeProvider _time = time;
    private readonly Func<double> _random = random;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Delivers.</summary>
    /// <exception cref="StoreException">A receipt could not be read or kept; the other targets were served before.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; receipts say how far it came.</exception>
    public async Task<DeliveryResult> DeliverAsync(VerifiedPackage verified, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(verified);
        var known = await receipts.ListAsync(verified.Package.Edition, cancellationToken);
        var earlier = known.ToDictionary(receipt => receipt.Target, StringComparer.Ordinal);
        var tasks = routes.Select(route =>
            Task.Run(
                () =>
                    ServeAsync(
                        route,
                        verified.Package,
                        earlier.GetValueOrDefault(route.Target.Name),
                        cancellationToken
                    ),
                CancellationToken.None
            )
        );
        return new DeliveryResult([.. await Task.WhenAll(tasks)]);
    }

    private async Task<StoredReceipt> ServeAsync(
        Route route,
        DeliveryPackage whole,
        StoredReceipt? earlier,
        CancellationToken cancellationToken
    )
    {
        var settings = route.Settings;
        var receipt = new StoredReceipt(
            whole.Edition,
            route.Target.Name,
            DeliveryState.Pending,
            0,
            _time.GetUtcNow(),
            null,
            whole.Hash
        );
        if (!scales.Covers(settings.Clearance, whole.Marking))
        {
            var reason =
                $"not sent: the clearance ({string.Join(", ", settings.Clearance)}) does not cover {whole.Marking}";
            return await KeepAsync(
                receipt with
                {
                    State = DeliveryState.Withheld,
                    Detail = SpokenText.OneLine(reason, 300),
                },
                cancellationToken
            );
        }

        try
        {
            var package = await ChosenAsync(whole, settings.Formats, cancellationToken);
            receipt = receipt with { PackageHash = package.Hash };
            if (earlier is not null && string.Equals(earlier.PackageHash, package.Hash, StringComparison.Ordinal))
            {
                if (earlier.State == DeliveryState.Delivered)
                {
                    return earlier;
                }

                receipt = receipt with { Attempts = earlier.Attempts };
            }

            return await new Delivery(this, route, package, receipt).RunAsync(cancellationToken);
        }
        catch (DeliveryException exception)
        {
            return await KeepAsync(
                receipt with
                {
                    State = DeliveryState.Failed,
                    Detail = SpokenText.OneLine(exception.Message, 300),
                },
                cancellationToken
            );
        }
    }

    private static async Task<DeliveryPackage> ChosenAsync(
        DeliveryPackage whole,
        ImmutableArray<string> formats,
        CancellationToken cancellationToken
    )
    {
        if (formats.IsEmpty)
        {
            return whole;
        }

        var files = ImmutableArray.CreateBuilder<DeliveryFile>();
        foreach (var format in formats.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            files.Add(
                whole.Files.FirstOrDefault(file =>
                    Path.GetExtension(file.Name).Equals("." + format, StringComparison.OrdinalIgnoreCase)
                )
                    ?? throw new DeliveryException(
                        $"expected a file of format {format} in the edition",
                        isPermanent: true
                    )
            );
        }

        var chosen = files.ToImmutable();
        return whole with { Files = chosen, Hash = await PackageHash.OfAsync(chosen, cancellationToken) };
    }

    private async Task<StoredReceipt> KeepAsync(StoredReceipt receipt, CancellationToken cancellationToken)
    {
        var told = receipt with { Detail = receipt.Detail is { } detail ? Redact(detail) : null };
        await receipts.SaveAsync(told, cancellationToken);
        return told;
    }

    /// <summary>One edition's way to one target.</summary>
    private sealed class Delivery(Courier courier, Route route, DeliveryPackage package, StoredReceipt receipt)
    {
        private StoredReceipt _receipt = receipt;

        public async Task<StoredReceipt> RunAsync(CancellationToken cancellationToken)
        {
            var builder = new ResiliencePipelineBuilder { TimeProvider = courier._time };
            if (route.Settings.Attempts > 1)
            {
                builder.AddRetry(Retry());
            }

            try
            {
                await builder.Build().ExecuteAsync(async token => await TryAsync(token), cancellationToken);
            }
            catch (DeliveryException exception)
            {
                _receipt = await courier.KeepAsync(
                    _receipt with
                    {
                        State = DeliveryState.Failed,
                        Detail = Told(exception),
                    },
                    CancellationToken.None
                );
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await courier.KeepAsync(
                    _receipt with
                    {
                        Detail = "interrupted; whether the target took it is not known",
                    },
                    CancellationToken.None
                );
                throw;
            }

            return _receipt;
        }

        private RetryStrategyOptions Retry() =>
            new()
            {
                MaxRetryAttempts = route.Settings.Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = route.Settings.Backoff,
                MaxDelay = LongestWait,
                Randomizer = courier._random,
                ShouldHandle = new PredicateBuilder().Handle<DeliveryException>(exception =>
                    !exception.IsPermanent && (exception.RetryAfter ?? TimeSpan.Zero) <= LongestWait
                ),
                DelayGenerator = arguments =>
                    ValueTask.FromResult((arguments.Outcome.Exception as DeliveryException)?.RetryAfter),
            };

        private async Task TryAsync(CancellationToken cancellationToken)
        {
            _receipt = await courier.KeepAsync(
                _receipt with
                {
                    State = DeliveryState.Pending,
                    Attempts = _receipt.Attempts + 1,
                    LastAttempt = courier._time.GetUtcNow(),
                    Detail = "being sent",
                },
                cancellationToken
            );
            string answer;
            try
            {
                answer = await SendAsync(cancellationToken);
            }
            catch (DeliveryException exception)
            {
                _receipt = await courier.KeepAsync(_receipt with { Detail = Told(exception) }, cancellationToken);
                throw;
            }

            // The target has it: a cancelled token must not lose that.
            _receipt = await courier.KeepAsync(
                _receipt with
                {
                    State = DeliveryState.Delivered,
                    Detail = SpokenText.OneLine(answer, 300),
                },
                CancellationToken.None
            );
        }

        private async Task<string> SendAsync(CancellationToken cancellationToken)
        {
            using var limit = new CancellationTokenSource(route.Settings.Timeout, courier._time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                return await route.Target.SendAsync(package, both.Token);
            }
            catch (Exception exception) when (exception is not DeliveryException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                // Messages of unknown exceptions may hold anything, secrets as well: only the kind is told.
                throw limit.IsCancellationRequested
                    ? new DeliveryException(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"no answer within {route.Settings.Timeout.TotalSeconds:0} s"
                        )
                    )
                    : new DeliveryException($"unexpected {exception.GetType().Name}", isPermanent: true);
            }
        }

        private static string Told(DeliveryException exception)
        {
            var wait =
                exception.RetryAfter is { } asked && asked > LongestWait
                    ? $"; asked to wait {asked:c}, longer than {LongestWait:c}"
                    : string.Empty;
            return SpokenText.OneLine(exception.Message + wait, 300);
        }
    }
}
