using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Events;

namespace BriefingGen.Fusion.Stories;

/// <summary>
/// Tells what a story is about: the topic of most of it, titles and first sentences before the rest, and only a topic for
/// which the story holds what the taxonomy asks for. What a small part of a story speaks of is not what it is about.
/// </summary>
internal sealed class StoryTopics(
    SourceTable sources,
    MergedActors actors,
    StoryStates states,
    ImmutableDictionary<string, TopicEvidence> evidence
)
{
    private readonly string? _judgements = evidence
        .Where(pair => pair.Value == TopicEvidence.Assessment)
        .Select(pair => pair.Key)
        .Order(StringComparer.Ordinal)
        .FirstOrDefault();

    private const double LeastOfStory = 0.2;
    private const double LeastOfParties = 0.1;
    private const double LeastOfClaims = 0.15;
    private const double LeastOfForce = 0.15;
    private const int FewestBlows = 3;
    private const double InHead = 3;
    private const int HeadSentences = 3;

    /// <summary>The topic; null where none is that of a fifth of the story.</summary>
    public string? Of(ImmutableArray<EventGroup> events, ImmutableArray<Claim> claims)
    {
        var told = events.Select(e => (Topics: e.Event.Lead.Topics, Weight: Weight(e))).ToList();
        var said = claims.Select(c => (Topics: TopicsOf(c), Weight: Weight(c))).ToList();
        var whole = told.Concat(said).Sum(fact => fact.Weight);
        return told.Concat(said)
            .SelectMany(fact => fact.Topics.Take(2).Select((topic, i) => (Topic: topic, Weight: fact.Weight / (1 + i))))
            .GroupBy(t => t.Topic, StringComparer.Ordinal)
            .Select(g => (g.Key, Weight: g.Sum(t => t.Weight)))
            .Where(g => g.Weight >= LeastOfStory * whole)
            .Where(g => !evidence.TryGetValue(g.Key, out var needed) || Holds(needed, events, claims))
            .OrderByDescending(g => g.Weight)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key)
            .FirstOrDefault();
    }

    private double Weight(EventGroup group) =>
        (0.5 + states.Weight(group)) * (IsInHead(group.Lead.Fact.Article, group.Lead.Fact.Trigger.Start) ? InHead : 1);

    private double Weight(Claim claim) =>
        (IsJudgement(claim) ? 1.5 : 0.5) * (IsInHead(claim.Lead.Article, claim.Lead.Content[0].Start) ? InHead : 1);

    // A judgement is of the topic of judgements first, whatever it judges.
    private ImmutableArray<string> TopicsOf(Claim claim)
    {
        var topics = claim.Lead.Topics;
        return IsJudgement(claim) && _judgements is { } first
            ? [first, .. topics.Where(topic => topic != first)]
            : topics;
    }

    private bool IsInHead(string article, int start)
    {
        var sentences = sources[article].Facts.Sentences;
        return sentences.IsDefaultOrEmpty || start < sentences[Math.Min(HeadSentences, sentences.Length) - 1].End;
    }

    private bool Holds(TopicEvidence needed, ImmutableArray<EventGroup> events, ImmutableArray<Claim> claims) =>
        needed switch
        {
            TopicEvidence.Parties => HasParties(events, claims),
            TopicEvidence.Sanction => events.Any(e => !e.Event.Sanctions.IsEmpty),
            TopicEvidence.Assessment => claims.Count(IsJudgement) > LeastOfClaims * claims.Length,
            _ => HasForce(events),
        };

    // One blow in a text about something else makes no battle: it stands at the head of a text, or there are several.
    private bool HasForce(ImmutableArray<EventGroup> events)
    {
        var blows = events
            .Where(e =>
                EventMerger.FormOf(e.Lead) != TellingForm.Refers && e.Lead.Fact.Status != OutcomeStatus.Possible
            )
            .Where(e =>
                e.Lead.Fact is OutcomeFact { Type: OutcomeType.Assault or OutcomeType.Mobilize }
                || e.Lead.WideType == OutcomeType.Assault
            )
            .ToList();
        return (
                blows.Exists(e => IsInHead(e.Lead.Fact.Article, e.Lead.Fact.Trigger.Start))
                || blows.Count >= FewestBlows
            )
            && blows.Sum(Weight) > LeastOfForce * events.Sum(Weight);
    }

    // States by what their people and offices do and say; one that is named in passing is no party.
    private bool HasParties(ImmutableArray<EventGroup> events, ImmutableArray<Claim> claims)
    {
        var named = events
            .SelectMany(e => e.Lead.Agents.Concat(e.Lead.Patients).Concat(e.Lead.Sides))
            .Concat(claims.Select(c => c.Actor).OfType<string>())
            .Select(slug => Party(actors.Find(slug)))
            .OfType<string>()
            .GroupBy(party => party, StringComparer.Ordinal)
            .Select(g => g.Count())
            .ToList();
        return named.Count(count => count >= Math.Max(2, LeastOfParties * named.Sum())) > 1;
    }

    private static string? Party(ActorFact? actor) =>
        actor is null ? null : actor.Country ?? (actor.Type == ActorType.State ? actor.Actor : null);

    private static bool IsJudgement(Claim claim) =>
        claim.Assessment is { Estimate.Low: not null } or { ConfidenceLevel: not null };
}
