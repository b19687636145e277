using System.Net.Sockets;
using System.Text.Json;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider;
using LinqToDB.DataProvider.PostgreSQL;
using Npgsql;

namespace BriefingGen.Storage.Postgres;

/// <summary>A store in a PostgreSQL database (12 or newer, UTF-8).</summary>
internal sealed class PostgresDialect : IStoreDialect
{
    // Any numbers that nobody else takes for an advisory lock; they are "brief" in ASCII.
    private const long SchemaLock = 0x6272696566;
    private const long WriteLock = SchemaLock + 1;
    private readonly NpgsqlDataSource _source;
    private readonly IDataProvider _provider = PostgreSQLTools.GetDataProvider(PostgreSQLVersion.v95);

    public PostgresDialect(NpgsqlConnectionStringBuilder settings)
    {
        Location = $"PostgreSQL at {settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}";
        _source = NpgsqlDataSource.Create(settings);
    }

    public string Location { get; }

    public string MigrationPrefix => "BriefingGen.Storage.Postgres.";

    public bool WritesOneByOne => false;

    // About a minute in all: a server that was killed has recovered by then, on a busy machine too.
    public (int Count, TimeSpan First) Retries => (24, TimeSpan.FromMilliseconds(100));

    public System.Data.IsolationLevel Snapshot => System.Data.IsolationLevel.RepeatableRead;

    // COPY.
    public BulkCopyOptions Bulk { get; } = new() { BulkCopyType = BulkCopyType.ProviderSpecific };

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<DataConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken);
        return new DataConnection(StoreMapping.For(_provider, connection));
    }

    public Task LockAsync(DataConnection data, bool whole, CancellationToken cancellationToken) =>
        data.ExecuteAsync(
            "SELECT pg_advisory_xact_lock(@key)",
            cancellationToken,
            new DataParameter("key", whole ? SchemaLock : WriteLock, DataType.Int64)
        );

    public bool IsTransient(Exception fault) =>
        fault switch
        {
            PostgresException { SqlState: { } state } => state
                is "40001"
                    or "40P01"
                    or "57P01"
                    or "57P02"
                    or "57P03"
                    or "53300"
                    or "23505"
                || state.StartsWith("08", StringComparison.Ordinal),
            NpgsqlException npgsql => npgsql.IsTransient || npgsql.InnerException is IOException or SocketException,
            // What Npgsql says of a connection that broke in the middle of a row or a copy.
            IOException or SocketException => true,
            ObjectDisposedException disposed => disposed.ObjectName.Contains("Npgsql", StringComparison.Ordinal),
            _ => false,
        };

    public string? Explain(Exception fault) =>
        fault switch
        {
            PostgresException { SqlState: "42P01" or "42703" } =>
                "the store has no tables yet, or older ones; it must be migrated first",
            PostgresException { SqlState: "53100" } => "the server's disk is full; nothing was written",
            PostgresException { SqlState: "28P01" or "28000" } => "the server refused user or password",
            PostgresException { SqlState: "3D000" } => "there is no such database",
            PostgresException server => OneLine($"{server.MessageText} ({server.SqlState})"),
            NpgsqlException npgsql => OneLine(
                $"the server cannot be reached or the connection broke: {npgsql.Message}"
            ),
            IOException or SocketException or TimeoutException or ObjectDisposedException => OneLine(
                $"the connection broke: {fault.Message}"
            ),
            _ => null,
        };

    public void Recover() => _source.Clear();

    public IQueryable<ListedValue> List(DataConnection data, IEnumerable<string> values)
    {
        // JSON's own U+0000 is the one character that PostgreSQL refuses in it.
        var list = JsonSerializer.Serialize(values.Where(value => !value.Contains('\0', StringComparison.Ordinal)));
        return data.FromSql<ListedValue>($"(SELECT value FROM json_array_elements_text({list}::json) AS e(value))");
    }

    public async Task<bool> HasTableAsync(DataConnection data, string table, CancellationToken cancellationToken) =>
        await data.ExecuteAsync<int>(
            "SELECT count(*)::int FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = @name",
            cancellationToken,
            new DataParameter("name", table)
        ) > 0;

    public async Task<IReadOnlyList<FoundPlace>> SearchAsync(
        DataConnection data,
        SearchTerms terms,
        int limit,
        CancellationToken cancellationToken
    )
    {
        // Words in a row; the parameters hold letters and digits only, and are no part of the statement.
        var parameters = terms
            .Terms.Select((words, i) => new DataParameter($"t{i}", string.Join(' ', words), DataType.Text))
            .Append(new DataParameter("limit", limit, DataType.Int32))
            .ToArray();
        var ask = string.Join(
            " && ",
            terms.Terms.Select((_, i) => $"phraseto_tsquery('briefing', briefing_fold(@t{i}))")
        );
        var found = data.QueryToAsyncEnumerable<FoundPlace>(
            $"""
            WITH ask AS (SELECT {ask} AS words),
            newest AS (SELECT article, max(id) AS id FROM extraction GROUP BY article),
            hit AS (
                SELECT article.sequence AS article, NULL::bigint AS fact, ts_rank_cd(search, ask.words, 1) AS rank
                FROM article, ask WHERE search @@ ask.words
                UNION ALL
                SELECT newest.article, fact.sequence, ts_rank_cd(search, ask.words, 1)
                FROM fact JOIN newest ON newest.id = fact.extraction, ask WHERE search @@ ask.words
            )
            SELECT article, fact FROM hit ORDER BY rank DESC, article DESC, fact NULLS FIRST LIMIT @limit
            """,
            parameters
        );
        var list = new List<FoundPlace>();
        await foreach (var place in found.WithCancellation(cancellationToken))
        {
            list.Add(place);
        }

        return list;
    }

    public async Task ContinueNumbersAsync(DataConnection data, CancellationToken cancellationToken)
    {
        foreach (
            var (table, column) in new[]
            {
                ("article", "sequence"),
                ("extraction", "id"),
                ("fact", "sequence"),
                ("decision", "sequence"),
            }
        )
        {
            await data.ExecuteAsync(
                $"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), coalesce(max({column}), 0) + 1, false) FROM {table}",
                cancellationToken
            );
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
