using System.Collections.Immutable;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Outlines;

/// <summary>A constituent that can go without a change of what the rest says.</summary>
public enum CutKind
{
    /// <summary>"But", "Meanwhile,", "also"; a place and day before the first sentence.</summary>
    Connective,

    /// <summary>The office before a name that the table of actors has with it.</summary>
    Role,

    /// <summary>A relative clause behind a comma.</summary>
    Relative,

    /// <summary>An apposition between commas.</summary>
    Apposition,

    /// <summary>What stands in brackets or between dashes.</summary>
    Parenthetical,

    /// <summary>A participle clause behind a comma, or before the subject.</summary>
    Participle,

    /// <summary>A clause with "because", "since", "after" …</summary>
    Reason,

    /// <summary>An adjunct of place, time or circumstance.</summary>
    Adverbial,

    /// <summary>The last predicate of several, with what hangs on it.</summary>
    Conjunct,

    /// <summary>One half of a headline that a semicolon parts.</summary>
    TitleHalf,
}

/// <summary>A constituent that can go.</summary>
/// <param name="Span">Its words, without the commas around it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="KeepsComma">True where the comma behind it also closes what it stands in, and stays.</param>
public readonly record struct Cut(TextSpan Span, CutKind Kind, bool KeepsComma = false);

/// <summary>What a word does to what its sentence says.</summary>
public enum CueKind
{
    /// <summary>"not", "no", "without".</summary>
    Negation,

    /// <summary>"may", "would", "is to".</summary>
    Modal,

    /// <summary>"about", "likely", "reportedly".</summary>
    Hedge,

    /// <summary>"if", "unless", "until".</summary>
    Condition,

    /// <summary>"more", "than", "only", "first".</summary>
    Comparison,

    /// <summary>A number that is no date.</summary>
    Number,
}

/// <summary>A word that changes what its sentence says; it never goes alone.</summary>
public readonly record struct Cue(TextSpan Span, CueKind Kind);

/// <summary>How words point to what stands elsewhere.</summary>
public enum ReferenceKind
{
    /// <summary>"she".</summary>
    Pronoun,

    /// <summary>"her".</summary>
    Possessive,

    /// <summary>"the official".</summary>
    Description,

    /// <summary>Words that point to what the article alone can tell: printed without it they say nothing.</summary>
    Open,
}

/// <summary>Words that stand for an actor, or, where they are <see cref="ReferenceKind.Open"/>, for what nobody knows.</summary>
/// <param name="Span">The words.</param>
/// <param name="Kind">How they point.</param>
/// <param name="Near">Words before them in the sentence that tell who is meant; empty where there are none.</param>
public readonly record struct Reference(TextSpan Span, ReferenceKind Kind, TextSpan Near = default);

/// <summary>A day that is told against the article's date.</summary>
/// <param name="Span">The words ("Wednesday", "last week").</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Replaces">True where the date can stand in its place; else it is set behind it.</param>
/// <param name="Bare">True where no preposition stands before it.</param>
/// <param name="Owns">True for "Sunday's", where the date needs an article.</param>
public readonly record struct RelativeDay(
    TextSpan Span,
    DateOnly From,
    DateOnly To,
    bool Replaces,
    bool Bare,
    bool Owns = false
);

/// <summary>What of a sentence stays where a label in front names who speaks.</summary>
/// <param name="Cue">First character of the position's cue.</param>
/// <param name="Kept">The content of a plain telling; else the sentence from its cue on.</param>
/// <param name="IsPlain">True where the cue says no more than that it was said.</param>
public sealed record SpeechOutline(int Cue, ImmutableArray<TextSpan> Kept, bool IsPlain);

/// <summary>
/// A sentence as compression needs it: what can go, what never goes alone, what points elsewhere. It is made from the
/// parse while there is one; spans are source offsets.
/// </summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Cuts">What can go, in order of position.</param>
/// <param name="Cues">What never goes alone, in order of position.</param>
/// <param name="References">Words that point elsewhere, in order of position.</param>
/// <param name="Days">Days told against the article's date, in order of position.</param>
/// <param name="Speeches">What stays of its positions behind a label.</param>
public sealed record SentenceOutline(
    TextSpan Sentence,
    ImmutableArray<Cut> Cuts,
    ImmutableArray<Cue> Cues,
    ImmutableArray<Reference> References,
    ImmutableArray<RelativeDay> Days,
    ImmutableArray<SpeechOutline> Speeches
)
{
    /// <summary>True where a kind tells a thing of its own, so that what denies or weakens it goes with it.</summary>
    public static bool IsIndependent(CutKind kind) =>
        kind
            is CutKind.Relative
                or CutKind.Apposition
                or CutKind.Parenthetical
                or CutKind.Participle
                or CutKind.Reason
                or CutKind.Conjunct
                or CutKind.TitleHalf;
}
