using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Samples;

/// <summary>Tells whether facts hold what must not be taken.</summary>
internal static class TrapScorer
{
    private const double Half = 0.5;

    /// <summary>What was wrongly taken, for the report; null where nothing was.</summary>
    public static string? FellInto(ScoredArticle article, Trap trap)
    {
        var at = article.Find(trap.Words);
        var facts = article.Facts;
        switch (trap.Kind)
        {
            case "not-by":
                return facts
                    .Positions.Where(p =>
                        ScoredArticle.Covered(at, p.Content) >= Half && article.Is(p.Actor, trap.Who!)
                    )
                    .Select(p => $"{p.Actor} {p.Cue?.Text}")
                    .FirstOrDefault();
            case "no-position":
                return facts
                    .Positions.Where(p => ScoredArticle.Covered(at, p.Content) >= Half)
                    .Select(p => $"{p.Actor ?? p.Source?.Text} {p.Cue?.Text}")
                    .FirstOrDefault();
            case "no-outcome":
                return facts
                    .Outcomes.Where(o => at.Overlaps(o.Trigger.Span) && IsForbidden(o, trap))
                    .Select(o => $"{o.Type} {o.Status} {o.Trigger.Text}")
                    .FirstOrDefault();
            case "no-date":
                return facts
                    .Outcomes.Where(o => at.Overlaps(o.Trigger.Span) && o.Date == trap.Date)
                    .Select(o => $"{o.Type} {o.Trigger.Text}")
                    .FirstOrDefault();
            case "no-term":
                return facts
                    .Assessments.Where(a => a.Estimate is not null && ScoredArticle.Covered(at, a.Judgement) >= Half)
                    .Select(a => a.Estimate!.Term)
                    .FirstOrDefault();
            default:
                throw new ArgumentException($"Unknown trap '{trap.Kind}'.", nameof(trap));
        }
    }

    private static bool IsForbidden(OutcomeFact outcome, Trap trap) =>
        (trap.Types.IsEmpty || ExpectedFactsScorer.IsOne(trap.Types, outcome.Type))
        && (trap.Statuses.IsEmpty || ExpectedFactsScorer.IsOne(trap.Statuses, outcome.Status))
        && (trap.Negated is null || trap.Negated == outcome.Negated);
}
