using BriefingGen.Storage;
using BriefingGen.Storage.Rows;
using LinqToDB;
using LinqToDB.Async;

namespace BriefingGen.Tests.Contracts;

public abstract partial class BriefStoreContract
{
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_store_of_an_older_version_is_upgraded_with_all_that_it_holds(int version)
    {
        NeedStore();
        await using var store = await EmptyAsync();
        await store.MigrateAsync(version, default);
        Assert.Equal(version, await VersionAsync(store));
        await store.Articles.SaveAsync([InventedArticles.Make(1), InventedArticles.Make(2)], default);
        await store.Runs.SaveAsync(Run(1), default);

        await store.MigrateAsync(default);

        Assert.True(await VersionAsync(store) > version);
        var back = new List<StoredArticle>();
        await foreach (var article in store.Articles.ReadAsync(new ArticleQuery(Extractor), default))
        {
            back.Add(article);
        }

        Assert.Equal(
            [InventedArticles.Show(InventedArticles.Make(1)), InventedArticles.Show(InventedArticles.Make(2))],
            back.Select(InventedArticles.Show)
        );
        Assert.Equal([Run(1)], await store.Runs.ListAsync(null, 9, default));
        // What was stored before there was an index is found, and forgotten, like the rest.
        var hits = await store.Articles.SearchAsync("orlund", 50, default);
        Assert.Contains(hits, hit => hit.Fact is null);
        Assert.Contains(hits, hit => hit.Fact is not null);
        Assert.Equal(2, await store.Articles.ForgetAsync(Morning, default));
        Assert.Empty(await store.Articles.SearchAsync("orlund", 50, default));
    }

    [SkippableFact]
    public async Task A_store_of_a_newer_program_is_refused_with_both_versions()
    {
        NeedStore();
        await ChangeVersionsAsync(versions =>
            versions.InsertAsync(() =>
                new SchemaVersionRow
                {
                    Number = 9000,
                    Name = "later",
                    Hash = "x",
                    Applied = "y",
                }
            )
        );

        var fault = await Assert.ThrowsAsync<StoreException>(() => Store.MigrateAsync(default));

        Assert.Contains("version 9000", fault.Message, StringComparison.Ordinal);
        Assert.Contains("up to 4", fault.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_migration_that_was_applied_in_another_form_is_an_error()
    {
        NeedStore();
        await ChangeVersionsAsync(versions =>
            versions.Where(row => row.Number == 1).Set(row => row.Hash, "other").UpdateAsync()
        );

        var fault = await Assert.ThrowsAsync<StoreException>(() => Store.MigrateAsync(default));

        Assert.Contains("migration 1 (core)", fault.Message, StringComparison.Ordinal);
    }

    private async Task<BriefStore> EmptyAsync()
    {
        await Store.DisposeAsync();
        await RemoveAsync();
        return (BriefStore)StoreFactory.Open(await PrepareAsync(), new FixedTime(Morning));
    }

    private Task ChangeVersionsAsync(Func<ITable<SchemaVersionRow>, Task<int>> change) =>
        ((BriefStore)Store).Session.WriteAsync((data, _) => change(data.GetTable<SchemaVersionRow>()), default);

    private static Task<int> VersionAsync(BriefStore store) =>
        store.Session.ReadAsync(
            (data, token) => data.GetTable<SchemaVersionRow>().MaxAsync(row => row.Number, token),
            default
        );
}
