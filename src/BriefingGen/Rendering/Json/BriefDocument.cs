using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BriefingGen.Composition;
using BriefingGen.Composition.Reviewing;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Reviews;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Rendering.Json;

/// <summary>The content of <c>brief.json</c>, in the order in which it is written.</summary>
internal sealed record BriefDocument(
    string Schema,
    Masthead Masthead,
    ImmutableArray<DocumentSection> Sections,
    ImmutableArray<DocumentStatement> Statements,
    ImmutableArray<DocumentCitation> Citations,
    ImmutableArray<DocumentSource> Sources,
    DocumentCoverage Coverage,
    ImmutableArray<ActorFact> Actors,
    ImmutableArray<DocumentStory> Stories,
    ImmutableArray<DocumentEvent> Events,
    ImmutableArray<DocumentClaim> Claims,
    ImmutableArray<DocumentQuantity> Quantities,
    ImmutableArray<DocumentDisagreement> Disagreements,
    ImmutableArray<DocumentChange> Changes,
    ImmutableArray<Scheduled> Scheduled,
    ImmutableArray<object> Facts,
    DocumentManifest Manifest
)
{
    /// <summary>What was compared with; left out where there was no edition before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DocumentEarlier? Earlier { get; init; }

    /// <summary>The source list with the articles of the edition before that are cited.</summary>
    [JsonIgnore]
    public IEnumerable<DocumentSource> AllSources => Earlier is { } earlier ? Sources.Concat(earlier.Sources) : Sources;

    /// <summary>What a reviewer decides on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ReviewItem>? ReviewItems { get; init; }

    /// <summary>What reviewers decided about its articles, oldest first; left out where nobody decided anything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ReviewDecision>? Reviews { get; init; }

    /// <summary>See <see cref="Brief.TemplateWords"/>; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? TemplateWords { get; init; }

    /// <summary>Sections whose templates print the target of sanctions before the imposer; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? TargetFirst { get; init; }

    /// <summary>
    /// How often templates print a passage that they printed before; left out where they never do, as those of the house.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Repeats { get; init; }

    /// <summary>The schema's name and version.</summary>
    public const string SchemaName = "briefgen.brief/2";
}

/// <summary>What the edition before held of what changed: its day, and the articles and facts that <c>changes</c> name.</summary>
internal sealed record DocumentEarlier(
    DateOnly Edition,
    ImmutableArray<DocumentSource> Sources,
    ImmutableArray<ActorFact> Actors,
    ImmutableArray<object> Facts
);

/// <summary>A heading of the brief.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Heading">Its words.</param>
/// <param name="Annex">True for what stands behind the pages to read.</param>
internal sealed record DocumentSection(string Id, string Heading, bool Annex);

/// <summary>A statement with its parts and the ids of its citations.</summary>
internal sealed record DocumentStatement(
    string Id,
    string Section,
    string? Story,
    string Text,
    ImmutableArray<DocumentPart> Parts,
    ImmutableArray<string> Citations
);

/// <summary>A part of a statement; see <see cref="StatementPart"/>.</summary>
internal sealed record DocumentPart(
    StatementPartKind Kind,
    string Text,
    string? Article,
    int? Start,
    int? End,
    string? Value
)
{
    /// <summary>See <see cref="StatementPart.As"/>; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? As { get; init; }
}

/// <summary>A citation: where in which article, the characters on disk and their repaired wording.</summary>
internal sealed record DocumentCitation(
    string Id,
    int Source,
    string Article,
    string Sha256,
    string Path,
    int? Record,
    string Fact,
    int Start,
    int End,
    string Text,
    string Wording
)
{
    /// <summary>What of the cited sentence can go without a change of the rest; left out where it was not outlined.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<DocumentCut>? Cuts { get; init; }
}

/// <summary>A constituent of a sentence that can go; see <see cref="Extraction.Outlines.CutKind"/>.</summary>
internal sealed record DocumentCut(int Start, int End, string Kind);

/// <summary>An article of the source list.</summary>
internal sealed record DocumentSource(
    int Number,
    string Article,
    string Path,
    int? Record,
    string Sha256,
    string Title,
    string? Url,
    string? Publisher,
    DateOnly? Published,
    string Language,
    string Encoding,
    int Origin,
    string? DuplicateOf,
    ImmutableArray<DocumentEdit> Repairs
)
{
    /// <summary>Content lemmas with their counts, by which the next edition finds what it goes on with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, int>? Terms { get; init; }
}

/// <summary>A repair of an article's wording.</summary>
internal sealed record DocumentEdit(int Start, int End, string Replacement, string Kind);

/// <summary>What was read and what was not.</summary>
internal sealed record DocumentCoverage(
    int Read,
    int Copies,
    int Origins,
    ImmutableArray<DocumentNotExtracted> NotExtracted,
    ImmutableArray<DocumentSetAside> SetAside,
    ImmutableArray<DocumentSetAside> Notes
)
{
    /// <summary>The feeds that were to be read; left out where the brief is not made from feeds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<DocumentFeed>? Feeds { get; init; }

    /// <summary>Statements that did not verify and are not in the brief; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<DocumentLeftOut>? LeftOut { get; init; }
}

/// <summary>A statement that did not verify; its words are in the log only, for they are not what the sources say.</summary>
internal sealed record DocumentLeftOut(string Id, string Section, string Reason);

/// <summary>A feed that was to be read; <see cref="Articles"/> counts those of this brief.</summary>
internal sealed record DocumentFeed(
    string Url,
    string Status,
    DateTimeOffset? LastRead,
    int Items,
    int Articles,
    int Failures,
    string? Error
);

/// <summary>An article that was listed but not extracted.</summary>
internal sealed record DocumentNotExtracted(string Article, string Path, int? Record, string Title, string Language);

/// <summary>An input that could not be used, or a note on one that could.</summary>
internal sealed record DocumentSetAside(string Path, string? Place, string Code, string Message);

/// <summary>The manifest with its own hash and the seal over what the brief says; see <see cref="BriefSeal"/>.</summary>
internal sealed record DocumentManifest(
    string Tool,
    string Hash,
    string Seal,
    ImmutableArray<ManifestInput> Inputs,
    ImmutableArray<ManifestFile> Templates,
    ImmutableArray<ManifestFile> Models
)
{
    /// <summary>Articles of the edition before that are cited; left out where nothing was compared.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ManifestInput>? Earlier { get; init; }
}

/// <summary>
/// What a page holds of its brief as data, so that it can be told whether page and <c>brief.json</c> belong together: what
/// it says and the places that it cites. The facts stand in <c>brief.json</c> alone.
/// </summary>
internal sealed record PageDocument(
    string Schema,
    string Data,
    PageManifest Manifest,
    ImmutableArray<DocumentStatement> Statements,
    ImmutableArray<DocumentCitation> Citations
)
{
    /// <summary>The schema's name and version.</summary>
    public const string SchemaName = "briefgen.page/1";
}

/// <summary>The hash of the manifest in <c>brief.json</c> and the seal over what the brief says; see <see cref="BriefSeal"/>.</summary>
internal sealed record PageManifest(string Tool, string Hash, string Seal);
