using System.Globalization;
using Npgsql;

namespace BriefingGen.Benchmarks;

/// <summary>Schemas of a PostgreSQL database, one for each desk; dropped with this.</summary>
/// <param name="connection">Connection string (<c>Host=…</c>) of a database that may be written to.</param>
internal sealed class KillDatabase(string connection) : IDisposable
{
    private readonly List<string> _schemas = [];

    /// <summary>Makes an empty schema.</summary>
    /// <returns>The connection string with it as the only one that is searched.</returns>
    public string NewSchema()
    {
        var schema = string.Create(CultureInfo.InvariantCulture, $"kill_{Environment.ProcessId}_{_schemas.Count}");
        Execute($"CREATE SCHEMA {schema}");
        _schemas.Add(schema);
        return new NpgsqlConnectionStringBuilder(connection) { SearchPath = schema }.ConnectionString;
    }

    public void Dispose() => _schemas.ForEach(schema => Execute($"DROP SCHEMA IF EXISTS {schema} CASCADE"));

    private void Execute(string sql)
    {
        using var database = new NpgsqlConnection($"{connection};Pooling=false");
        database.Open();
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // The name of the schema is made of numbers.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
