using System.Diagnostics;
using BriefingGen.Storage;
using BriefingGen.Tests.Contracts;
using Microsoft.Data.Sqlite;

namespace BriefingGen.Tests.Storage;

/// <summary>What a SQLite store says when disk, file or lock fail it.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefgen-faults-");

    private string StoreFile => Path.Combine(_folder.FullName, "store.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_store_that_another_process_keeps_locked_is_given_up_in_bounded_time()
    {
        await using var store = StoreFactory.Open($"Data Source={StoreFile};Default Timeout=1", TimeProvider.System);
        await store.MigrateAsync(default);
        await using var other = new SqliteConnection($"Data Source={StoreFile}");
        await other.OpenAsync();
        await using var held = other.BeginTransaction();
        var watch = Stopwatch.StartNew();

        var fault = await Assert.ThrowsAsync<StoreException>(() =>
            store.Articles.SaveAsync([InventedArticles.Make(1)], default)
        );

        Assert.InRange(watch.Elapsed.TotalSeconds, 1, 30);
        Assert.Contains("locked", fault.Message, StringComparison.Ordinal);
        Assert.Contains(StoreFile, fault.Message, StringComparison.Ordinal);
        await held.RollbackAsync();
        await store.Articles.SaveAsync([InventedArticles.Make(1)], default);
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_a_writer()
    {
        await using var store = StoreFactory.Open($"Data Source={StoreFile};Default Timeout=1", TimeProvider.System);
        await store.MigrateAsync(default);
        await store.Articles.SaveAsync([InventedArticles.Make(1)], default);
        await using var other = new SqliteConnection($"Data Source={StoreFile}");
        await other.OpenAsync();
        await using var held = other.BeginTransaction();

        Assert.Equal(1, await CountAsync(store));
    }

    [Fact]
    public async Task A_full_disk_is_told_and_nothing_is_half_written()
    {
        await using var store = (BriefStore)StoreFactory.Open(StoreFile, TimeProvider.System);
        await store.MigrateAsync(default);
        await store.Articles.SaveAsync([InventedArticles.Make(0)], default);
        var pages = await store.Session.ReadAsync(
            (data, token) => LinqToDB.Data.DataContextExtensions.ExecuteAsync<long>(data, "PRAGMA page_count", token),
            default
        );

        var fault = await Assert.ThrowsAsync<StoreException>(() =>
            store.Session.WriteAsync(
                async (data, token) =>
                {
                    await LinqToDB.Data.DataContextExtensions.ExecuteAsync(
                        data,
                        $"PRAGMA max_page_count = {pages + 4}",
                        token
                    );
                    await new ArticleWriter(store.Session.Dialect, data).WriteAsync(
                        [.. Enumerable.Range(1, 500).Select(i => InventedArticles.Make(i))],
                        token
                    );
                    return true;
                },
                default
            )
        );

        Assert.Contains("disk is full", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(store));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        var words = new string('x', 5000);
        await File.WriteAllTextAsync(StoreFile, words);
        await using var store = StoreFactory.Open(StoreFile, TimeProvider.System);

        var fault = await Assert.ThrowsAsync<StoreException>(() => store.MigrateAsync(default));

        Assert.Contains(StoreFile, fault.Message, StringComparison.Ordinal);
        Assert.Contains("no SQLite database", fault.Message, StringComparison.Ordinal);
        Assert.Equal(words, await File.ReadAllTextAsync(StoreFile));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        await File.WriteAllTextAsync(StoreFile, "");
        await using var store = StoreFactory.Open(Path.Combine(StoreFile, "below", "store.db"), TimeProvider.System);

        var fault = await Assert.ThrowsAsync<StoreException>(() => store.MigrateAsync(default));

        Assert.Contains("folder", fault.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_folder_that_may_not_be_written_is_told()
    {
        Skip.If(Environment.IsPrivilegedProcess, "the superuser may write everywhere");
        if (OperatingSystem.IsWindows())
        {
            Skip.If(true, "Windows has no such modes of files");
            return;
        }

        File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            await using var store = StoreFactory.Open(StoreFile, TimeProvider.System);
            await Assert.ThrowsAsync<StoreException>(() => store.MigrateAsync(default));
        }
        finally
        {
            File.SetUnixFileMode(
                _folder.FullName,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    [Fact]
    public async Task A_store_opened_read_only_is_read_and_refuses_to_be_written()
    {
        await using (var first = StoreFactory.Open(StoreFile, TimeProvider.System))
        {
            await first.MigrateAsync(default);
            await first.Articles.SaveAsync([InventedArticles.Make(1)], default);
        }

        await using var store = StoreFactory.Open($"Data Source={StoreFile};Mode=ReadOnly", TimeProvider.System);

        Assert.Equal(1, await CountAsync(store));
        var fault = await Assert.ThrowsAsync<StoreException>(() =>
            store.Articles.SaveAsync([InventedArticles.Make(2)], default)
        );
        Assert.Contains("read-only", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_not_migrated_says_so()
    {
        await using var store = StoreFactory.Open(StoreFile, TimeProvider.System);

        var fault = await Assert.ThrowsAsync<StoreException>(() => store.Runs.ListAsync(null, 1, default));

        Assert.Contains("migrated", fault.Message, StringComparison.Ordinal);
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
