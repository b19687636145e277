using LinqToDB.Mapping;

namespace BriefingGen.Storage.Rows;

/// <summary>Table <c>edition</c>.</summary>
[Table("edition")]
internal sealed record EditionRow
{
    [Column("schedule"), PrimaryKey(0), NotNull]
    public string Schedule { get; init; } = "";

    [Column("date"), PrimaryKey(1), NotNull]
    public string Date { get; init; } = "";

    [Column("state"), NotNull]
    public string State { get; init; } = "";

    [Column("clock")]
    public string? Clock { get; init; }

    [Column("coverage")]
    public string? Coverage { get; init; }

    [Column("folder")]
    public string? Folder { get; init; }

    [Column("message")]
    public string? Message { get; init; }

    [Column("worker")]
    public string? Worker { get; init; }

    /// <summary>When the lease was given, by the clock of whoever gave it.</summary>
    [Column("lease_from")]
    public string? LeaseFrom { get; init; }

    [Column("lease_until")]
    public string? LeaseUntil { get; init; }

    [Column("updated"), NotNull]
    public string Updated { get; init; } = "";
}

/// <summary>Table <c>edition_article</c>.</summary>
[Table("edition_article")]
internal sealed record EditionArticleRow
{
    [Column("schedule"), PrimaryKey(0), NotNull]
    public string Schedule { get; init; } = "";

    [Column("date"), PrimaryKey(1), NotNull]
    public string Date { get; init; } = "";

    [Column("ordinal"), PrimaryKey(2)]
    public int Ordinal { get; init; }

    /// <summary>The article's id.</summary>
    [Column("article"), NotNull]
    public string Article { get; init; } = "";
}

/// <summary>Table <c>edition_file</c>.</summary>
[Table("edition_file")]
internal sealed record EditionFileRow
{
    [Column("schedule"), PrimaryKey(0), NotNull]
    public string Schedule { get; init; } = "";

    [Column("date"), PrimaryKey(1), NotNull]
    public string Date { get; init; } = "";

    [Column("ordinal"), PrimaryKey(2)]
    public int Ordinal { get; init; }

    [Column("name"), NotNull]
    public string Name { get; init; } = "";

    [Column("sha256"), NotNull]
    public string Sha256 { get; init; } = "";
}

/// <summary>Table <c>receipt</c>.</summary>
[Table("receipt")]
internal sealed record ReceiptRow
{
    [Column("schedule"), PrimaryKey(0), NotNull]
    public string Schedule { get; init; } = "";

    [Column("date"), PrimaryKey(1), NotNull]
    public string Date { get; init; } = "";

    [Column("target"), PrimaryKey(2), NotNull]
    public string Target { get; init; } = "";

    [Column("state"), NotNull]
    public string State { get; init; } = "";

    [Column("attempts")]
    public int Attempts { get; init; }

    [Column("last_attempt"), NotNull]
    public string LastAttempt { get; init; } = "";

    [Column("detail")]
    public string? Detail { get; init; }

    [Column("package_hash"), NotNull]
    public string PackageHash { get; init; } = "";
}
