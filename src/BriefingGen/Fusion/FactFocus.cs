using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Fusion;

/// <summary>What a brief is about, where it is not about all that the articles tell.</summary>
/// <param name="Story">Id of a story; null for none.</param>
/// <param name="Actor">Slug of an actor; null for none.</param>
public sealed record Focus(string? Story, string? Actor);

/// <summary>Leaves of fused facts those of one story or one actor. What is left is as it was: nothing is fused anew.</summary>
internal static class FactFocus
{
    /// <summary>The facts of one story.</summary>
    /// <returns>Null where there is no such story.</returns>
    public static FusedFacts? OnStory(FusedFacts facts, string id) =>
        facts.Stories.FirstOrDefault(story => story.Id == id) is { } story
            ? Of(facts, [story], _ => true, _ => true, _ => true)
            : null;

    /// <summary>The facts that an actor has a part in, in their stories.</summary>
    /// <returns>Null where no fact has such an actor.</returns>
    public static FusedFacts? OnActor(FusedFacts facts, string slug)
    {
        bool Said(Claim claim) =>
            claim.Actor == slug || claim.Lead.About.Contains(slug) || claim.Lead.Addressee == slug;
        bool Told(Event item) => item.Outcomes.Any(telling => telling.Participants.Any(part => part.Actor == slug));
        var own = facts
            .Claims.Where(Said)
            .SelectMany(claim => claim.Positions.Select(position => position.Id))
            .Concat(facts.Events.Where(Told).SelectMany(item => item.Outcomes.Select(telling => telling.Id)))
            .ToHashSet(StringComparer.Ordinal);
        var stories = facts
            .Stories.Select(story => story with { Facts = [.. story.Facts.Where(own.Contains)] })
            .Where(story => !story.Facts.IsEmpty)
            .ToImmutableArray();
        return stories.IsEmpty
            ? null
            : Of(facts, stories, Said, Told, pair => pair.First.Actor == slug || pair.Second.Actor == slug) with
            {
                IsNarrowed = true,
            };
    }

    private static FusedFacts Of(
        FusedFacts facts,
        ImmutableArray<Story> stories,
        Func<Claim, bool> said,
        Func<Event, bool> told,
        Func<Disagreement, bool> contested
    )
    {
        var ids = stories.Select(story => story.Id).ToHashSet(StringComparer.Ordinal);
        bool Within(string? story) => story is not null && ids.Contains(story);
        var claims = facts.Claims.Where(claim => Within(claim.Story) && said(claim)).ToImmutableArray();
        var events = facts.Events.Where(item => Within(item.Story) && told(item)).ToImmutableArray();
        return facts with
        {
            Stories = stories,
            Claims = claims,
            Events = events,
            Disagreements = [.. facts.Disagreements.Where(pair => Within(pair.Story) && contested(pair))],
            Quantities = [.. facts.Quantities.Where(group => Within(group.Story))],
            Changes = [.. facts.Changes.Where(change => Within(change.Story))],
            Scheduled = [.. facts.Scheduled.Where(one => Within(one.Story))],
        };
    }
}
