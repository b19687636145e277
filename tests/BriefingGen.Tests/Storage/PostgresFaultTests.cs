using System.Diagnostics;
using BriefingGen.Storage;
using BriefingGen.Tests.Contracts;
using Npgsql;

namespace BriefingGen.Tests.Storage;

/// <summary>What a PostgreSQL store does when the server fails it.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresFaultTests
{
    internal const string RestartVariable = "BRIEFGEN_TEST_POSTGRES_RESTART";

    [SkippableFact]
    public async Task Connections_that_the_server_ends_are_made_anew()
    {
        PostgresServer.Need();
        await InSchemaAsync(async store =>
        {
            await store.Articles.SaveAsync([InventedArticles.Make(1)], default);

            await EndConnectionsAsync();
            await store.Articles.SaveAsync([InventedArticles.Make(2)], default);

            Assert.Equal(2, await CountAsync(store));
        });
    }

    [SkippableFact]
    public async Task A_server_that_is_killed_and_started_in_the_middle_of_the_work_costs_time_and_nothing_else()
    {
        PostgresServer.Need();
        var restart = Environment.GetEnvironmentVariable(RestartVariable);
        Skip.If(
            string.IsNullOrEmpty(restart),
            $"{RestartVariable} is not set: it names a script that kills and starts the test server"
        );
        await InSchemaAsync(async store =>
        {
            var work = Task.Run(async () =>
            {
                for (var i = 1; i <= 60; i++)
                {
                    await store.Articles.SaveAsync([InventedArticles.Make(i)], default);
                    await Task.Delay(25);
                }
            });
            using var script = Process.Start(restart!);
            await script.WaitForExitAsync();
            Assert.Equal(0, script.ExitCode);

            await work;

            Assert.Equal(60, await CountAsync(store));
        });
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_in_bounded_time_without_the_password()
    {
        await using var store = StoreFactory.Open(
            "Host=127.0.0.1;Port=1;Username=desk;Password=secret;Database=briefs;Timeout=1",
            TimeProvider.System
        );
        var watch = Stopwatch.StartNew();

        var fault = await Assert.ThrowsAsync<StoreException>(() => store.MigrateAsync(default));

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
        Assert.Contains("127.0.0.1:1", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    private static async Task InSchemaAsync(Func<IBriefStore, Task> work)
    {
        var schema = await PostgresServer.MakeSchemaAsync();
        try
        {
            // A name of its own, so that the connections of other tests are left alone.
            var settings = new NpgsqlConnectionStringBuilder(PostgresServer.In(schema)) { ApplicationName = "faults" };
            await using var store = StoreFactory.Open(settings.ConnectionString, TimeProvider.System);
            await store.MigrateAsync(default);
            await work(store);
        }
        finally
        {
            await PostgresServer.RemoveSchemaAsync(schema);
        }
    }

    private static async Task EndConnectionsAsync()
    {
        await using var connection = new NpgsqlConnection(PostgresServer.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'faults'",
            connection
        );
        Assert.True((long)(await command.ExecuteScalarAsync())! > 0);
    }

    private static async Task<int> CountAsync(IBriefStore store)
    {
        var count = 0;
        await foreach (var _ in store.Articles.ReadAsync(new ArticleQuery("e1"), default))
        {
            count++;
        }

        return count;
    }
}
