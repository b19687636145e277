using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BriefingGen.Tests.Faults;

/// <summary>
/// All that a store holds of articles, facts and editions, read past the program: how many rows, and a hash over what they
/// say. Left out is what may differ after a fault: numbers of rows, times, tries, and the history of runs.
/// </summary>
internal sealed class StoreCensus
{
    private static readonly (string What, string Sql)[] s_tables =
    [
        ("articles", "SELECT id, path, text, title, url, published, publisher, language, feed FROM article"),
        ("inputs", "SELECT hash, id, ordinal FROM input JOIN article ON article.sequence = input.article"),
        (
            "extractions",
            "SELECT article.id, extractor, is_read, edits, sentences FROM extraction JOIN article ON article.sequence = extraction.article"
        ),
        (
            "facts",
            """
            SELECT article.id, extractor, ordinal, kind, fact.id, json FROM fact
            JOIN extraction ON extraction.id = fact.extraction JOIN article ON article.sequence = extraction.article
            """
        ),
        ("editions", "SELECT schedule, date, state, clock, coverage, folder, message, worker FROM edition"),
        ("articles of editions", "SELECT schedule, date, ordinal, article FROM edition_article"),
        ("files of editions", "SELECT schedule, date, ordinal, name, sha256 FROM edition_file"),
        ("receipts", "SELECT schedule, date, target, state, package_hash FROM receipt"),
        ("feeds", "SELECT url, etag, status, error, items FROM feed"),
        ("runs that did not end", "SELECT id FROM run WHERE result = 'running'"),
    ];

    private readonly List<(string What, int Count, string Hash)> _tables = [];

    /// <summary>What is wrong with the database itself; null where nothing is.</summary>
    public string? Damage { get; private init; }

    /// <summary>Takes it, and has the database check itself where it can.</summary>
    /// <param name="connection">Connection string of SQLite (<c>Data Source=</c>) or PostgreSQL.</param>
    public static StoreCensus Take(string connection)
    {
        var isSqlite = connection.StartsWith("Data Source", StringComparison.Ordinal);
        using DbConnection database = isSqlite
            ? new SqliteConnection($"{connection};Pooling=false")
            : new NpgsqlConnection($"{connection};Pooling=false");
        database.Open();
        var census = new StoreCensus { Damage = isSqlite ? DamageOf(database) : null };
        foreach (var (what, sql) in s_tables)
        {
            var rows = Rows(database, sql);
            rows.Sort(StringComparer.Ordinal);
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows)));
            census._tables.Add((what, rows.Count, Convert.ToHexStringLower(hash)));
        }

        return census;
    }

    /// <summary>How many rows of one kind there are.</summary>
    public int Count(string what) => _tables.Single(table => table.What == what).Count;

    /// <summary>What differs from another store; null where nothing does.</summary>
    public string? Difference(StoreCensus other) =>
        Damage
        ?? _tables
            .Zip(other._tables)
            .Where(pair => pair.First != pair.Second)
            .Select(pair =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the store's {pair.First.What} differ: {pair.First.Count}, not {pair.Second.Count}"
                )
            )
            .FirstOrDefault();

    /// <summary>The counts.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            _tables
                .Where(table => table.Count > 0)
                .Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Count} {table.What}"))
        );

    private static string? DamageOf(DbConnection database)
    {
        var found = Rows(database, "PRAGMA integrity_check").Where(row => row != "ok");
        var orphans = Rows(database, "PRAGMA foreign_key_check");
        var problems = found.Concat(orphans.Select(row => $"row without its parent: {row}")).ToList();
        // An index that is out of step with its table makes the statement fail.
        Rows(database, "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)");
        Rows(database, "INSERT INTO fact_search (fact_search, rank) VALUES ('integrity-check', 1)");
        return problems.Count == 0 ? null : "the store is damaged: " + string.Join("; ", problems);
    }

    private static List<string> Rows(DbConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // The statements are this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            var fields = Enumerable
                .Range(0, reader.FieldCount)
                .Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture));
            rows.Add(string.Join('\u001f', fields));
        }

        return rows;
    }
}
