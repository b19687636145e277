namespace BriefingGen.Layout.Infrastructure;

/// <summary>What the file says of itself. Dates are what is given here, never the clock's.</summary>
public sealed class DocumentMetadata
{
    /// <summary>Title; shown in the reader's title bar.</summary>
    public string? Title { get; set; }

    /// <summary>Author.</summary>
    public string? Author { get; set; }

    /// <summary>Subject.</summary>
    public string? Subject { get; set; }

    /// <summary>Key words, as one string.</summary>
    public string? Keywords { get; set; }

    /// <summary>Program that made the content.</summary>
    public string? Creator { get; set; }

    /// <summary>Program that made the file.</summary>
    public string? Producer { get; set; }

    /// <summary>BCP 47 tag of the text; null for none.</summary>
    public string? Language { get; set; }

    /// <summary>When it was made. The default is 1970-01-01, so that a forgotten date changes no bytes.</summary>
    public DateTimeOffset CreationDate { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>When it was last changed. The default is 1970-01-01.</summary>
    public DateTimeOffset ModifiedDate { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>A new instance with nothing set.</summary>
    public static DocumentMetadata Default => new();
}
