using BriefingGen.Tests.Contracts;

namespace BriefingGen.Tests.Storage;

/// <summary>The contract on PostgreSQL, in a schema of its own a test.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresStoreTests : BriefStoreContract
{
    private string _schema = "";

    protected override string Connection => PostgresServer.In(_schema);

    protected override void NeedStore() => PostgresServer.Need();

    protected override async Task<string> PrepareAsync()
    {
        if (PostgresServer.Connection is null)
        {
            return "";
        }

        _schema = await PostgresServer.MakeSchemaAsync();
        return Connection;
    }

    protected override Task RemoveAsync() =>
        _schema.Length == 0 ? Task.CompletedTask : PostgresServer.RemoveSchemaAsync(_schema);
}
