using System.Collections.Immutable;

namespace BriefingGen.Extraction.Positions;

/// <summary>A run of words, half-open.</summary>
internal readonly record struct Run(int First, int End)
{
    public bool IsEmpty => End <= First;

    public int Length => Math.Max(0, End - First);

    public bool Contains(int token) => token >= First && token < End;

    public bool Overlaps(Run other) => First < other.End && other.First < End;
}

/// <summary>How a candidate was found: the name of the pattern is the rule that <c>explain</c> prints.</summary>
internal enum Pattern
{
    QuoteBefore,
    ClauseBefore,
    Interrupted,
    Colon,
    QuoteAfter,
    LostQuoteAfter,
    ThatClause,
    QuestionClause,
    BareClause,
    Infinitive,
    Participle,
    Object,
    Preposition,
    AccordingTo,
    Passive,
    Noun,
    Signed,
    Turn,
}

/// <summary>A possible position, before it is weighed.</summary>
/// <param name="Pattern">How it was found.</param>
/// <param name="Head">Index of the word that attributes.</param>
/// <param name="Cue">The whole verb group.</param>
/// <param name="Source">Who is credited; null where nobody is.</param>
/// <param name="Content">What is attributed, in order.</param>
/// <param name="Inverted">True where the source follows the cue ("said Price").</param>
/// <param name="SharedSource">True where the source stands before another verb ("announced … and said").</param>
/// <param name="Addressee">To whom; null where not said.</param>
internal sealed record Candidate(
    Pattern Pattern,
    int Head,
    Run Cue,
    Run? Source,
    ImmutableArray<Run> Content,
    bool Inverted,
    bool SharedSource,
    Run? Addressee
)
{
    public int ContentLength => Content.Sum(c => c.Length);

    public bool ContentHolds(int token) => Content.Any(c => c.Contains(token));
}

/// <summary>A position that was found, with its probability.</summary>
internal readonly record struct Weighed(Candidate Candidate, double Probability);
