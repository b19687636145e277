namespace BriefingGen.Extraction.Facts;

/// <summary>What kind of text an article is.</summary>
public enum Genre
{
    /// <summary>Tells what happened and who said what.</summary>
    Report,

    /// <summary>One speaker's own words throughout: a speech, a communiqué, a statement of an office.</summary>
    Statement,

    /// <summary>Questions and the answers of the person who is asked.</summary>
    Interview,

    /// <summary>What its author thinks.</summary>
    Opinion,

    /// <summary>Entries with their times, as things happen.</summary>
    Live,

    /// <summary>A correction, a clarification, a note of the editors or an authority's announcement.</summary>
    Notice,
}

/// <summary>An article that was read.</summary>
public sealed record ArticleFact(
    string Article,
    string Path,
    string? Url,
    string Title,
    DateOnly? Published,
    string Language,
    int Sentences,
    string? DuplicateOf
) : Fact
{
    /// <summary>What kind of text it is.</summary>
    public Genre Genre { get; init; }

    /// <summary>Slug of the actor whose own words the text is; null where it is nobody's.</summary>
    public string? Voice { get; init; }

    /// <summary>The wire service that the text credits, in its own spelling; null where it credits none.</summary>
    public string? Agency { get; init; }

    /// <inheritdoc/>
    public override string Kind => "article";
}
