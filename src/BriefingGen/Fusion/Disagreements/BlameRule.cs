using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Sentences;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>
/// Two sides that each say the other did it, one after the other: "Norland blamed Suderia for the deaths. Suderia blamed Norland."
/// The second says so of nothing else, or in words of the first.
/// </summary>
internal sealed class BlameRule(MergedActors actors)
{
    private const int Near = 2;
    private const int Bare = 2;

    /// <summary>The pairs of an article.</summary>
    public IEnumerable<OpposedPair> Find(ImmutableArray<ToldSentence> sentences)
    {
        for (var i = 0; i < sentences.Length; i++)
        {
            foreach (
                var second in sentences[i].Positions.Where(p => p.Stance == Stance.Accuses && p.Source is not null)
            )
            {
                var first = sentences
                    .Skip(Math.Max(0, i - Near))
                    .Take(Math.Min(i, Near) + 1)
                    .Where(s => !s.IsTitle)
                    .SelectMany(s => s.Positions)
                    .LastOrDefault(p =>
                        p.Stance == Stance.Accuses
                        && p.Source is not null
                        && p.Content[0].Start < second.Content[0].Start
                        && Blames(p, second)
                        && Blames(second, p)
                        && IsOfOneThing(p, second)
                    );
                if (first is not null)
                {
                    yield return new OpposedPair(
                        first,
                        second,
                        DisagreementType.Blame,
                        $"\"{second.Cue?.Wording} {second.Content[0].Wording}\" turns the charge round",
                        0.75
                    );
                }
            }
        }
    }

    private bool Blames(PositionFact said, PositionFact other)
    {
        var (own, target) = (Side(said.Article, said.Actor), Side(other.Article, other.Actor));
        return own is not null
            && target is not null
            && own != target
            && said.About.Any(a => Side(said.Article, a) == target)
            && !said.About.Any(a => Side(said.Article, a) == own);
    }

    // Bare of any matter of its own, or of the same.
    private static bool IsOfOneThing(PositionFact first, PositionFact second) =>
        second.Lemmas.Length <= Bare || first.Lemmas.Intersect(second.Lemmas, StringComparer.Ordinal).Skip(1).Any();

    private string? Side(string article, string? actor) =>
        actors.Slug(article, actor) is { } slug ? actors.Find(slug)?.Country ?? slug : null;
}
