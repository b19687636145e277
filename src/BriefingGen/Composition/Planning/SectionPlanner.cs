using System.Collections.Immutable;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Composition.Planning;

/// <summary>
/// Gives each fact to the section whose topic fits it best, and prints no sentence in two sections: an event that
/// somebody reports is printed as that person's claim, and of several facts in one sentence the first one prints it.
/// </summary>
internal sealed class SectionPlanner(FactIndex index, Profile profile)
{
    private const string Rest = "*";
    private readonly HashSet<(string Article, int Sentence)> _printed = [];
    private readonly Dictionary<string, int> _firstSectionOfTopic = FirstSections(profile);

    public ImmutableArray<SectionPlan> Plan()
    {
        var facts = index.Facts;
        var events = facts.Events.ToLookup(item => Home(item.Lead.Topics));
        var claims = facts.Claims.ToLookup(item => Home(item.Lead.Topics));
        return [.. profile.Sections.Select((section, i) => Plan(section, [.. events[i]], [.. claims[i]]))];
    }

    private SectionPlan Plan(ProfileSection section, ImmutableArray<Event> events, ImmutableArray<Claim> claims)
    {
        if (section.Topics.IsEmpty)
        {
            return new SectionPlan(section, [], [], [], [], 0);
        }

        var left = 0;
        ImmutableArray<Event> sanctions = [];
        ImmutableArray<Claim> assessments = [];
        if (Has(section, "sanctions"))
        {
            var all = index.Facts.Events.Where(item => !item.Sanctions.IsEmpty).ToList();
            sanctions = [.. all.Take(section.Limit)];
            left += all.Count - sanctions.Length;
            Print(sanctions);
        }

        if (Has(section, "assessments"))
        {
            var all = index.Facts.Claims.Where(item => item.Assessment is not null).ToList();
            assessments = [.. all.Take(section.Limit)];
            left += all.Count - assessments.Length;
            Print(assessments);
        }

        var told = Has(section, "events") ? Take(Told(events), section.Limit, EventKey, ref left) : [];
        var said = Has(section, "claims") ? Take(Said(claims, events), section.Limit, ClaimKey, ref left) : [];
        return new SectionPlan(section, told, said, assessments, sanctions, left);
    }

    // Events that somebody reports print as the claim; events of another kind than the article's telling do not.
    private IEnumerable<Event> Told(ImmutableArray<Event> events) =>
        events.Where(item => index.ClaimOf(item.Lead.ReportedBy) is null);

    private IEnumerable<Claim> Said(ImmutableArray<Claim> claims, ImmutableArray<Event> events)
    {
        var reported = events.Select(item => index.ClaimOf(item.Lead.ReportedBy)).OfType<Claim>();
        return claims.Concat(reported).Distinct().OrderByDescending(claim => claim.Score);
    }

    private ImmutableArray<T> Take<T>(IEnumerable<T> items, int limit, Func<T, (string, int)> key, ref int left)
    {
        var taken = ImmutableArray.CreateBuilder<T>();
        foreach (var item in items)
        {
            if (_printed.Contains(key(item)))
            {
                continue;
            }

            if (taken.Count >= limit)
            {
                left++;
                continue;
            }

            _printed.Add(key(item));
            taken.Add(item);
        }

        return taken.ToImmutable();
    }

    private void Print(ImmutableArray<Event> items)
    {
        foreach (var item in items)
        {
            _printed.Add(EventKey(item));
            foreach (var effect in item.Sanctions.SelectMany(s => s.Effect.Take(1), (s, e) => (s.Article, e.Span)))
            {
                _printed.Add((effect.Article, index.Sentences(effect.Article, effect.Span).Start));
            }
        }
    }

    private void Print(ImmutableArray<Claim> items)
    {
        foreach (var item in items)
        {
            _printed.Add(ClaimKey(item));
        }
    }

    private (string Article, int Sentence) EventKey(Event item) =>
        (item.Lead.Article, index.Sentences(item.Lead.Article, item.Lead.Sentence.Span).Start);

    private (string Article, int Sentence) ClaimKey(Claim claim) =>
        (claim.Lead.Article, index.Sentences(claim.Lead.Article, ClaimWording.Extent(claim.Lead)).Start);

    // The section of the first topic that has one; else the one for the rest; else none (-1).
    private int Home(ImmutableArray<string> topics)
    {
        foreach (var topic in topics)
        {
            if (_firstSectionOfTopic.TryGetValue(topic, out var section))
            {
                return section;
            }
        }

        return _firstSectionOfTopic.GetValueOrDefault(Rest, -1);
    }

    private static Dictionary<string, int> FirstSections(Profile profile)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < profile.Sections.Length; i++)
        {
            foreach (var topic in profile.Sections[i].Topics)
            {
                first.TryAdd(topic, i);
            }
        }

        return first;
    }

    private static bool Has(ProfileSection section, string kind) =>
        section.Kinds.Contains(kind, StringComparer.Ordinal);
}
