using BriefingGen.Tests.Contracts;

namespace BriefingGen.Tests.Storage;

/// <summary>The contract on a SQLite file.</summary>
public sealed class SqliteStoreTests : BriefStoreContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefgen-store-");

    protected override string Connection => Path.Combine(_folder.FullName, "new", "store.db");

    protected override Task<string> PrepareAsync() => Task.FromResult(Connection);

    protected override Task RemoveAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
