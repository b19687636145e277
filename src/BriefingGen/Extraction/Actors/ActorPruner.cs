using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Leaves out people and groups without names whom no fact needs: they only stand in the text. Whoever has a name stays.
/// An audience ("told reporters") is nobody that something was said to.
/// </summary>
internal static class ActorPruner
{
    private static readonly FrozenSet<string> Audiences =
        "reporters journalists reporter journalist correspondents viewers listeners"
            .Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static (ImmutableArray<ActorFact> Actors, ImmutableArray<PositionFact> Positions) Prune(
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
        ImmutableArray<PositionFact> said =
        [
            .. positions.Select(p => p.Addressee is { } to && audiences.Contains(to) ? p with { Addressee = null } : p),
        ];
        var used = said.SelectMany(p => new[] { p.Actor, p.Addressee })
            .Concat(outcomes.SelectMany(o => o.Participants.Select(p => p.Actor)))
            .Append(voice)
            .Concat(sanctions.SelectMany(s => s.Imposer.Concat(s.Target)))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<ActorFact> kept = [.. actors.Where(a => a.Named || used.Contains(a.Actor))];
        if (kept.Length == actors.Length)
        {
            return (actors, said);
        }

        var slugs = kept.Select(a => a.Actor).ToHashSet(StringComparer.Ordinal);
        return (kept, [.. said.Select(p => p with { About = [.. p.About.Where(slugs.Contains)] })]);
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
