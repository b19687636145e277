using BriefingGen.Storage;

namespace BriefingGen.Tests.Contracts;

/// <summary>
/// What every store promises; a subclass a database says only how an empty one is made. The assertions stand in the parts
/// of this class, one a port.
/// </summary>
public abstract partial class BriefStoreContract : IAsyncLifetime
{
    protected static readonly DateTimeOffset Morning = new(2026, 9, 16, 6, 0, 0, TimeSpan.Zero);
    protected const string Extractor = "e1";

    private protected IBriefStore Store { get; private set; } = null!;

    /// <summary>Opens an empty database of its own; skips the test with a reason where it cannot.</summary>
    protected abstract Task<string> PrepareAsync();

    /// <summary>Removes the database.</summary>
    protected abstract Task RemoveAsync();

    /// <summary>The same database once more, as another process would open it.</summary>
    protected abstract string Connection { get; }

    public async Task InitializeAsync()
    {
        if (await PrepareAsync() is not { Length: > 0 } connection)
        {
            return;
        }

        Store = StoreFactory.Open(connection, new FixedTime(Morning));
        await Store.MigrateAsync(default);
    }

    public async Task DisposeAsync()
    {
        if (Store is not null)
        {
            await Store.DisposeAsync();
        }

        await RemoveAsync();
    }

    /// <summary>Skips where there is no database, with what is missing.</summary>
    protected virtual void NeedStore() { }

    private protected IBriefStore OpenAgain() => StoreFactory.Open(Connection, new FixedTime(Morning));

    [SkippableFact]
    public async Task Migrating_a_store_that_is_up_to_date_changes_nothing()
    {
        NeedStore();
        await Store.Articles.SaveAsync([InventedArticles.Make(1)], default);

        await Store.MigrateAsync(default);

        Assert.Single(await ReadAllAsync());
    }

    [SkippableFact]
    public async Task Two_processes_may_migrate_at_once()
    {
        NeedStore();
        await using var other = OpenAgain();

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => Task.Run(() => (i % 2 == 0 ? Store : other).MigrateAsync(default)))
        );

        Assert.Empty(await ReadAllAsync());
    }

    private async Task<List<StoredArticle>> ReadAllAsync(ArticleQuery? query = null)
    {
        var all = new List<StoredArticle>();
        await foreach (var article in Store.Articles.ReadAsync(query ?? new ArticleQuery(Extractor), default))
        {
            all.Add(article);
        }

        return all;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
