using System.Collections.Concurrent;
using System.Collections.Immutable;
using BriefingGen.Rendering.Verification;
using BriefingGen.Scheduling.Delivery;
using BriefingGen.Storage;
using BriefingGen.Tests.Composition;

namespace BriefingGen.Tests.Scheduling.Delivery;

/// <summary>An edition in a folder of its own, and what a courier needs; the folder goes with it.</summary>
internal sealed class DeliveryFixture : IDisposable
{
    public static readonly EditionKey Edition = new("morning", new DateOnly(2031, 5, 10));

    public DeliveryFixture(int pdfBytes = 5000)
    {
        Folder = Directory.CreateTempSubdirectory("delivery").FullName;
        var bytes = new byte[pdfBytes];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(i * 31 % 251);
        }

        Files =
        [
            Write("brief.pdf", "application/pdf", bytes),
            Write("brief.json", "application/json", "{}"u8.ToArray()),
        ];
    }

    public string Folder { get; }

    public ImmutableArray<DeliveryFile> Files { get; }

    public ReceiptBook Receipts { get; } = new();

    public VerificationReport Passed => new(Files[1].Path, 3, 3, 1, []);

    public async Task<VerifiedPackage> SealAsync(string? marking = "TLP:GREEN", string title = "Daily situation brief")
    {
        var brief = InventedBriefing.Compose();
        brief = brief with { Masthead = brief.Masthead with { Marking = marking ?? string.Empty, Title = title } };
        return await VerifiedPackage.SealAsync(Edition, brief, Files, Passed, CancellationToken.None);
    }

    public Courier Courier(TimeProvider time, params Route[] routes) =>
        new(routes, new MarkingScales(["UNMARKED", "RESTRICTED", "SECRET"]), Receipts, time, () => 0.5);

    /// <summary>Delivers to one real target and gives its receipt.</summary>
    public async Task<StoredReceipt> DeliverAsync(TargetSettings settings, string title = "Daily situation brief")
    {
        var routes = DeliveryTargets.Create(
            new DeliverySettings { Targets = [settings] },
            TimeProvider.System,
            address => !System.Net.IPAddress.IsLoopback(address)
        );
        var result = await Courier(TimeProvider.System, [.. routes])
            .DeliverAsync(await SealAsync(title: title), CancellationToken.None);
        return Assert.Single(result.Receipts);
    }

    public string Secret(string text)
    {
        var path = Path.Combine(Folder, $"secret-{text.Length}-{Directory.GetFiles(Folder).Length}");
        File.WriteAllText(path, text + "\n");
        return "file:" + path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private DeliveryFile Write(string name, string mediaType, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return new DeliveryFile(name, mediaType, path);
    }
}

/// <summary>Receipts in memory, with every state that each had.</summary>
internal sealed class ReceiptBook : IReceiptStore
{
    private readonly ConcurrentDictionary<(EditionKey, string), StoredReceipt> _now = new();

    public ConcurrentQueue<StoredReceipt> History { get; } = new();

    public Task SaveAsync(StoredReceipt receipt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        History.Enqueue(receipt);
        _now[(receipt.Edition, receipt.Target)] = receipt;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<StoredReceipt>> ListAsync(EditionKey edition, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredReceipt>>([.. _now.Values.Where(receipt => receipt.Edition == edition)]);
}

/// <summary>A target that does as it is told, try by try; the last order holds for all further ones.</summary>
internal sealed class ScriptedTarget(string name, params Func<CancellationToken, Task<string>>[] script)
    : IDeliveryTarget
{
    private int _tries;

    public int Tries => _tries;

    public string Name => name;

    public Task<string> SendAsync(DeliveryPackage package, CancellationToken cancellationToken) =>
        script[Math.Min(Interlocked.Increment(ref _tries), script.Length) - 1](cancellationToken);

    public static Task<string> Takes(CancellationToken cancellationToken) => Task.FromResult("taken");

    public static Task<string> Busy(CancellationToken cancellationToken) => throw new DeliveryException("busy");

    public static Task<string> Refuses(CancellationToken cancellationToken) =>
        throw new DeliveryException("no", isPermanent: true);
}
