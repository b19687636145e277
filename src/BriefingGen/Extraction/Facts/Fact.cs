using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BriefingGen.Language.Dates;

namespace BriefingGen.Extraction.Facts;

/// <summary>What an article says, with where it says it. The JSON form is fixed by the contract.</summary>
public abstract record Fact
{
    /// <summary>The kind as the contract names it: <c>position</c>, <c>outcome</c> …</summary>
    [JsonPropertyOrder(-1)]
    public abstract string Kind { get; }
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
    /// <inheritdoc/>
    public override string Kind => "article";
}

/// <summary>What an actor is.</summary>
public enum ActorType
{
    /// <summary>A named person, or one unnamed person ("a senior official"), who is never merged with a named one.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organization,

    /// <summary>A state, its government, or its capital standing for it.</summary>
    State,

    /// <summary>Several people without names ("US officials").</summary>
    Group,
}

/// <summary>One place where an actor is named.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Text">The characters on disk.</param>
/// <param name="Reads">The repaired wording where it differs; else null.</param>
public sealed record Mention(string Article, int Start, int End, string Text, string? Reads = null);

/// <summary>An office that somebody holds or held, as an article says.</summary>
/// <param name="Role">Such as <c>Foreign Minister</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where not said with the office.</param>
/// <param name="From">First day, or the first day of the month or year that is said; null where not said.</param>
/// <param name="Until">Last day, or the last day of the month or year that is said; null where not said.</param>
/// <param name="Former">True where it was over when the article was written.</param>
public sealed record HeldRole(string Role, string? Country, DateOnly? From, DateOnly? Until, bool Former);

/// <summary>The entry of the user's list that an actor comes from.</summary>
/// <param name="File">The file, with its folder.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Fields">Which of <c>name</c>, <c>type</c>, <c>role</c> and <c>country</c> it gives.</param>
public sealed record ActorListing(string File, int Line, ImmutableArray<string> Fields);

/// <summary>Someone who acts or speaks.</summary>
/// <param name="Actor">Stable slug, such as <c>dmytro-kuleba</c>.</param>
/// <param name="Name">Fullest name seen, or the describing phrase of an unnamed one.</param>
/// <param name="Type">What it is.</param>
/// <param name="Role">Such as <c>Foreign Minister</c>; null where no article says.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where not known.</param>
/// <param name="Aliases">Other names seen, ordered, without <paramref name="Name"/>.</param>
/// <param name="Mentions">Where it is named, in order of article and position.</param>
/// <param name="Named">False for an unnamed person or group, which never merges with a named one.</param>
/// <param name="RoleEvidence">Where the role is said; null where there is none.</param>
/// <param name="Rule">The rule or model that found it, for <c>explain</c>.</param>
public sealed record ActorFact(
    string Actor,
    string Name,
    ActorType Type,
    string? Role,
    string? Country,
    ImmutableArray<string> Aliases,
    ImmutableArray<Mention> Mentions,
    bool Named,
    Mention? RoleEvidence,
    string Rule
) : Fact
{
    /// <summary>
    /// How the country is known where no name, title or adjective says it: <c>owner</c> (whose office it is), <c>context</c>
    /// (the states that act near by) or <c>list</c> (the user's); null where it is said, or there is none.
    /// </summary>
    public string? CountryBy { get; init; }

    /// <summary>All offices with their dates, where there is more to say than <see cref="Role"/>; else empty.</summary>
    public ImmutableArray<HeldRole> Roles { get; init; } = [];

    /// <summary>The user's entry; null where the list has none.</summary>
    public ActorListing? Listed { get; init; }

    /// <inheritdoc/>
    public override string Kind => "actor";
}

/// <summary>How words are given.</summary>
public enum PositionForm
{
    /// <summary>In the speaker's words.</summary>
    Direct,

    /// <summary>Retold.</summary>
    Indirect,

    /// <summary>Retold with quoted words in it.</summary>
    Mixed,
}

/// <summary>What a source does with what it says.</summary>
public enum Stance
{
    /// <summary>Says so.</summary>
    Asserts,

    /// <summary>Says that it is not so.</summary>
    Denies,

    /// <summary>Is for it.</summary>
    Supports,

    /// <summary>Is against it.</summary>
    Opposes,

    /// <summary>Wants it from somebody.</summary>
    Demands,

    /// <summary>Puts it forward.</summary>
    Offers,

    /// <summary>Charges somebody with it.</summary>
    Accuses,

    /// <summary>Announces harm.</summary>
    Threatens,

    /// <summary>Binds itself to it.</summary>
    Promises,

    /// <summary>Wishes it.</summary>
    Hopes,

    /// <summary>Does not believe it.</summary>
    Doubts,

    /// <summary>Judges how likely or how it is.</summary>
    Assesses,

    /// <summary>Wants to know it.</summary>
    Asks,
}

/// <summary>A date with what is known of it; both ends inclusive.</summary>
public sealed record DateRange(DateOnly Start, DateOnly End, DatePrecision Precision);

/// <summary>Who said, demanded, denied or assessed what (an attribution in the sense of PolNeAR).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Sentence">The sentence that holds the cue, else the content.</param>
/// <param name="Source">Who is credited, in the article's words; null where nobody is.</param>
/// <param name="Actor">The actor's slug; null where the source could not be resolved.</param>
/// <param name="Cue">The words that attribute; null where only the layout of quotations does.</param>
/// <param name="Content">What is attributed, in order, without overlap; at least one.</param>
/// <param name="Form">Direct, indirect or mixed.</param>
/// <param name="Stance">What the source does with it.</param>
/// <param name="Topics">Ids of the taxonomy, most fitting first.</param>
/// <param name="About">Slugs of actors that the content names.</param>
/// <param name="Addressee">Whom it was said to; null where not said.</param>
/// <param name="Date">The day on which it was said; null where not known to the day.</param>
/// <param name="DateRange">What is known of the date; null where nothing is.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Rule">The rule or model that found it, for <c>explain</c>.</param>
public sealed record PositionFact(
    string Id,
    string Article,
    SourceSpan Sentence,
    SourceSpan? Source,
    string? Actor,
    SourceSpan? Cue,
    ImmutableArray<SourceSpan> Content,
    PositionForm Form,
    Stance Stance,
    ImmutableArray<string> Topics,
    ImmutableArray<string> About,
    string? Addressee,
    DateOnly? Date,
    DateRange? DateRange,
    double Confidence,
    string Rule
) : Fact
{
    /// <inheritdoc/>
    public override string Kind => "position";
}

/// <summary>PLOVER's sixteen event types.</summary>
public enum OutcomeType
{
#pragma warning disable CS1591 // The names are PLOVER's; its codebook defines them.
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
#pragma warning restore CS1591
}

/// <summary>Whether it happened.</summary>
public enum OutcomeStatus
{
    /// <summary>The article tells it as a fact.</summary>
    Actual,

    /// <summary>It is intended or scheduled.</summary>
    Planned,

    /// <summary>It may be or would be.</summary>
    Possible,

    /// <summary>Somebody wants it.</summary>
    Demanded,

    /// <summary>Somebody says that it happened.</summary>
    Reported,
}

/// <summary>What a participant does in an outcome.</summary>
public enum ParticipantRole
{
    /// <summary>Who acts.</summary>
    Source,

    /// <summary>Who is acted on.</summary>
    Target,

    /// <summary>One of the equal sides of a meeting or an agreement.</summary>
    Both,

    /// <summary>Who brings the sides together.</summary>
    Mediator,
}

/// <summary>Somebody who takes part in an outcome.</summary>
public sealed record Participant(int Start, int End, string Text, string? Reads, ParticipantRole Role, string? Actor);

/// <summary>Something that happened, is planned, is demanded or is said to have happened.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Sentence">The sentence of the trigger.</param>
/// <param name="Type">PLOVER type.</param>
/// <param name="Trigger">The word or words that name the event.</param>
/// <param name="Status">Whether it happened.</param>
/// <param name="Negated">True where the article says that it did not happen ("ended without an agreement").</param>
/// <param name="Participants">Who takes part, in order of position.</param>
/// <param name="Place">Where, in the article's words; null where not said.</param>
/// <param name="Date">The day; null where not known to the day.</param>
/// <param name="DateRange">What is known of the date; null where nothing is.</param>
/// <param name="Topics">Ids of the taxonomy.</param>
/// <param name="ReportedBy">Id of the position that says it; null where the article itself does.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Rule">The rule or model that found it, for <c>explain</c>.</param>
public sealed record OutcomeFact(
    string Id,
    string Article,
    SourceSpan Sentence,
    OutcomeType Type,
    SourceSpan Trigger,
    OutcomeStatus Status,
    bool Negated,
    ImmutableArray<Participant> Participants,
    SourceSpan? Place,
    DateOnly? Date,
    DateRange? DateRange,
    ImmutableArray<string> Topics,
    string? ReportedBy,
    double Confidence,
    string Rule
) : Fact, IEventFact
{
    /// <summary>What it hangs on, in the article's words ("unless the reporters are freed"); null where on nothing.</summary>
    public SourceSpan? Condition { get; init; }

    /// <inheritdoc/>
    public override string Kind => "outcome";

    /// <inheritdoc/>
    public IEventFact With(ImmutableArray<Participant> participants) => this with { Participants = participants };
}

/// <summary>How far a sanction has come.</summary>
public enum SanctionStatus
{
    /// <summary>Somebody wants it or considers it.</summary>
    Proposed,

    /// <summary>It was announced or agreed.</summary>
    Announced,

    /// <summary>It applies.</summary>
    InForce,

    /// <summary>It goes on for longer or was widened.</summary>
    Extended,

    /// <summary>It was loosened.</summary>
    Eased,

    /// <summary>It was ended.</summary>
    Lifted,
}

/// <summary>A sanction, always together with the outcome that it belongs to.</summary>
/// <param name="Outcome">Id of the outcome.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Imposer">Slugs of who imposes it.</param>
/// <param name="Target">Slugs of whom it is aimed at.</param>
/// <param name="Measure">Such as <c>asset-freeze</c>, <c>export-control</c>, <c>travel-ban</c>, <c>financial</c>, <c>energy</c>, <c>swift</c>, <c>unspecified</c>.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Effect">What is said of its effect.</param>
public sealed record SanctionFact(
    string Outcome,
    string Article,
    ImmutableArray<string> Imposer,
    ImmutableArray<string> Target,
    string Measure,
    SanctionStatus Status,
    ImmutableArray<SourceSpan> Effect
) : Fact
{
    /// <inheritdoc/>
    public override string Kind => "sanction";
}

/// <summary>An estimative term that a source used, with its band.</summary>
/// <param name="Term">The source's own word, lower case (<c>unlikely</c>).</param>
/// <param name="Low">Lower end in per cent; null where ICD 203 has no band for the term.</param>
/// <param name="High">Upper end in per cent; null where ICD 203 has no band for the term.</param>
public sealed record Estimate(string Term, int? Low, int? High);

/// <summary>A stated level of analytic confidence.</summary>
public enum ConfidenceLevel
{
    /// <summary>Low confidence.</summary>
    Low,

    /// <summary>Moderate confidence.</summary>
    Moderate,

    /// <summary>High confidence.</summary>
    High,
}

/// <summary>A judgement that somebody else made, always together with the position that it belongs to.</summary>
/// <param name="Position">Id of the position.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Assessor">Slug of who judges; null where not resolved.</param>
/// <param name="Judgement">What is judged, in the source's words.</param>
/// <param name="Estimate">The estimative term; null where the source used none.</param>
/// <param name="ConfidenceLevel">The stated level; null where none was stated.</param>
public sealed record AssessmentFact(
    string Position,
    string Article,
    string? Assessor,
    ImmutableArray<SourceSpan> Judgement,
    Estimate? Estimate,
    ConfidenceLevel? ConfidenceLevel
) : Fact
{
    /// <inheritdoc/>
    public override string Kind => "assessment";
}
