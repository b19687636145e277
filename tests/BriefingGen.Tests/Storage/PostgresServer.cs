using System.Globalization;
using Npgsql;

namespace BriefingGen.Tests.Storage;

/// <summary>The server that <c>.ci/run</c> starts for the tests.</summary>
internal static class PostgresServer
{
    private const string Variable = "BRIEFGEN_TEST_POSTGRES";
    private static int _schemas;

    public static string? Connection { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : null;

    public static void Need() =>
        Skip.If(
            Connection is null,
            $"{Variable} is not set: it names a PostgreSQL database that tests may write to (Host=…;Database=…)"
        );

    /// <summary>The connection with a schema as the only one that is searched.</summary>
    public static string In(string schema) =>
        new NpgsqlConnectionStringBuilder(Connection) { SearchPath = schema }.ConnectionString;

    /// <summary>Makes an empty schema that no other test of this or another process has.</summary>
    public static async Task<string> MakeSchemaAsync()
    {
        var number = Interlocked.Increment(ref _schemas);
        var schema = string.Create(CultureInfo.InvariantCulture, $"briefgen_{Environment.ProcessId}_{number}");
        await ExecuteAsync($"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}");
        return schema;
    }

    public static Task RemoveSchemaAsync(string schema) => ExecuteAsync($"DROP SCHEMA IF EXISTS {schema} CASCADE");

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Connection};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
