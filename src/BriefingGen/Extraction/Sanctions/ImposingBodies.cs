using System.Collections.Frozen;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>
/// For whom those who decide on a sanction act: "foreign ministers of the Northern Union" impose it as the union, and "the
/// bloc" is the body that was named last.
/// </summary>
internal sealed class ImposingBodies(ArticleContext context, ActorIndex actors)
{
    private const int MaxBehind = 4;

    private static readonly FrozenSet<string> Descriptions = "bloc alliance union organization organisation group body"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Offices of a state act for it: "Norland's treasury".
    private static readonly FrozenSet<string> Offices = "treasury ministry department government administration"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The slug of the body; null where a participant acts for itself.</summary>
    public string? Of(Participant participant)
    {
        if (participant.Actor is { } slug)
        {
            return Of(slug);
        }

        var last = participant.Text.Split(' ')[^1].ToLowerInvariant();
        return Descriptions.Contains(last) ? LastNamed(context.TokenAt(participant.Start)) : null;
    }

    /// <summary>The body that a word describes ("the bloc"): the one that was named last.</summary>
    public string? Described(int token) => Descriptions.Contains(context.Lower(token)) ? LastNamed(token) : null;

    /// <summary>The body or state for which a group or an office acts; null where it acts for itself.</summary>
    public string? Of(string slug) =>
        actors.Find(slug) switch
        {
            { Type: ActorType.Group } => OfGroup(slug),
            { Type: ActorType.Organization, Country: { } country } office
                when Offices.Contains(office.Name.Split(' ')[^1].ToLowerInvariant()) => actors
                .Actors.FirstOrDefault(a => a.Type == ActorType.State && a.Country == country)
                ?.Actor,
            _ => null,
        };

    // A body within one of the places where the group is named, or right behind it.
    private string? OfGroup(string slug)
    {
        foreach (var mention in actors.Mentions.Where(m => m.Actor == slug))
        {
            var end = Math.Min(mention.End + MaxBehind, context.Count);
            var behind = context.Lower(mention.End) is "of" or "from" ? actors.In(mention.End, end) : [];
            if (behind.Select(m => m.Actor).FirstOrDefault(IsBody) is { } body)
            {
                return body;
            }
        }

        var name = actors.Find(slug)!.Name;
        return actors
            .Actors.FirstOrDefault(a =>
                IsBody(a.Actor)
                && a.Aliases.Append(a.Name).Any(n => name.Contains(n, StringComparison.OrdinalIgnoreCase))
            )
            ?.Actor;
    }

    private string? LastNamed(int before) =>
        actors
            .Mentions.Where(m => m.First < before)
            .Select(m => m.Actor)
            .LastOrDefault(a => actors.Find(a)?.Type == ActorType.Organization);

    private bool IsBody(string slug) =>
        actors.Find(slug) is { Named: true, Type: ActorType.Organization or ActorType.State };
}
