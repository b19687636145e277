using System.Diagnostics;
using BriefingGen.Scheduling.Delivery;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Scheduling.Delivery;

public sealed class FolderTargetTests : IDisposable
{
    private readonly DeliveryFixture _fixture = new(pdfBytes: 3_000_000);

    private string Root => Path.Combine(_fixture.Folder, "out");

    private FolderTargetSettings Settings =>
        new()
        {
            Name = "share",
            Root = Root,
            Clearance = ["TLP:GREEN"],
            Attempts = 2,
            Backoff = TimeSpan.Zero,
        };

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task The_files_stand_in_their_folder_and_nothing_else()
    {
        var receipt = await _fixture.DeliverAsync(Settings);
        Assert.Equal(DeliveryState.Delivered, receipt.State);
        var folder = Path.Combine(Root, "morning", "2031-05-10");
        Assert.Equal(
            ["brief.json", "brief.pdf"],
            Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            await File.ReadAllBytesAsync(_fixture.Files[0].Path),
            await File.ReadAllBytesAsync(Path.Combine(folder, "brief.pdf"))
        );
    }

    [Fact]
    public async Task Files_that_are_there_are_left_and_old_ones_replaced()
    {
        var package = (await _fixture.SealAsync()).Package;
        var target = new FolderTarget(Settings);
        await target.SendAsync(package, CancellationToken.None);
        Assert.Equal("already there", await target.SendAsync(package, CancellationToken.None));
        var copy = Path.Combine(Root, "morning", "2031-05-10", "brief.pdf");
        await File.WriteAllTextAsync(copy, "old");
        Assert.Equal(
            "1 of 2 files written, the others were there",
            await target.SendAsync(package, CancellationToken.None)
        );
        Assert.Equal(3_000_000, new FileInfo(copy).Length);
    }

    [Theory]
    [InlineData("../../escape")]
    [InlineData("..")]
    [InlineData("/etc")]
    [InlineData("a/../../b")]
    public async Task No_schedule_leads_out_of_the_root(string schedule)
    {
        var package = (await _fixture.SealAsync()).Package with
        {
            Edition = new EditionKey(schedule, new DateOnly(2031, 5, 10)),
        };
        await new FolderTarget(Settings).SendAsync(package, CancellationToken.None);
        Assert.Equal(2, Directory.GetFiles(Root, "brief.*", SearchOption.AllDirectories).Length);
        Assert.Equal(4, Directory.GetFiles(_fixture.Folder, "brief.*", SearchOption.AllDirectories).Length);
    }

    [SkippableFact]
    public async Task A_link_that_may_lead_out_of_the_root_is_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        Directory.CreateDirectory(Root);
        var outside = Directory.CreateDirectory(Path.Combine(_fixture.Folder, "outside")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(Root, "morning"), outside);
        var receipt = await _fixture.DeliverAsync(Settings);
        Assert.Equal((DeliveryState.Failed, 1), (receipt.State, receipt.Attempts));
        Assert.Empty(Directory.GetFileSystemEntries(outside));
    }

    [SkippableFact]
    public async Task A_full_disk_leaves_the_old_edition_whole()
    {
        Skip.IfNot(
            OperatingSystem.IsLinux() && Environment.UserName == "root",
            "a small file system can be mounted by root on Linux only"
        );
        Directory.CreateDirectory(Root);
        using var mount = Process.Start("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", Root]);
        await mount.WaitForExitAsync();
        Skip.IfNot(mount.ExitCode == 0, "tmpfs cannot be mounted here");
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(Root, "morning", "2031-05-10")).FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, "brief.pdf"), "old");
            var receipt = await _fixture.DeliverAsync(Settings);
            Assert.Equal((DeliveryState.Failed, 2), (receipt.State, receipt.Attempts));
            Assert.Equal("brief.pdf", Assert.Single(Directory.GetFileSystemEntries(folder).Select(Path.GetFileName)));
            Assert.Equal("old", await File.ReadAllTextAsync(Path.Combine(folder, "brief.pdf")));
        }
        finally
        {
            using var unmount = Process.Start("umount", [Root]);
            await unmount.WaitForExitAsync();
        }
    }
}
