using BriefingGen.Scheduling.Delivery;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Scheduling.Delivery;

public sealed class SftpTargetTests : IDisposable
{
    private readonly DeliveryFixture _fixture = new(pdfBytes: 1_000_000);

    private string Root => Path.Combine(_fixture.Folder, "in", "briefs");

    private string Copy => Path.Combine(Root, "morning", "2031-05-10", "brief.pdf");

    public void Dispose() => _fixture.Dispose();

    [SkippableFact]
    public async Task The_files_stand_on_the_server_and_old_ones_are_replaced()
    {
        await using var server = await SshServer.StartAsync(_fixture.Folder);
        var receipt = await _fixture.DeliverAsync(Settings(server));
        Assert.Equal(
            (DeliveryState.Delivered, "2 of 2 files written, the others were there"),
            (receipt.State, receipt.Detail)
        );
        Assert.Equal(await File.ReadAllBytesAsync(_fixture.Files[0].Path), await File.ReadAllBytesAsync(Copy));
        var package = (await _fixture.SealAsync()).Package;
        var target = new SftpTarget(Settings(server));
        Assert.Equal("already there", await target.SendAsync(package, CancellationToken.None));
        await File.WriteAllBytesAsync(Copy, new byte[1_000_000]);
        Assert.Equal(
            "1 of 2 files written, the others were there",
            await target.SendAsync(package, CancellationToken.None)
        );
        Assert.Equal(
            ["brief.json", "brief.pdf"],
            Directory
                .GetFileSystemEntries(Path.GetDirectoryName(Copy)!)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
    }

    [SkippableFact]
    public async Task A_strange_server_is_not_spoken_to()
    {
        await using var server = await SshServer.StartAsync(_fixture.Folder);
        var receipt = await _fixture.DeliverAsync(
            Settings(server) with
            {
                HostKeys = ["SHA256:" + new string('A', 43)],
            }
        );
        Assert.Equal((DeliveryState.Failed, 1), (receipt.State, receipt.Attempts));
        Assert.Contains(server.Fingerprint, receipt.Detail, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Root));
    }

    [SkippableFact]
    public async Task A_refused_key_is_not_tried_again_and_never_told()
    {
        await using var server = await SshServer.StartAsync(_fixture.Folder);
        var receipt = await _fixture.DeliverAsync(
            Settings(server) with
            {
                Key = SecretRef.Parse("file:" + server.StrangeKey),
            }
        );
        Assert.Equal((DeliveryState.Failed, 1), (receipt.State, receipt.Attempts));
        var line = (await File.ReadAllLinesAsync(server.StrangeKey))[1];
        Assert.All(
            _fixture.Receipts.History,
            entry => Assert.DoesNotContain(line, entry.ToString(), StringComparison.Ordinal)
        );
    }

    [SkippableFact]
    public async Task A_transfer_that_was_cut_is_made_again_and_leaves_no_part()
    {
        await using var server = await SshServer.StartAsync(_fixture.Folder);
        await using var proxy = new CuttingProxy(server.Port, cutAfter: 300_000);
        var receipt = await _fixture.DeliverAsync(Settings(server) with { Port = proxy.Port });
        Assert.Equal((DeliveryState.Delivered, 2), (receipt.State, receipt.Attempts));
        Assert.Equal(1_000_000, new FileInfo(Copy).Length);
        Assert.Equal(2, Directory.GetFileSystemEntries(Path.GetDirectoryName(Copy)!).Length);
    }

    [SkippableFact]
    public async Task A_folder_that_cannot_be_made_fails()
    {
        await using var server = await SshServer.StartAsync(_fixture.Folder);
        var receipt = await _fixture.DeliverAsync(Settings(server) with { Root = "/proc/none" });
        Assert.Equal(DeliveryState.Failed, receipt.State);
    }

    [Fact]
    public async Task A_key_that_is_none_fails_without_being_told()
    {
        var settings = new SftpTargetSettings
        {
            Name = "s",
            Host = "127.0.0.1",
            User = "u",
            Root = "/in",
            Clearance = ["TLP:GREEN"],
            HostKeys = ["SHA256:" + new string('A', 43)],
            Key = SecretRef.Parse(_fixture.Secret("no key at all")),
        };
        var receipt = await _fixture.DeliverAsync(settings);
        Assert.Equal((DeliveryState.Failed, 1), (receipt.State, receipt.Attempts));
        Assert.DoesNotContain("no key at all", receipt.Detail, StringComparison.Ordinal);
    }

    private SftpTargetSettings Settings(SshServer server) =>
        new()
        {
            Name = "archive",
            Host = "127.0.0.1",
            Port = server.Port,
            User = Environment.UserName,
            HostKeys = [server.Fingerprint],
            Key = SecretRef.Parse("file:" + server.ClientKey),
            Root = Root,
            Clearance = ["TLP:GREEN"],
            Attempts = 3,
            Backoff = TimeSpan.Zero,
            Timeout = TimeSpan.FromSeconds(20),
        };
}
