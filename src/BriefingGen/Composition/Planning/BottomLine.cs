using System.Collections.Immutable;
using BriefingGen.Composition.Templating;

namespace BriefingGen.Composition.Planning;

/// <summary>A line that is drawn from a fact.</summary>
internal sealed record WordedItem(Phrase Text, CitationSet Refs);

/// <summary>
/// Draws the bottom line up front: whole lines of the brief, the first of each group that fits, then the second, until
/// the words run out. Nothing is written for it.
/// </summary>
internal static class BottomLine
{
    private const int Tries = 2;

    public static ImmutableArray<WordedItem> Draw(
        ImmutableArray<IEnumerable<WordedItem>> groups,
        int sentences,
        int words
    )
    {
        var chosen = ImmutableArray.CreateBuilder<WordedItem>();
        var places = new HashSet<(string Article, int Start)>();
        var queues = groups.Select(group => new Queue<WordedItem>(group)).ToList();
        var left = words;
        while (chosen.Count < sentences && queues.Exists(queue => queue.Count > 0))
        {
            foreach (var queue in queues.Where(queue => queue.Count > 0 && chosen.Count < sentences))
            {
                // Where a group's best lines are too long, a worse one does not stand in for them.
                for (var tried = 0; tried < Tries && queue.TryDequeue(out var item); tried++)
                {
                    var count = Count(item);
                    var place = item.Refs.Places.Select(p => (p.Article, p.Start)).ToList();
                    if (count <= left && place.Count > 0 && !place.Exists(places.Contains))
                    {
                        chosen.Add(item);
                        places.UnionWith(place);
                        left -= count;
                        break;
                    }
                }
            }
        }

        return chosen.ToImmutable();
    }

    private static int Count(WordedItem item) =>
        item.Text.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
