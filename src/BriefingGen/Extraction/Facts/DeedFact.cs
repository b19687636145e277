using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace BriefingGen.Extraction.Facts;

/// <summary>
/// Something that is told to have happened, or to be about to, outside PLOVER's types: a vote, a resignation, a ruling, a rate
/// decision, an outage, a finding.
/// </summary>
/// <param name="Id">Stable id.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Sentence">The sentence of the trigger.</param>
/// <param name="Trigger">The word or words that name the deed.</param>
/// <param name="Lemma">Lemma of the predicate, that of the verb where a noun names the deed (<c>resign</c> for "resignation").</param>
/// <param name="Status">Whether it happened.</param>
/// <param name="Negated">True where the article says that it did not happen.</param>
/// <param name="Participants">Who and what takes part, in order of position.</param>
/// <param name="Place">Where, in the article's words; null where not said.</param>
/// <param name="Date">The day; null where not known to the day.</param>
/// <param name="DateRange">What is known of the date; null where nothing is.</param>
/// <param name="Topics">Ids of the taxonomy.</param>
/// <param name="ReportedBy">Id of the position that says it; null where the article itself does.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Rule">The rule or model that found it, for <c>explain</c>.</param>
public sealed record DeedFact(
    string Id,
    string Article,
    SourceSpan Sentence,
    SourceSpan Trigger,
    string Lemma,
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
    /// <summary>The word that says how sure a plan is (<c>will</c>, <c>would</c>, <c>could</c>, <c>is to</c>); null where there is none.</summary>
    public SourceSpan? Modal { get; init; }

    /// <summary>The condition that it hangs on; null where there is none.</summary>
    public SourceSpan? Condition { get; init; }

    /// <summary>Slug of who said so; null where the article itself says it, or the speaker is not resolved.</summary>
    public string? AnnouncedBy { get; init; }

    /// <summary>The event with all its arguments by lemma, those that take no part included; null where there was no parse.</summary>
    public Proposition? Proposition { get; init; }

    /// <summary>The rule of a deed that only refers to what is told elsewhere begins with it.</summary>
    internal const string ReferenceRule = "deed:reference:";

    /// <summary>True where a noun or a clause beside the sentence's own only refers to the deed ("after the raid"): by itself it is no news.</summary>
    [JsonIgnore]
    public bool IsReference => Rule.StartsWith(ReferenceRule, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string Kind => "deed";

    /// <inheritdoc/>
    public IEventFact With(ImmutableArray<Participant> participants) => this with { Participants = participants };
}
