using System.Collections.Immutable;

namespace BriefingGen.Extraction.Facts;

/// <summary>What outcomes and deeds have in common: something that happened, is planned, or is said to have happened.</summary>
public interface IEventFact
{
    /// <summary>Stable id.</summary>
    string Id { get; }

    /// <summary>The article's id.</summary>
    string Article { get; }

    /// <summary>The sentence of the trigger.</summary>
    SourceSpan Sentence { get; }

    /// <summary>The word or words that name the event.</summary>
    SourceSpan Trigger { get; }

    /// <summary>Whether it happened.</summary>
    OutcomeStatus Status { get; }

    /// <summary>True where the article says that it did not happen.</summary>
    bool Negated { get; }

    /// <summary>Who takes part, in order of position.</summary>
    ImmutableArray<Participant> Participants { get; }

    /// <summary>Where, in the article's words; null where not said.</summary>
    SourceSpan? Place { get; }

    /// <summary>The day; null where not known to the day.</summary>
    DateOnly? Date { get; }

    /// <summary>What is known of the date; null where nothing is.</summary>
    DateRange? DateRange { get; }

    /// <summary>Ids of the taxonomy.</summary>
    ImmutableArray<string> Topics { get; }

    /// <summary>Id of the position that says it; null where the article itself does.</summary>
    string? ReportedBy { get; }

    /// <summary>From 0 to 1.</summary>
    double Confidence { get; }

    /// <summary>The rule or model that found it, for <c>explain</c>.</summary>
    string Rule { get; }

    /// <summary>Lemma of the word that names the event; null where there was no parse.</summary>
    string? Lemma { get; }

    /// <summary>The word that says how sure a plan is; null where there is none.</summary>
    SourceSpan? Modal { get; }

    /// <summary>The event with all its arguments by lemma; null where there was no parse.</summary>
    Proposition? Proposition { get; }

    /// <summary>The same event with other participants.</summary>
    IEventFact With(ImmutableArray<Participant> participants);
}
