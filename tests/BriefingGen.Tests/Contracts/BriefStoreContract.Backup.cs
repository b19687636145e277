using System.IO.Compression;
using BriefingGen.Fusion.Reviews;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Contracts;

public abstract partial class BriefStoreContract
{
    [SkippableFact]
    public async Task A_backup_restores_all_into_the_other_database_and_back()
    {
        NeedStore();
        using var files = new BackupFolder();
        var articles = Enumerable.Range(1, 120).Select(i => InventedArticles.Make(i)).ToList();
        await Store.Articles.SaveAsync(articles, default);
        await MakeEditionAsync(Key, articles[5]);
        await Store.Runs.SaveAsync(Run(1), default);
        var decision = new ReviewDecision("f1", ReviewVerdict.Reject, null, "no\0", "R", Morning)
        {
            Place = new FactPlace("a1", FactPlaces.Claim, 3, 9),
            Statement = "as printed",
            Approver = "A",
        };
        await Store.Decisions.AppendAsync([decision], default);
        await Store.Articles.ForgetAsync(Morning.AddDays(-100), default);
        var before = await ReadAllAsync();

        await Store.BackupAsync(files["one.zip"], default);
        await using (var other = StoreFactory.Open(files["other.db"], TimeProvider.System))
        {
            await other.MigrateAsync(default);
            await other.RestoreAsync(files["one.zip"], default);
            await other.BackupAsync(files["two.zip"], default);
            Assert.NotEmpty(await other.Articles.SearchAsync("talks", 5, default));
            Assert.Equal([decision], await other.Decisions.ListAsync(null, default));
        }

        await using var emptied = await EmptyAsync();
        await emptied.MigrateAsync(default);
        await emptied.RestoreAsync(files["two.zip"], default);
        var back = new List<StoredArticle>();
        await foreach (var article in emptied.Articles.ReadAsync(new ArticleQuery(Extractor), default))
        {
            back.Add(article);
        }

        Assert.Equal(before.Select(InventedArticles.Show), back.Select(InventedArticles.Show));
        Assert.Equal(before.Select(article => article.Sequence), back.Select(article => article.Sequence));
        Assert.Equal(
            [articles[5].Article.Id],
            (await emptied.Editions.FindAsync(Key, default))!.Articles.AsEnumerable()
        );
        Assert.Equal([Run(1)], await emptied.Runs.ListAsync(null, 9, default));
        // What is stored next goes on behind what was restored.
        await emptied.Articles.SaveAsync([InventedArticles.Make(500)], default);
        Assert.NotEmpty(await emptied.Articles.SearchAsync("talks", 5, default));
    }

    [SkippableFact]
    public async Task A_backup_is_restored_into_an_empty_store_only()
    {
        NeedStore();
        using var files = new BackupFolder();
        await Store.Articles.SaveAsync([InventedArticles.Make(1)], default);
        await Store.BackupAsync(files["one.zip"], default);

        var fault = await Assert.ThrowsAsync<StoreException>(() => Store.RestoreAsync(files["one.zip"], default));

        Assert.Contains("not empty", fault.Message, StringComparison.Ordinal);
        Assert.Single(await ReadAllAsync());
    }

    [SkippableTheory]
    [InlineData("changed")]
    [InlineData("cut")]
    [InlineData("none")]
    [InlineData("missing")]
    public async Task A_damaged_backup_is_refused_and_nothing_is_restored(string damage)
    {
        NeedStore();
        using var files = new BackupFolder();
        var path = files["one.zip"];
        await Store.BackupAsync(path, default);
        switch (damage)
        {
            case "changed":
                using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
                {
                    zip.GetEntry("tables/run.jsonl")!.Delete();
                    await using var entry = zip.CreateEntry("tables/run.jsonl").Open();
                    await entry.WriteAsync("{}\n"u8.ToArray());
                }

                break;
            case "cut":
                await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..200]);
                break;
            case "none":
                await File.WriteAllTextAsync(path, "no zip");
                break;
            default:
                File.Delete(path);
                break;
        }

        var fault = await Assert.ThrowsAsync<StoreException>(() => Store.RestoreAsync(path, default));

        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.Empty(await Store.Runs.ListAsync(null, 9, default));
    }

    [SkippableFact]
    public async Task A_backup_that_cannot_be_written_leaves_the_old_one_and_no_part()
    {
        NeedStore();
        using var files = new BackupFolder();
        Directory.CreateDirectory(files["one.zip"]);

        await Assert.ThrowsAsync<StoreException>(() => Store.BackupAsync(files["one.zip"], default));

        Assert.Equal([files["one.zip"]], Directory.GetFileSystemEntries(files[""]));
    }

    private sealed class BackupFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefgen-backup-");

        public string this[string name] => Path.Combine(_folder.FullName, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
