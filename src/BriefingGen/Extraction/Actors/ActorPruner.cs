using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Leaves out people and groups without names whom no fact needs: they only stand in the text. Whoever has a name stays.
/// An audience ("told reporters") is nobody that something was said to, and "some", "the officials" are nobody at all.
/// </summary>
internal static class ActorPruner
{
    private static readonly FrozenSet<string> Audiences =
        "reporters journalists reporter journalist correspondents viewers listeners"
            .Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The actors whom a fact needs, and the facts without the others.</summary>
    public static (
        ImmutableArray<ActorFact> Actors,
        ImmutableArray<PositionFact> Positions,
        ImmutableArray<OutcomeFact> Outcomes
    ) Prune(
        ImmutableArray<ActorFact> actors,
        ImmutableArray<PositionFact> positions,
        ImmutableArray<OutcomeFact> outcomes,
        ImmutableArray<SanctionFact> sanctions,
        string? voice
    )
    {
        var audiences = actors
            .Where(a => !a.Named && Audiences.Contains(LastWord(a.Name)))
            .Select(a => a.Actor)
            .ToHashSet(StringComparer.Ordinal);
        var sources = positions
            .SelectMany(p => new[] { p.Actor, p.Addressee is { } to && audiences.Contains(to) ? null : p.Addressee })
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var used = outcomes
            .SelectMany(o => o.Participants.Select(p => p.Actor))
            .Append(voice)
            .Concat(sanctions.SelectMany(s => s.Imposer.Concat(s.Target)))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var nobody = actors
            .Where(ActorWords.BuiltIn.IsOnlySource)
            .Select(a => a.Actor)
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<ActorFact> kept =
        [
            .. actors.Where(a =>
                a.Named
                || (
                    !ActorWords.BuiltIn.IsGeneric(a)
                    && (sources.Contains(a.Actor) || (used.Contains(a.Actor) && !nobody.Contains(a.Actor)))
                )
            ),
        ];
        var slugs = kept.Select(a => a.Actor).ToHashSet(StringComparer.Ordinal);
        string? Kept(string? slug) => slug is not null && slugs.Contains(slug) ? slug : null;
        return (
            kept,
            [
                .. positions.Select(p =>
                    p with
                    {
                        Actor = Kept(p.Actor),
                        Addressee = p.Addressee is { } to && audiences.Contains(to) ? null : Kept(p.Addressee),
                        About = [.. p.About.Where(slugs.Contains)],
                    }
                ),
            ],
            [
                .. outcomes.Select(o =>
                    o.Participants.All(p => p.Actor is null || (slugs.Contains(p.Actor) && !nobody.Contains(p.Actor)))
                        ? o
                        : o with
                        {
                            Participants =
                            [
                                .. o.Participants.Select(p =>
                                    p.Actor is { } who && nobody.Contains(who)
                                        ? p with
                                        {
                                            Actor = null,
                                        }
                                        : p with
                                        {
                                            Actor = Kept(p.Actor),
                                        }
                                ),
                            ],
                        }
                ),
            ]
        );
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
