using System.CommandLine;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Cli.Commands;

/// <summary>The option <c>--store</c>, alike in every command that has it.</summary>
internal static class StoreOption
{
    public static Option<string?> Create() =>
        new("--store")
        {
            Description =
                "The store: a file, sqlite:FILE, or a PostgreSQL connection string. Without it: what the settings say.",
            HelpName = "CONN",
        };

    /// <summary>The connection string that counts.</summary>
    /// <exception cref="ConfigurationException">Neither the option nor the configuration names one.</exception>
    public static string Resolve(CliHost host, string? asked) =>
        asked
        ?? host.Desk.Connection
        ?? throw new ConfigurationException("No store is named: give --store, or set BRIEFGEN__Store.");

    /// <summary>Opens the store that counts.</summary>
    public static Task<IBriefStore> OpenAsync(CliHost host, string? asked, CancellationToken cancellationToken) =>
        host.Desk.OpenStore(Resolve(host, asked), cancellationToken);
}
