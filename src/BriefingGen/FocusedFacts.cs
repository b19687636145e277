using BriefingGen.Composition;
using BriefingGen.Composition.Templates;
using BriefingGen.Fusion;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>Turns all that the articles tell into what the brief is of: one story, one actor, or all of it.</summary>
internal static class FocusedFacts
{
    private const int Named = 5;

    /// <summary>What the request names; else what the profile says.</summary>
    /// <exception cref="ConfigurationException">There is no such story or actor.</exception>
    public static FusedFacts Of(FusedFacts facts, Focus? focus, Profile profile)
    {
        var best = profile.OfOneStory && !facts.Stories.IsEmpty ? facts.Stories[0].Id : null;
        if ((focus?.Story ?? (focus?.Actor is null ? best : null)) is { } story)
        {
            facts = FactFocus.OnStory(facts, story) ?? throw NoStory(facts, story);
        }

        return focus?.Actor is { } actor ? FactFocus.OnActor(facts, actor) ?? throw NoActor(facts, actor) : facts;
    }

    private static ConfigurationException NoStory(FusedFacts facts, string story)
    {
        var known = facts
            .Stories.Take(Named)
            .Select(one => $"{one.Id} ({Sources.Wording.OneLine(one.Title.Span.Text)})")
            .DefaultIfEmpty("none");
        return new ConfigurationException(
            Sources.Wording.Message(
                $"--story {story}: the articles tell no such story; the first are {string.Join(", ", known)}."
            )
        );
    }

    private static ConfigurationException NoActor(FusedFacts facts, string actor)
    {
        var slugs = facts.Actors.Select(one => one.Actor).ToList();
        return new ConfigurationException(
            Sources.Wording.Message(
                $"--actor {actor}: no fact of the articles has such an actor{Nearest.Hint(actor, slugs)}; "
                    + $"the first are {string.Join(", ", slugs.Take(Named).DefaultIfEmpty("none"))}."
            )
        );
    }
}
