using LinqToDB.Mapping;

namespace BriefingGen.Storage.Rows;

/// <summary>Table <c>article</c>.</summary>
[Table("article")]
internal sealed record ArticleRow
{
    [Column("sequence"), PrimaryKey, Identity]
    public long Sequence { get; init; }

    [Column("id"), NotNull]
    public string Id { get; init; } = "";

    [Column("path"), NotNull]
    public string Path { get; init; } = "";

    [Column("record")]
    public int? Record { get; init; }

    [Column("text"), NotNull]
    public string Text { get; init; } = "";

    /// <summary>Start, end and kind of each region, as one JSON list of numbers.</summary>
    [Column("regions"), NotNull]
    public string Regions { get; init; } = "[]";

    [Column("title"), NotNull]
    public string Title { get; init; } = "";

    [Column("url")]
    public string? Url { get; init; }

    [Column("published")]
    public string? Published { get; init; }

    [Column("publisher")]
    public string? Publisher { get; init; }

    [Column("language"), NotNull]
    public string Language { get; init; } = "";

    [Column("encoding"), NotNull]
    public string Encoding { get; init; } = "";

    [Column("feed")]
    public string? Feed { get; init; }

    [Column("first_seen"), NotNull]
    public string FirstSeen { get; init; } = "";
}

/// <summary>Table <c>input</c>: which articles came out of which raw input.</summary>
[Table("input")]
internal sealed record InputRow
{
    [Column("hash"), PrimaryKey(0), NotNull]
    public string Hash { get; init; } = "";

    /// <summary>The article's sequence.</summary>
    [Column("article"), PrimaryKey(1)]
    public long Article { get; init; }

    /// <summary>Its place among the input's articles, from 0.</summary>
    [Column("ordinal")]
    public int Ordinal { get; init; }
}

/// <summary>Table <c>extraction</c>: one extractor's reading of an article.</summary>
[Table("extraction")]
internal sealed record ExtractionRow
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; init; }

    /// <summary>The article's sequence.</summary>
    [Column("article")]
    public long Article { get; init; }

    [Column("extractor"), NotNull]
    public string Extractor { get; init; } = "";

    /// <summary>1 where facts were looked for, 0 where the article's language is not read.</summary>
    [Column("is_read")]
    public int IsRead { get; init; }

    /// <summary>The repairs, as JSON.</summary>
    [Column("edits"), NotNull]
    public string Edits { get; init; } = "[]";

    /// <summary>Start and end of each sentence, as one JSON list of numbers.</summary>
    [Column("sentences"), NotNull]
    public string Sentences { get; init; } = "[]";
}

/// <summary>Table <c>fact</c>.</summary>
[Table("fact")]
internal sealed record FactRow
{
    [Column("sequence"), PrimaryKey, Identity]
    public long Sequence { get; init; }

    [Column("extraction")]
    public long Extraction { get; init; }

    /// <summary>Place in the order of <c>extract</c>, from 0.</summary>
    [Column("ordinal")]
    public int Ordinal { get; init; }

    [Column("kind"), NotNull]
    public string Kind { get; init; } = "";

    [Column("id"), NotNull]
    public string Id { get; init; } = "";

    [Column("actor")]
    public string? Actor { get; init; }

    [Column("date")]
    public string? Date { get; init; }

    /// <summary>What full-text search looks at; null for facts that lean on another one.</summary>
    [Column("words")]
    public string? Words { get; init; }

    [Column("json"), NotNull]
    public string Json { get; init; } = "";
}
