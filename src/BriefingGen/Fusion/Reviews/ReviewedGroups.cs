using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Reviews;

/// <summary>Merges and splits events and claims as reviewers decided, and counts their origins anew.</summary>
internal static class ReviewedGroups
{
    /// <summary>The facts as reviewers left them.</summary>
    /// <param name="facts">The facts as fused.</param>
    /// <param name="log">The decisions.</param>
    public static FusedFacts Of(FusedFacts facts, ReviewLog log)
    {
        var decided = log
            .Decisions.Where(decision => decision.Verdict is ReviewVerdict.Merge or ReviewVerdict.Split)
            .ToList();
        return decided.Count == 0 ? facts : Carry(facts, decided, new SourceTable(facts.Articles));
    }

    private static FusedFacts Carry(FusedFacts facts, List<ReviewDecision> decided, SourceTable sources)
    {
        var events = facts.Events.ToList();
        var claims = facts.Claims.ToList();
        foreach (var decision in decided)
        {
            if (decision.Place!.Kind == FactPlaces.Event)
            {
                Events(events, decision, sources);
            }
            else if (decision.Place.Kind == FactPlaces.Claim)
            {
                Claims(claims, decision, sources);
            }
        }

        return facts with
        {
            Events = [.. events],
            Claims = [.. claims],
        };
    }

    private static void Events(List<Event> events, ReviewDecision decision, SourceTable sources)
    {
        var told = FactPlaces.At(
            decision.Place!,
            events
                .SelectMany(one => one.Outcomes)
                .Where(one => one.Article == decision.Place!.Article)
                .Select(one => (one, FactPlaces.Of(one)))
        );
        var at = told is null ? -1 : events.FindIndex(one => one.Outcomes.Contains(told));
        if (at < 0)
        {
            return;
        }

        if (decision.Verdict == ReviewVerdict.Split)
        {
            if (events[at].Outcomes.Length > 1)
            {
                var own = Part(events[at], events[at].Outcomes.Where(one => one == told), sources);
                events[at] = Part(events[at], events[at].Outcomes.Where(one => one != told), sources);
                events.Insert(at + 1, own);
            }

            return;
        }

        var into = events.FindIndex(one => one.Outcomes.Any(other => other.Id == decision.Value));
        if (into >= 0 && into != at)
        {
            var (host, guest) = (events[into], events[at]);
            // The reviewer says that it is the same: what was merged in counts as the host's own tellings do.
            events[into] = Counted(
                host with
                {
                    Outcomes = [.. host.Outcomes, .. guest.Outcomes],
                    Sanctions = [.. host.Sanctions, .. guest.Sanctions],
                    Tellings = [.. host.Tellings, .. guest.Tellings],
                    Score = Math.Max(host.Score, guest.Score),
                },
                sources
            );
            events.RemoveAt(at);
        }
    }

    private static Event Part(Event item, IEnumerable<IEventFact> tellings, SourceTable sources)
    {
        var outcomes = tellings.ToImmutableArray();
        var ids = outcomes.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return Counted(
            item with
            {
                Lead = outcomes.Contains(item.Lead) ? item.Lead : outcomes[0],
                Outcomes = outcomes,
                Sanctions = [.. item.Sanctions.Where(one => ids.Contains(one.Outcome))],
                Tellings =
                [
                    .. item.Tellings.Where(one => ids.Contains(one.Fact)).Select(one => one with { Counts = true }),
                ],
            },
            sources
        );
    }

    private static Event Counted(Event item, SourceTable sources) =>
        item with
        {
            Origins = Math.Max(1, sources.Origins(item.Tellings.Where(one => one.Counts).Select(one => one.Article))),
        };

    private static void Claims(List<Claim> claims, ReviewDecision decision, SourceTable sources)
    {
        var said = FactPlaces.At(
            decision.Place!,
            claims
                .SelectMany(one => one.Positions)
                .Where(one => one.Article == decision.Place!.Article)
                .Select(one => (one, FactPlaces.Of(one)))
        );
        var at = said is null ? -1 : claims.FindIndex(one => one.Positions.Contains(said));
        if (at < 0)
        {
            return;
        }

        if (decision.Verdict == ReviewVerdict.Split)
        {
            if (claims[at].Positions.Length > 1)
            {
                var own = Part(claims[at], claims[at].Positions.Where(one => one == said), sources);
                claims[at] = Part(claims[at], claims[at].Positions.Where(one => one != said), sources);
                claims.Insert(at + 1, own);
            }

            return;
        }

        var into = claims.FindIndex(one => one.Positions.Any(other => other.Id == decision.Value));
        if (into >= 0 && into != at)
        {
            var (host, guest) = (claims[into], claims[at]);
            claims[into] = Part(host, [.. host.Positions, .. guest.Positions], sources) with
            {
                Score = Math.Max(host.Score, guest.Score),
            };
            claims.RemoveAt(at);
        }
    }

    private static Claim Part(Claim claim, IEnumerable<PositionFact> tellings, SourceTable sources)
    {
        var positions = tellings.ToImmutableArray();
        var lead = positions.Contains(claim.Lead) ? claim.Lead : positions[0];
        return claim with
        {
            Lead = lead,
            Positions = positions,
            Assessment = claim.Assessment?.Position == lead.Id ? claim.Assessment : null,
            Origins = sources.Origins(positions.Select(one => one.Article)),
        };
    }
}
