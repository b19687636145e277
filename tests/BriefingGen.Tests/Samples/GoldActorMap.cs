using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Samples;

/// <summary>
/// Which gold actor each extracted one is. A name matches by any of its forms; a body or somebody without a name also
/// where the words of the one hold those of the other ("a senior official" and "senior official in Quay House").
/// </summary>
internal sealed class GoldActorMap
{
    private static readonly ImmutableHashSet<string> _dropped = "a an the its his her their our this that of in for"
        .Split(' ')
        .ToImmutableHashSet(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _goldOf = new(StringComparer.Ordinal);

    public GoldActorMap(Gold gold, IReadOnlyList<ActorFact> actors)
    {
        foreach (var actor in actors)
        {
            var match =
                gold.Actors.FirstOrDefault(g => IsSameName(g, actor))
                ?? gold.Actors.FirstOrDefault(g => Holds(g, actor));
            if (match is not null)
            {
                _goldOf.TryAdd(actor.Actor, match.Actor);
            }
        }
    }

    /// <summary>The gold actor that an extracted slug means; null where there is none.</summary>
    public string? GoldOf(string? slug) => slug is null ? null : _goldOf.GetValueOrDefault(slug);

    /// <summary>True where an extracted slug is one of the gold ones; null is right only where null is among them.</summary>
    public bool Is(string? slug, IEnumerable<string?> gold)
    {
        var meant = GoldOf(slug);
        return slug is null ? gold.Contains(null) : meant is not null && gold.Contains(meant, StringComparer.Ordinal);
    }

    private static bool IsSameName(GoldActor gold, ActorFact actor) =>
        gold.Named == actor.Named
        && Forms(gold.Name, gold.Aliases).Intersect(Forms(actor.Name, actor.Aliases), StringComparer.Ordinal).Any();

    private static bool Holds(GoldActor gold, ActorFact actor) =>
        !(gold.Named && gold.Type is ActorType.Person or ActorType.State)
        && !(actor.Named && actor.Type is ActorType.Person or ActorType.State)
        && Forms(gold.Name, gold.Aliases)
            .Any(g => Forms(actor.Name, actor.Aliases).Any(a => HoldsWords(a, g) || HoldsWords(g, a)));

    private static IEnumerable<string> Forms(string name, ImmutableArray<string> aliases) =>
        aliases.Prepend(name).Select(Words);

    private static bool HoldsWords(string text, string part) =>
        $" {text} ".Contains($" {part} ", StringComparison.Ordinal);

    private static string Words(string name) =>
        string.Join(
            ' ',
            SampleDegrader
                .Strip(name)
                .ToLowerInvariant()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(w => !_dropped.Contains(w))
        );
}
