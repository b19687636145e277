using LinqToDB.Mapping;

namespace BriefingGen.Storage.Rows;

/// <summary>Table <c>run</c>.</summary>
[Table("run")]
internal sealed record RunRow
{
    [Column("id"), PrimaryKey, NotNull]
    public string Id { get; init; } = "";

    [Column("schedule"), NotNull]
    public string Schedule { get; init; } = "";

    [Column("date"), NotNull]
    public string Date { get; init; } = "";

    [Column("started_by"), NotNull]
    public string StartedBy { get; init; } = "";

    [Column("due")]
    public string? Due { get; init; }

    [Column("started"), NotNull]
    public string Started { get; init; } = "";

    [Column("ended")]
    public string? Ended { get; init; }

    [Column("result"), NotNull]
    public string Result { get; init; } = "";

    [Column("message")]
    public string? Message { get; init; }

    [Column("articles")]
    public int Articles { get; init; }

    [Column("facts")]
    public int Facts { get; init; }

    [Column("set_aside")]
    public int SetAside { get; init; }
}

/// <summary>Table <c>schedule</c>.</summary>
[Table("schedule")]
internal sealed record ScheduleRow
{
    [Column("name"), PrimaryKey, NotNull]
    public string Name { get; init; } = "";

    [Column("cron"), NotNull]
    public string Cron { get; init; } = "";

    [Column("time_zone"), NotNull]
    public string TimeZone { get; init; } = "";

    [Column("calendar")]
    public string? Calendar { get; init; }

    [Column("misfire"), NotNull]
    public string Misfire { get; init; } = "";

    /// <summary>In units of 100 ns.</summary>
    [Column("catch_up_ticks")]
    public long? CatchUpTicks { get; init; }

    [Column("profile")]
    public string? Profile { get; init; }

    [Column("inputs"), NotNull]
    public string Inputs { get; init; } = "[]";

    [Column("paused")]
    public int Paused { get; init; }

    [Column("created"), NotNull]
    public string Created { get; init; } = "";

    [Column("handled_until")]
    public string? HandledUntil { get; init; }
}

/// <summary>Table <c>feed</c>.</summary>
[Table("feed")]
internal sealed record FeedRow
{
    [Column("url"), PrimaryKey, NotNull]
    public string Url { get; init; } = "";

    [Column("etag")]
    public string? ETag { get; init; }

    [Column("last_modified")]
    public string? LastModified { get; init; }

    [Column("status"), NotNull]
    public string Status { get; init; } = "";

    [Column("error")]
    public string? Error { get; init; }

    [Column("items")]
    public int Items { get; init; }

    [Column("last_fetch"), NotNull]
    public string LastFetch { get; init; } = "";

    [Column("last_ok")]
    public string? LastOk { get; init; }

    [Column("failures")]
    public int Failures { get; init; }

    [Column("not_before")]
    public string? NotBefore { get; init; }
}

/// <summary>Table <c>decision</c>.</summary>
[Table("decision")]
internal sealed record DecisionRow
{
    [Column("sequence"), PrimaryKey, Identity]
    public long Sequence { get; init; }

    /// <summary>SHA-256 over all parts, so that a decision is stored once.</summary>
    [Column("hash"), NotNull]
    public string Hash { get; init; } = "";

    [Column("fact"), NotNull]
    public string Fact { get; init; } = "";

    [Column("verdict"), NotNull]
    public string Verdict { get; init; } = "";

    [Column("value")]
    public string? Value { get; init; }

    [Column("reason")]
    public string? Reason { get; init; }

    [Column("reviewer"), NotNull]
    public string Reviewer { get; init; } = "";

    [Column("decided"), NotNull]
    public string Decided { get; init; } = "";

    [Column("article")]
    public string? Article { get; init; }

    [Column("kind")]
    public string? Kind { get; init; }

    [Column("span_start")]
    public int? Start { get; init; }

    [Column("span_end")]
    public int? End { get; init; }

    [Column("statement")]
    public string? Statement { get; init; }

    [Column("approver")]
    public string? Approver { get; init; }
}

/// <summary>Table <c>schema_version</c>: migrations that were applied.</summary>
[Table("schema_version")]
internal sealed record SchemaVersionRow
{
    [Column("number"), PrimaryKey]
    public int Number { get; init; }

    [Column("name"), NotNull]
    public string Name { get; init; } = "";

    [Column("hash"), NotNull]
    public string Hash { get; init; } = "";

    [Column("applied"), NotNull]
    public string Applied { get; init; } = "";
}
