using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Claims;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Stories;

/// <summary>
/// Finds what a newer fact overtook: the plan that was carried out or failed, the talks that ended, the judgement that its
/// holder renewed. A plan never overtakes a deed.
/// </summary>
internal sealed class Supersessions(SourceTable sources, MergedActors actors, Lexicon lexicon)
{
    private const double Alike = 0.25;
    private const double SameJudgement = 0.4;
    private const int MostPostings = 32;

    private static readonly string[] Beginnings = ["begin ", "open ", "resume "];
    private static readonly string[] Ends = ["end ", "fail ", "halt ", "cancel ", "close "];

    private readonly ActorLikeness _likeness = new(actors);

    /// <summary>The supersessions, in order of the facts that hold no more.</summary>
    public List<Supersession> Find(IReadOnlyList<EventGroup> events, IReadOnlyList<Claim> claims)
    {
        var found = new List<Supersession>();
        var byKin = new Dictionary<string, List<EventGroup>>(StringComparer.Ordinal);
        foreach (var group in events)
        {
            if (group.Lead.Standing == Standing.Happened && EventMerger.FormOf(group.Lead) != TellingForm.Refers)
            {
                foreach (var slot in group.Lead.Kins.SelectMany(Fills))
                {
                    if (!byKin.TryGetValue(slot, out var list))
                    {
                        byKin.Add(slot, list = []);
                    }

                    if (list.Count < MostPostings)
                    {
                        list.Add(group);
                    }
                }
            }
        }

        foreach (var group in events)
        {
            if (Newer(group, byKin) is { } after)
            {
                found.Add(after);
            }
        }

        found.AddRange(Judgements(claims));
        return [.. found.OrderBy(s => s.Before, StringComparer.Ordinal)];
    }

    // An end fills the slot of what began; a deed that of its plan.
    private static IEnumerable<string> Fills(string kin)
    {
        yield return "plan " + kin;
        foreach (var end in Ends)
        {
            if (kin.StartsWith(end, StringComparison.Ordinal))
            {
                yield return "open " + kin[end.Length..];
            }
        }
    }

    private static IEnumerable<string> Slots(EventUnit unit)
    {
        foreach (var kin in unit.Kins)
        {
            if (unit.Standing != Standing.Happened)
            {
                // What somebody thinks possible is no plan; a draft of sanctions is one.
                if (unit.Standing == Standing.Planned || unit.WideType == OutcomeType.Sanction)
                {
                    yield return "plan " + kin;
                }

                continue;
            }

            var begun = Beginnings.FirstOrDefault(b => kin.StartsWith(b, StringComparison.Ordinal));
            if (begun is not null || kin is "talk" or "meet")
            {
                yield return "open " + (begun is null ? kin : kin[begun.Length..]);
            }
        }
    }

    private Supersession? Newer(EventGroup before, Dictionary<string, List<EventGroup>> byKin)
    {
        foreach (var slot in Slots(before.Lead))
        {
            var after = (byKin.GetValueOrDefault(slot) ?? [])
                .Where(a => !ReferenceEquals(a, before) && IsLater(before, a) && AreAbout(before.Lead, a.Lead))
                .OrderByDescending(a => lexicon.Cosine(a.Lead.Arguments, before.Lead.Arguments))
                .ThenBy(a => a.Event.Lead.Id, StringComparer.Ordinal)
                .FirstOrDefault();
            if (after is not null)
            {
                var name = slot.StartsWith("plan", StringComparison.Ordinal)
                    ? (before.Lead.WideType == OutcomeType.Sanction ? "measure" : "plan")
                    : "talks";
                return new Supersession(
                    before.Event.Lead.Id,
                    after.Event.Lead.Id,
                    name,
                    $"\"{before.Lead.Fact.Trigger.Wording}\" was overtaken by \"{after.Lead.Fact.Trigger.Wording}\""
                );
            }
        }

        return null;
    }

    // Later by the day of its article, or told in a later place of the same article about an earlier plan.
    private bool IsLater(EventGroup before, EventGroup after)
    {
        var x = sources.Texts[before.Lead.Text].Facts.Article.Published;
        var y = sources.Texts[after.Lead.Text].Facts.Article.Published;
        return x is not null && y is not null && y > x && !(after.Lead.Fact.DateRange?.End < x);
    }

    private bool AreAbout(EventUnit a, EventUnit b) =>
        lexicon.Cosine(a.Arguments, b.Arguments) >= Alike
        && (a.Core.IsEmpty || b.Core.IsEmpty || a.Core.Meets(b.Core))
        && !(
            a.Agents.Length > 0
            && b.Agents.Length > 0
            && a.Agents.All(x => b.Agents.All(y => _likeness.Of(x, y) == Likeness.Other))
        );

    private IEnumerable<Supersession> Judgements(IReadOnlyList<Claim> claims)
    {
        var judged = claims
            .Where(c => c.Assessment is not null && c.Actor is not null)
            .GroupBy(c => c.Actor!, StringComparer.Ordinal);
        foreach (var holder in judged)
        {
            var list = holder
                .Select(c =>
                    (
                        Claim: c,
                        Words: lexicon.Set(c.Assessment!.Judgement.SelectMany(j => ContentWords.Terms(j.Wording)))
                    )
                )
                .Take(MostPostings)
                .ToList();
            foreach (var (claim, words) in list)
            {
                var day = claim.Lead.Date ?? sources.Published(claim.Lead.Article);
                var newer = list.Where(o =>
                        (o.Claim.Lead.Date ?? sources.Published(o.Claim.Lead.Article)) > day
                        && lexicon.Cosine(words, o.Words) >= SameJudgement
                    )
                    .OrderBy(o => o.Claim.Lead.Id, StringComparer.Ordinal)
                    .Select(o => o.Claim)
                    .FirstOrDefault();
                if (newer is not null)
                {
                    yield return new Supersession(
                        claim.Lead.Id,
                        newer.Lead.Id,
                        "judgement",
                        "the same holder judges the same matter anew"
                    );
                }
            }
        }
    }
}
