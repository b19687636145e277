using System.Data.Common;
using BriefingGen.Sources;
using BriefingGen.Storage.Postgres;
using BriefingGen.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace BriefingGen.Storage;

/// <summary>Opens stores.</summary>
public static class StoreFactory
{
    private static readonly string[] PostgresSchemes = ["postgres://", "postgresql://"];
    private static readonly string[] PostgresKeys = ["host", "server"];
    private static readonly string[] SqliteKeys = ["data source", "datasource", "filename"];

    /// <summary>
    /// Opens a store without touching it yet: the first use, best <see cref="IBriefStore.MigrateAsync"/>, does that.
    /// <c>sqlite:PATH</c>, a bare path and <c>Data Source=…</c> are SQLite files; <c>postgres://…</c> and <c>Host=…</c>
    /// are PostgreSQL.
    /// </summary>
    /// <param name="connection">Path or connection string.</param>
    /// <param name="clock">Tells when migrations are applied and backups made.</param>
    /// <param name="password">The password of a PostgreSQL store that stands elsewhere; null for the connection's own.</param>
    /// <exception cref="ConfigurationException">The connection is none of these; the message holds no password.</exception>
    public static IBriefStore Open(string connection, TimeProvider clock, string? password = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new ConfigurationException(
                "The store's connection is empty: expected a file or a connection string."
            );
        }

        return new BriefStore(Dialect(connection.Trim(), password), clock);
    }

    private static IStoreDialect Dialect(string connection, string? password)
    {
        if (Array.Exists(PostgresSchemes, scheme => connection.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)))
        {
            return new PostgresDialect(PostgresAddress.Read(connection, password));
        }

        if (connection.StartsWith("sqlite:", StringComparison.OrdinalIgnoreCase))
        {
            var path = connection["sqlite:".Length..];
            return Sqlite(path.StartsWith("//", StringComparison.Ordinal) ? path[2..] : path);
        }

        if (connection.Contains("://", StringComparison.Ordinal))
        {
            throw new ConfigurationException(
                $"The store's connection begins with '{connection[..connection.IndexOf(':', StringComparison.Ordinal)]}:'; "
                    + "expected 'sqlite:PATH' or 'postgres://…'."
            );
        }

        if (IsKeyed(connection, PostgresKeys))
        {
            return new PostgresDialect(PostgresAddress.Parse(connection, password));
        }

        return IsKeyed(connection, SqliteKeys) ? new SqliteDialect(Settings(connection)) : Sqlite(connection);
    }

    private static SqliteDialect Sqlite(string path) =>
        new(Settings(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString));

    private static SqliteConnectionStringBuilder Settings(string connection)
    {
        SqliteConnectionStringBuilder settings;
        try
        {
            settings = new SqliteConnectionStringBuilder(connection);
        }
        catch (ArgumentException fault)
        {
            throw new ConfigurationException("The store's SQLite connection string cannot be read.", fault);
        }

        if (
            settings.DataSource.Length == 0
            || settings.Mode == SqliteOpenMode.Memory
            || settings.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
            || settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new ConfigurationException("A SQLite store needs the path of a file.");
        }

        settings.DataSource = Path.GetFullPath(settings.DataSource);
        return settings;
    }

    // The first key decides: a path may hold an equals sign too.
    private static bool IsKeyed(string connection, string[] keys)
    {
        var end = connection.IndexOf('=', StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var first = connection[..end].Trim().ToLowerInvariant();
        if (keys.Contains(first, StringComparer.Ordinal))
        {
            return true;
        }

        try
        {
            var all = new DbConnectionStringBuilder { ConnectionString = connection };
            return Array.Exists(keys, all.ContainsKey);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
