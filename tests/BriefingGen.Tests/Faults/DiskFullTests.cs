using System.Diagnostics;

namespace BriefingGen.Tests.Faults;

/// <summary>Disks that are too small for what is written to them, until somebody makes room.</summary>
public sealed class DiskFullTests(UndisturbedDesk calm) : IClassFixture<UndisturbedDesk>
{
    [SkippableFact]
    public void A_full_disk_is_told_and_once_there_is_room_the_next_run_completes_the_edition()
    {
        Skip.IfNot(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "only root of a Linux may mount a disk"
        );
        using var desk = new FaultDesk(
            UndisturbedDesk.Setup with
            {
                Prepare = folder =>
                {
                    var output = Directory.CreateDirectory(Path.Combine(folder, "output")).FullName;
                    Skip.If(
                        Shell($"mount -t tmpfs -o size=200k tmpfs '{output}'") != 0,
                        "this machine mounts no tmpfs"
                    );
                },
                Remove = folder => Shell($"umount '{Path.Combine(folder, "output")}'"),
            }
        );

        var run = desk.Run("schedule", "run", "daily", "--date", FaultDesk.Day);

        Assert.Equal(6, run.Code);
        Assert.Contains("No space left on device", LastLine(run.Error), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(Written(desk));
        Assert.Equal(0, Shell($"mount -o remount,size=64m '{desk.At("output")}'"));
        Assert.Null(desk.Finish().Difference(calm.Outcome));
    }

    [SkippableFact]
    public void A_store_that_may_not_grow_is_told_and_the_next_run_completes_the_edition()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no limits on the sizes of files");
        using var desk = new FaultDesk(UndisturbedDesk.Setup);
        // The limit is told as an error, not as a signal; the runtime's own memory file is above any such limit.
        desk.Environment["DOTNET_EnableWriteXorExecute"] = "0";

        var run = desk.RunBehind("trap '' XFSZ; ulimit -f 450", "schedule", "run", "daily", "--date", FaultDesk.Day);

        Assert.True(run.Code == 1, $"exit code {run.Code}: {run.Error}");
        Assert.Matches("desk.db: the disk (is full|could not be (read or )?written)", LastLine(run.Error));
        // Files that were whole before the store failed may stand; a half one may not.
        Assert.Subset(
            calm.Outcome.Files.Keys.ToHashSet(StringComparer.Ordinal),
            Written(desk).Select(desk.NameOf).ToHashSet(StringComparer.Ordinal)
        );
        Assert.Null(desk.Finish().Difference(calm.Outcome));
    }

    private static string LastLine(string text) => text.TrimEnd('\n').Split('\n')[^1];

    private static IEnumerable<string> Written(FaultDesk desk) =>
        Directory.Exists(desk.At("output"))
            ? Directory.GetFiles(desk.At("output"), "*", SearchOption.AllDirectories)
            : [];

    private static int Shell(string line)
    {
        using var process = Process.Start("sh", ["-c", line + " 2>/dev/null"]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
