using System.CommandLine;
using BriefingGen.Cli.Settings;
using BriefingGen.Storage;

namespace BriefingGen.Cli;

/// <summary>The option <c>--store</c>, and opening what it or the settings name.</summary>
internal static class StoreOption
{
    public static Option<string?> Create() =>
        new("--store")
        {
            Description =
                "The store: a file, sqlite:FILE, or a PostgreSQL connection string. Without it: what the settings say.",
            HelpName = "CONN",
        };

    /// <summary>Opens the store that the settings name and brings it to this version.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static async Task<IBriefStore> OpenAsync(
        CliHost host,
        SettingsTable settings,
        CancellationToken cancellationToken
    )
    {
        var connection = settings.Text("store")!;
        if (settings.Text("storePassword") is { } secret)
        {
            connection += ";Password=" + SecretText.Read(host, "storePassword", secret);
        }

        var store = StoreFactory.Open(connection, host.Clock);
        try
        {
            await store.MigrateAsync(cancellationToken);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }
}
