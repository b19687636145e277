using System.Collections.Immutable;
using BriefingGen.Composition.Templating;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Composition.Planning;

/// <summary>A line that is drawn from a fact.</summary>
internal sealed record WordedItem(Phrase Text, CitationSet Refs, string Topic, double Score, bool Told);

/// <summary>
/// Draws the bottom line up front: whole lines of the brief, most important first, of different topics where there are
/// any, until the words run out. Nothing is written for it.
/// </summary>
internal static class BottomLine
{
    public static ImmutableArray<WordedItem> Draw(
        FusedFacts facts,
        int sentences,
        int words,
        Func<Event, WordedItem> wordEvent,
        Func<Claim, WordedItem> wordClaim
    )
    {
        // What the article itself tells as having happened comes first, then what people say.
        var candidates = facts
            .Events.Where(item => item.Lead is { ReportedBy: null, Status: OutcomeStatus.Actual })
            .Select(wordEvent)
            .Concat(facts.Claims.Select(wordClaim))
            .Where(item => Count(item) <= words)
            .ToList();
        var chosen = ImmutableArray.CreateBuilder<WordedItem>();
        var topics = new HashSet<string>(StringComparer.Ordinal);
        var places = new HashSet<CitedPlace>();
        var left = words;
        foreach (var again in new[] { false, true })
        {
            foreach (var item in candidates)
            {
                if (chosen.Count >= sentences || chosen.Contains(item) || Count(item) > left)
                {
                    continue;
                }

                var place = item.Refs.Places.Select(p => p with { Fact = string.Empty }).ToList();
                if (place.Count > 0 && !place.Any(places.Contains) && (again || topics.Add(item.Topic)))
                {
                    chosen.Add(item);
                    places.UnionWith(place);
                    left -= Count(item);
                }
            }
        }

        return chosen.ToImmutable();
    }

    private static int Count(WordedItem item) =>
        item.Text.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
