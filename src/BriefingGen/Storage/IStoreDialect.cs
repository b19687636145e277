using LinqToDB;
using LinqToDB.Data;

namespace BriefingGen.Storage;

/// <summary>What differs between the databases. Safe to share between threads.</summary>
internal interface IStoreDialect : IAsyncDisposable
{
    /// <summary>Where the store lies, for messages, without a password.</summary>
    string Location { get; }

    /// <summary>The embedded migrations' names begin so.</summary>
    string MigrationPrefix { get; }

    /// <summary>True where one write at a time is allowed, so that writers of one process queue up here.</summary>
    bool WritesOneByOne { get; }

    /// <summary>Tries after the first one, and the wait before the first of them.</summary>
    (int Count, TimeSpan First) Retries { get; }

    /// <summary>The isolation at which all reads see one moment.</summary>
    System.Data.IsolationLevel Snapshot { get; }

    /// <summary>How many rows at once go in fastest.</summary>
    BulkCopyOptions Bulk { get; }

    /// <summary>Makes ready what must be there before the first connection (folder, journal mode).</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>An open connection.</summary>
    Task<DataConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Keeps other writers (<paramref name="whole"/>: of the schema) out until the transaction ends.</summary>
    Task LockAsync(DataConnection data, bool whole, CancellationToken cancellationToken);

    /// <summary>True where the same work may succeed when it is done again.</summary>
    bool IsTransient(Exception fault);

    /// <summary>What a fault of the database means, for people; null where it is none of the database's.</summary>
    string? Explain(Exception fault);

    /// <summary>After a transient fault: forgets connections that may be broken.</summary>
    void Recover();

    /// <summary>A list of strings as a table.</summary>
    IQueryable<ListedValue> List(DataConnection data, IEnumerable<string> values);

    /// <summary>True where the table is there.</summary>
    Task<bool> HasTableAsync(DataConnection data, string table, CancellationToken cancellationToken);

    /// <summary>Best hits first: sequence of the article, of the fact (null for the article's text).</summary>
    Task<IReadOnlyList<FoundPlace>> SearchAsync(
        DataConnection data,
        SearchTerms terms,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>After rows were written with their numbers: lets the next numbers follow them.</summary>
    Task ContinueNumbersAsync(DataConnection data, CancellationToken cancellationToken);
}

/// <summary>A row of <see cref="IStoreDialect.List"/>.</summary>
internal sealed record ListedValue
{
    [LinqToDB.Mapping.Column("value"), LinqToDB.Mapping.NotNull]
    public string Value { get; init; } = "";
}

/// <summary>A place that the full-text index gave.</summary>
internal sealed record FoundPlace
{
    [LinqToDB.Mapping.Column("article")]
    public long Article { get; init; }

    [LinqToDB.Mapping.Column("fact")]
    public long? Fact { get; init; }
}
