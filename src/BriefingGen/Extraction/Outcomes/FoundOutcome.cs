using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Language.Dates;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>An event as its sentence tells it, by words.</summary>
/// <param name="Trigger">What names it.</param>
/// <param name="Type">PLOVER type.</param>
/// <param name="Standing">Whether it happened.</param>
/// <param name="Parts">Who takes part.</param>
/// <param name="Date">When; null where not said.</param>
/// <param name="Place">Where; null where not said.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Rule">How it was found.</param>
internal sealed record FoundOutcome(
    Trigger Trigger,
    OutcomeType Type,
    Standing Standing,
    ImmutableArray<Part> Parts,
    DateExpression? Date,
    (int First, int End)? Place,
    double Confidence,
    string Rule
);
