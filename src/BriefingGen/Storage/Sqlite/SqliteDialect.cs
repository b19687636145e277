using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.DataProvider;
using LinqToDB.DataProvider.SQLite;
using Microsoft.Data.Sqlite;

namespace BriefingGen.Storage.Sqlite;

/// <summary>A store in one SQLite file with a write-ahead log.</summary>
internal sealed class SqliteDialect : IStoreDialect
{
    private const int DefaultTimeoutSeconds = 5;
    private readonly SqliteConnectionStringBuilder _settings;
    private readonly string _connection;
    private readonly IDataProvider _provider = SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft);

    /// <param name="settings">With the file as a full path.</param>
    public SqliteDialect(SqliteConnectionStringBuilder settings)
    {
        _settings = settings;
        _settings.ForeignKeys = true;
        if (!settings.ShouldSerialize("Default Timeout"))
        {
            _settings.DefaultTimeout = DefaultTimeoutSeconds;
        }

        _connection = _settings.ConnectionString;
    }

    public string Location => _settings.DataSource;

    public string MigrationPrefix => "BriefingGen.Storage.Sqlite.";

    public bool WritesOneByOne => true;

    // Each try waits for the lock as long as the timeout says: with two tries more the wait is bounded at three times that.
    public (int Count, TimeSpan First) Retries => (2, TimeSpan.FromMilliseconds(100));

    // The driver begins every other level as a writer; with a write-ahead log a reader sees one moment all the same.
    public System.Data.IsolationLevel Snapshot => System.Data.IsolationLevel.ReadUncommitted;

    // SQLite looks for each parameter of a statement by its name from the front: few rows a statement are faster than many.
    public BulkCopyOptions Bulk { get; } = new() { UseParameters = true, MaxParametersForBatch = 120 };

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_settings.Mode != SqliteOpenMode.ReadOnly && Path.GetDirectoryName(Location) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var data = await OpenAsync(cancellationToken);
        // Readers and the one writer do not wait for each other; kept in the file.
        await data.ExecuteAsync("PRAGMA journal_mode = WAL", cancellationToken);
    }

    public async Task<DataConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            // FULL: an edition that was told delivered must not be forgotten by a power cut, and writes are few and large.
            // The driver waits out the rest of its own timeout; SQLite's handler only makes the first waits short.
            // 32 MB of pages, and journals of statements in memory: without them the indexes are read and written again and
            // again within one batch of articles.
            command.CommandText =
                "PRAGMA busy_timeout = 250; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new DataConnection(StoreMapping.For(_provider, connection));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // A transaction for writing is begun IMMEDIATE: it is the only writer already.
    public Task LockAsync(DataConnection data, bool whole, CancellationToken cancellationToken) => Task.CompletedTask;

    public bool IsTransient(Exception fault) => fault is SqliteException { SqliteErrorCode: 5 or 6 };

    public string? Explain(Exception fault) =>
        fault switch
        {
            SqliteException sqlite => SqliteFaults.Explain(sqlite),
            IOException or UnauthorizedAccessException =>
                $"its folder cannot be made or used: {fault.Message.ReplaceLineEndings(" ")}",
            _ => null,
        };

    public void Recover() { }

    public IQueryable<ListedValue> List(DataConnection data, IEnumerable<string> values)
    {
        var list = JsonSerializer.Serialize(values);
        return data.FromSql<ListedValue>($"(SELECT value FROM json_each({list}))");
    }

    public async Task<bool> HasTableAsync(DataConnection data, string table, CancellationToken cancellationToken) =>
        await data.ExecuteAsync<int>(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @table",
            cancellationToken,
            new DataParameter("table", table)
        ) > 0;

    public async Task<IReadOnlyList<FoundPlace>> SearchAsync(
        DataConnection data,
        SearchTerms terms,
        int limit,
        CancellationToken cancellationToken
    )
    {
        // Each term is a string of FTS5: nothing in it is an operator.
        var match = string.Join(" AND ", terms.Terms.Select(words => $"\"{string.Join(' ', words)}\""));
        var found = data.QueryToAsyncEnumerable<FoundPlace>(
            """
            WITH newest AS (SELECT article, max(id) AS id FROM extraction GROUP BY article),
            hit AS (
                SELECT rowid AS article, NULL AS fact, bm25(article_search, 5.0, 1.0) AS rank
                FROM article_search WHERE article_search MATCH @match
                UNION ALL
                SELECT newest.article, fact.sequence, bm25(fact_search)
                FROM fact_search
                JOIN fact ON fact.sequence = fact_search.rowid
                JOIN newest ON newest.id = fact.extraction
                WHERE fact_search MATCH @match
            )
            SELECT article, fact FROM hit ORDER BY rank, article DESC, fact LIMIT @limit
            """,
            new DataParameter("match", match, DataType.NVarChar),
            new DataParameter("limit", limit, DataType.Int32)
        );
        var list = new List<FoundPlace>();
        await foreach (var place in found.WithCancellation(cancellationToken))
        {
            list.Add(place);
        }

        return list;
    }

    // AUTOINCREMENT goes on behind the highest number by itself.
    public Task ContinueNumbersAsync(DataConnection data, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }
}
