using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Topics;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Planning;

/// <summary>
/// Gives each fact to the section whose topic fits it best, and prints no sentence in two sections: an event that
/// somebody reports is printed as that person's claim, and of several facts in one sentence the first one prints it.
/// </summary>
internal sealed class SectionPlanner(FactIndex index, Profile profile, Taxonomy? taxonomy)
{
    private const string Rest = "*";
    private readonly HashSet<(string Article, int Sentence)> _printed = [];
    private HashSet<string> _withText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _firstSectionOfTopic = FirstSections(profile);
    private readonly ImmutableArray<Claim> _assessments = Assessments(index, profile, taxonomy);
    private readonly ImmutableArray<SanctionRound> _sanctions = profile.Sections.Any(s => Has(s, "sanctions"))
        ? Rounds(index, profile)
        : [];

    public ImmutableArray<SectionPlan> Plan()
    {
        Reserve();
        _withText = ArticlesWithText();
        var facts = index.Facts;
        var events = facts.Events.ToLookup(item => Home(item.Lead.Topics));
        var claims = facts.Claims.ToLookup(item => Home(item.Lead.Topics));
        return [.. profile.Sections.Select((section, i) => Plan(section, [.. events[i]], [.. claims[i]]))];
    }

    // Of rounds that one sentence tells, the first has the row.
    private static ImmutableArray<SanctionRound> Rounds(FactIndex index, Profile profile)
    {
        var wording = new SanctionWording(index, new DateWording(profile.DateFormat));
        var rounds = SanctionRound.Of(index.Facts.Events.Where(item => !item.Sanctions.IsEmpty));
        return
        [
            .. rounds
                .Where(round => wording.Has(round) && !rounds.Any(other => other.Fulfils(round)))
                .DistinctBy(wording.Place),
        ];
    }

    private SectionPlan Plan(ProfileSection section, ImmutableArray<Event> events, ImmutableArray<Claim> claims)
    {
        if (section.Topics.IsEmpty)
        {
            return new SectionPlan(section, [], [], [], [], 0);
        }

        var left = 0;
        var sanctions = Has(section, "sanctions") ? Table(_sanctions, section.Limit, ref left) : [];
        var assessments = Has(section, "assessments") ? Table(_assessments, section.Limit, ref left) : [];
        var told = Has(section, "events") ? Take(Told(events), section.Limit, EventKey, index.IsTooLong, ref left) : [];
        var said = Has(section, "claims")
            ? Take(Said(claims, events), section.Limit, ClaimKey, index.IsTooLong, ref left)
            : [];
        return new SectionPlan(section, told, said, assessments, sanctions, left);
    }

    private static ImmutableArray<T> Table<T>(ImmutableArray<T> items, int limit, ref int left)
    {
        left += Math.Max(0, items.Length - limit);
        return [.. items.Take(limit)];
    }

    // Assessments print in the section that has them, and what is said of a sanction's effect beside the sanction.
    private void Reserve()
    {
        foreach (var claim in _assessments)
        {
            _printed.Add(ClaimKey(claim));
        }

        foreach (
            var effect in _sanctions
                .SelectMany(round => round.Parts)
                .SelectMany(part => part.Fact.Effect.Take(1), (part, effect) => (part.Fact.Article, effect.Span))
        )
        {
            _printed.Add((effect.Article, index.Sentences(effect.Article, effect.Span).Start));
        }
    }

    // What is on the section's own topics first, then what has a band, then as ranked.
    private static ImmutableArray<Claim> Assessments(FactIndex index, Profile profile, Taxonomy? taxonomy)
    {
        var section = profile.Sections.FirstOrDefault(s => Has(s, "assessments"));
        var whole = new WholeJudgements(index);
        return section is null
            ? []
            :
            [
                .. index
                    .Facts.Claims.Where(claim => !index.IsTooLong(claim) && whole.Has(claim))
                    .OrderByDescending(claim => IsAbout(index, taxonomy, section, claim))
                    .ThenByDescending(claim => claim.Assessment!.Estimate?.Low is not null)
                    .ThenByDescending(claim => claim.Score)
                    // Near copies of one text tell one judgement, and one row has it.
                    .DistinctBy(
                        claim =>
                            claim.Assessment!.Judgement.IsEmpty
                                ? claim.Lead.Sentence.Wording
                                : claim.Assessment.Judgement[0].Wording,
                        StringComparer.Ordinal
                    ),
            ];
    }

    // The topic's words can stand in the source ("the intelligence community") as well as in what it says.
    private static bool IsAbout(FactIndex index, Taxonomy? taxonomy, ProfileSection section, Claim claim)
    {
        if (claim.Lead.Topics.Intersect(section.Topics, StringComparer.Ordinal).Any())
        {
            return true;
        }

        var topics = taxonomy?.Topics.Where(topic => section.Topics.Contains(topic.Id, StringComparer.Ordinal)) ?? [];
        var words = topics
            .SelectMany(topic => topic.Words)
            .Where(word => !word.Contains(' ', StringComparison.Ordinal));
        var sentence = index
            .Read(claim.Lead.Article, claim.Lead.Sentence.Span)
            .ToLowerInvariant()
            .Split([' ', ',', '.', '“', '”', '"', ';', ':', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word =>
            sentence.Any(token =>
                word.EndsWith('*') ? token.StartsWith(word[..^1], StringComparison.Ordinal) : token == word
            )
        );
    }

    // Events that somebody reports print as the claim. A sentence that tells several events counts for all of them.
    private IEnumerable<Event> Told(ImmutableArray<Event> events)
    {
        var told = events.Where(item => Reporter(item) is null).ToList();
        var weight = told.GroupBy(EventKey).ToDictionary(group => group.Key, group => group.Sum(item => item.Score));
        return told.OrderByDescending(item => weight[EventKey(item)]);
    }

    private Claim? Reporter(Event item) =>
        index.ClaimOf(item.Lead.ReportedBy) ?? index.ClaimAt(item.Lead.Article, item.Lead.Trigger.Span);

    // A claim that reports an event weighs as much as the event.
    private IEnumerable<Claim> Said(ImmutableArray<Claim> claims, ImmutableArray<Event> events)
    {
        var weight = claims
            .DistinctBy(claim => claim.Lead.Id)
            .ToDictionary(claim => claim.Lead.Id, claim => claim.Score, StringComparer.Ordinal);
        var order = claims.ToList();
        foreach (var item in events)
        {
            if (Reporter(item) is { } claim)
            {
                if (weight.TryAdd(claim.Lead.Id, claim.Score))
                {
                    order.Add(claim);
                }

                weight[claim.Lead.Id] = Math.Max(weight[claim.Lead.Id], item.Score);
            }
        }

        return order.OrderByDescending(claim => weight[claim.Lead.Id]);
    }

    private ImmutableArray<T> Take<T>(
        IEnumerable<T> items,
        int limit,
        Func<T, (string, int)> key,
        Func<T, bool> isTooLong,
        ref int left
    )
    {
        var taken = ImmutableArray.CreateBuilder<T>();
        foreach (var item in items)
        {
            if (_printed.Contains(key(item)) || IsToldBelow(key(item)))
            {
                continue;
            }

            if (taken.Count >= limit || isTooLong(item))
            {
                left++;
                continue;
            }

            _printed.Add(key(item));
            taken.Add(item);
        }

        return taken.ToImmutable();
    }

    // A headline says in short what its article tells in full: it prints only where the article has nothing else.
    private bool IsToldBelow((string Article, int Sentence) key) =>
        index.IsHeadline(key.Article, new TextSpan(key.Sentence, key.Sentence + 1)) && _withText.Contains(key.Article);

    private HashSet<string> ArticlesWithText() =>
        index
            .Facts.Events.Select(item => (item.Lead.Article, item.Lead.Sentence.Span))
            .Concat(index.Facts.Claims.Select(claim => (claim.Lead.Article, claim.Lead.Sentence.Span)))
            .Where(place => !index.IsHeadline(place.Article, place.Span))
            .Select(place => place.Article)
            .ToHashSet(StringComparer.Ordinal);

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
