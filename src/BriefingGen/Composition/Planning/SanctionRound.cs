using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Planning;

/// <summary>
/// Sanctions that belong together: one imposer, the same targets, as far come, on one day. The articles that tell of a
/// round tell each of its measures, so that it is one row with all its measures and places.
/// </summary>
/// <param name="Parts">What is told, at least one; what has a day, a target and a measure first.</param>
internal sealed record SanctionRound(ImmutableArray<(Event Item, SanctionFact Fact)> Parts)
{
    private const string Unspecified = "unspecified";

    /// <summary>Each measure once; "unspecified" only where no telling has one.</summary>
    public IEnumerable<string> Measures =>
        Parts
            .Select(part => part.Fact.Measure)
            .Distinct(StringComparer.Ordinal)
            .Where(measure => measure != Unspecified || Parts.All(part => part.Fact.Measure == Unspecified));

    /// <summary>The rounds of some events, in the order of the events.</summary>
    public static ImmutableArray<SanctionRound> Of(IEnumerable<Event> events)
    {
        var rounds = new List<List<(Event Item, SanctionFact Fact)>>();
        foreach (var part in events.SelectMany(Tell).Where(SaysEnough))
        {
            var home = rounds.Find(round => round.Exists(other => IsSame(other, part)));
            if (home is null)
            {
                rounds.Add(home = []);
            }

            home.Add(part);
        }

        return
        [
            .. rounds.Select(round => new SanctionRound([
                .. round
                    .OrderBy(part => part.Item.Lead.DateRange is null)
                    .ThenBy(part => part.Fact.Target.IsEmpty)
                    .ThenBy(part => part.Fact.Measure == Unspecified),
            ])),
        ];
    }

    /// <summary>True where this round is what another was only a proposal of: it was decided, by the same on the same.</summary>
    public bool Fulfils(SanctionRound plan)
    {
        var (item, fact) = Parts[0];
        var (planned, wanted) = plan.Parts[0];
        return wanted.Status == SanctionStatus.Proposed
            && fact.Status is SanctionStatus.Announced or SanctionStatus.InForce
            && fact.Imposer.ToHashSet(StringComparer.Ordinal).SetEquals(wanted.Imposer)
            && fact.Target.Intersect(wanted.Target, StringComparer.Ordinal).Any()
            && planned.Lead.DateRange is { } day
            && item.Lead.DateRange is { } done
            && done.Start >= day.Start
            && done.Start <= day.End.AddDays(1);
    }

    /// <summary>One telling of each measure, so that the row rests on all that it says.</summary>
    public IEnumerable<(string Article, string Fact, TextSpan Span)> Needed() =>
        Measures
            .Select(measure => Parts.First(part => part.Fact.Measure == measure))
            .Prepend(Parts[0])
            .SelectMany(Places);

    /// <summary>All tellings.</summary>
    public IEnumerable<(string Article, string Fact, TextSpan Span)> Tellings() =>
        Parts.SelectMany(part => part.Item.Sanctions, (part, fact) => (part.Item, Fact: fact)).SelectMany(Places);

    private static IEnumerable<(string Article, string Fact, TextSpan Span)> Places(
        (Event Item, SanctionFact Fact) part
    ) =>
        part
            .Item.Outcomes.Where(outcome => outcome.Id == part.Fact.Outcome)
            .Select(outcome => (outcome.Article, outcome.Id, outcome.Sentence.Span));

    // One event told several times tells each measure once: the telling that names a target, then the one that claims least.
    private static IEnumerable<(Event Item, SanctionFact Fact)> Tell(Event item) =>
        item
            .Sanctions.GroupBy(fact => fact.Measure, StringComparer.Ordinal)
            .Select(tellings =>
                tellings.OrderByDescending(fact => fact.Target.Length).ThenBy(fact => fact.Status).First()
            )
            .Select(fact => (item, fact));

    private static bool IsSame((Event Item, SanctionFact Fact) a, (Event Item, SanctionFact Fact) b)
    {
        var isOneArticle = a.Fact.Article == b.Fact.Article;
        return a.Fact.Status == b.Fact.Status
            && a.Item.Lead.Negated == b.Item.Lead.Negated
            && a.Fact.Imposer.ToHashSet(StringComparer.Ordinal).SetEquals(b.Fact.Imposer)
            && (
                a.Fact.Target.ToHashSet(StringComparer.Ordinal).SetEquals(b.Fact.Target)
                || (isOneArticle && (a.Fact.Target.IsEmpty || b.Fact.Target.IsEmpty))
            )
            && (
                (a.Item.Lead.DateRange is { } x && b.Item.Lead.DateRange is { } y)
                    ? x.Start == y.Start && x.End == y.End
                    : isOneArticle
            );
    }

    // What was not agreed is no row; nor is one of which neither the measure nor both sides are told.
    private static bool SaysEnough((Event Item, SanctionFact Fact) part) =>
        !part.Item.Lead.Negated
        && (part.Fact.Measure != Unspecified || !(part.Fact.Imposer.IsEmpty || part.Fact.Target.IsEmpty));
}
