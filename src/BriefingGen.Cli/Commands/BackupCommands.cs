using System.CommandLine;

namespace BriefingGen.Cli.Commands;

/// <summary><c>backup</c> and <c>restore</c>: a store in one file, the same for both databases.</summary>
internal static class BackupCommands
{
    public static Command Backup(CliHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The backup: a zip, written aside and checked first." };
        var store = StoreOption.Create();
        var command = new Command("backup", "Write the whole store into one file.") { file, store };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                await opened.BackupAsync(parsed.GetRequiredValue(file), cancellationToken);
                await host.Out.WriteLineAsync(parsed.GetRequiredValue(file).AsMemory(), cancellationToken);
                return ExitCodes.Done;
            }
        );
        return command;
    }

    public static Command Restore(CliHost host)
    {
        var file = new Argument<string>("FILE") { Description = "A backup; its hashes are checked first." };
        var store = StoreOption.Create();
        var command = new Command("restore", "Fill an empty store from a backup, of either database.") { file, store };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                await opened.RestoreAsync(parsed.GetRequiredValue(file), cancellationToken);
                await host.Out.WriteLineAsync(opened.Location.AsMemory(), cancellationToken);
                return ExitCodes.Done;
            }
        );
        return command;
    }
}
