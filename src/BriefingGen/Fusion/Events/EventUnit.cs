using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Events;

/// <summary>Whether a telling says that the event happened.</summary>
internal enum Standing
{
    /// <summary>It happened, or somebody says so.</summary>
    Happened,

    /// <summary>It is to happen.</summary>
    Planned,

    /// <summary>It may happen, or somebody wants it.</summary>
    Open,
}

/// <summary>One telling of an event, made ready for comparing.</summary>
internal sealed class EventUnit
{
    /// <summary>The outcome or deed.</summary>
    public required IEventFact Fact { get; init; }

    /// <summary>Index of its text in <see cref="SourceTable.Texts"/>.</summary>
    public required int Text { get; init; }

    /// <summary>Number of its article's story.</summary>
    public required int Group { get; init; }

    /// <summary>Lemma of the trigger.</summary>
    public required string Lemma { get; init; }

    /// <summary>Number of the lemma.</summary>
    public required int LemmaId { get; init; }

    /// <summary>The kins that the telling may be of.</summary>
    public required string[] Kins { get; init; }

    /// <summary>PLOVER's type where tellings of one event are called by many words (force, sanctions); else null.</summary>
    public required OutcomeType? WideType { get; init; }

    /// <summary>Whether it says that the event happened.</summary>
    public required Standing Standing { get; init; }

    /// <summary>True where it says that the event did not happen.</summary>
    public required bool Negated { get; init; }

    /// <summary>Words of all that takes part, place included.</summary>
    public required WordSet Arguments { get; init; }

    /// <summary>Words of whom or what the event is done to, and where.</summary>
    public required WordSet Core { get; init; }

    /// <summary>Words of its sentence.</summary>
    public required WordSet Sentence { get; init; }

    /// <summary>Ordinals beside it (the fourth round), a bit each.</summary>
    public required int Ordinals { get; init; }

    /// <summary>Fused slugs of who acts.</summary>
    public required string[] Agents { get; init; }

    /// <summary>Fused slugs of who is acted on.</summary>
    public required string[] Patients { get; init; }

    /// <summary>The equal sides, where there are two or more: their states where all are known, else who they are.</summary>
    public required string[] Sides { get; init; }

    /// <summary>Words of the place; empty where none is said, or only a state.</summary>
    public required WordSet Place { get; init; }

    /// <summary>True where a noun names the event.</summary>
    public required bool Nominal { get; init; }

    /// <summary>True where the noun takes the event for known.</summary>
    public required bool Definite { get; init; }

    /// <summary>
    /// The day of an article that tells it in a clause without a day of its own, as news is told; null where a day is said,
    /// a noun names it, or it is not told to have happened.
    /// </summary>
    public required DateOnly? ToldOn { get; init; }

    /// <summary>True where it stands in the title.</summary>
    public required bool InTitle { get; init; }

    /// <summary>The day that its sentence says of it, or of all else in it where it says none of its own; null where none is said.</summary>
    public DateRange? Day { get; set; }

    /// <summary>True for what nobody plans to meet for: blows, crashes, deaths. A noun for it speaks of what happened.</summary>
    public required bool IsBlow { get; init; }

    /// <summary>True where things of its kind happen once to one person, thing or place.</summary>
    public required bool IsOnce { get; init; }

    /// <summary>True where things of its kind happen again and again: without a day it is of its own paper's day.</summary>
    public required bool Recurs { get; init; }

    /// <summary>True for a noun that only refers to what is told elsewhere.</summary>
    public required bool IsReference { get; init; }

    /// <summary>True for "the attack", which only points to what was told before.</summary>
    public bool IsBare => Definite && Arguments.IsEmpty;
}
