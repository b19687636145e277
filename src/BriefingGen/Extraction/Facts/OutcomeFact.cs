using System.Collections.Immutable;

namespace BriefingGen.Extraction.Facts;

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

    /// <summary>Who or what does a deed.</summary>
    Agent,

    /// <summary>Whom or what a deed is done to, or what changes.</summary>
    Patient,

    /// <summary>Who gets something by a deed.</summary>
    Recipient,

    /// <summary>With what a deed is done.</summary>
    Instrument,
}

/// <summary>Somebody who takes part in an outcome.</summary>
public sealed record Participant(int Start, int End, string Text, string? Reads, ParticipantRole Role, string? Actor)
{
    /// <summary>Lemma of its head word; null where there was no parse.</summary>
    public string? Head { get; init; }

    /// <summary>Its content lemmas, in order.</summary>
    public ImmutableArray<string> Lemmas { get; init; } = [];
}

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
    /// <summary>Lemma of the word that names the event.</summary>
    public string? Lemma { get; init; }

    /// <summary>The word that says how sure a plan is (<c>will</c>, <c>would</c>, <c>could</c>, <c>is to</c>); null where there is none.</summary>
    public SourceSpan? Modal { get; init; }

    /// <summary>The condition that it hangs on; null where there is none.</summary>
    public SourceSpan? Condition { get; init; }

    /// <summary>Slug of who said so; null where the article itself says it, or the speaker is not resolved.</summary>
    public string? AnnouncedBy { get; init; }

    /// <summary>The event with all its arguments by lemma, those that take no part included; null where there was no parse.</summary>
    public Proposition? Proposition { get; init; }

    /// <inheritdoc/>
    public override string Kind => "outcome";

    /// <inheritdoc/>
    public IEventFact With(ImmutableArray<Participant> participants) => this with { Participants = participants };
}
