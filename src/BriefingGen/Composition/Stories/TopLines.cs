using System.Collections.Immutable;
using BriefingGen.Composition.Wording;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Composition.Stories;

/// <summary>
/// Chooses the bottom line: one line of each of the foremost stories, the best of each section before the rest, within the
/// profile's sentences and words.
/// </summary>
internal sealed class TopLines(FactIndex index, Profile profile, StoryLines lines, DateOnly edition)
{
    private const int Words = 20;
    private const int LongestLine = 34;
    private const int DaysOfNow = 2;
    private const double LeastOfBest = 0.6;

    /// <summary>The lines.</summary>
    /// <param name="chosen">The stories of the pages, best first.</param>
    /// <param name="best">Of these, the first of each section.</param>
    /// <param name="sentences">What each may print, best first.</param>
    /// <param name="isOpen">Whether a line may stand: its time is told, and nothing printed it.</param>
    /// <param name="print">Notes what was printed.</param>
    public ImmutableArray<StoryLine> Of(
        List<Story> chosen,
        List<Story> best,
        Dictionary<string, List<StorySentence>> sentences,
        Func<StoryLine, StorySentence, bool> isOpen,
        Action<StorySentence> print
    )
    {
        var firsts = best.Where(story => story.Score >= chosen.Max(one => one.Score) * LeastOfBest)
            .OrderByDescending(story => story.Score)
            .ToList();
        var order = firsts
            .Concat(chosen.Except(firsts))
            .Where(IsOfNow(chosen))
            .Take(profile.BlufSentences * 2)
            .ToList();
        // With fewer stories than lines, the first ones give a second line.
        var isFew = chosen.Count < profile.BlufSentences;
        var found = ImmutableArray.CreateBuilder<StoryLine>();
        // Where no story tells of a deed at its head, what leads it has to do.
        for (var pass = 0; pass < 2 && found.Count == 0; pass++)
        {
            var left = profile.BlufWords;
            foreach (var story in order.Concat(isFew ? order.Concat(order) : []))
            {
                var ranks = new StoryOrder(index, story, edition);
                var tried = sentences[story.Id].Where(pass == 0 ? ranks.MayTop : ranks.MayLead).Take(isFew ? 3 : 2);
                if (found.Count < profile.BlufSentences && First(tried, left, isOpen) is var (line, sentence))
                {
                    found.Add(line);
                    left -= line.Words;
                    print(sentence);
                }
            }
        }

        return found.ToImmutable();
    }

    // A line on top does not begin with a name that only a bracket gives.
    private (StoryLine Line, StorySentence Sentence)? First(
        IEnumerable<StorySentence> tried,
        int left,
        Func<StoryLine, StorySentence, bool> isOpen
    )
    {
        foreach (var sentence in tried)
        {
            var (line, open) = lines.Of(sentence, Math.Min(Words, left));
            if (
                open == 0
                && line.Words <= Math.Min(left, LongestLine)
                && line.Text.Words is not ['[', ..]
                && isOpen(line, sentence)
            )
            {
                return (line, sentence);
            }
        }

        return null;
    }

    // On top stands what is of the last days; only where nothing is, what there is.
    private Func<Story, bool> IsOfNow(List<Story> chosen)
    {
        var newest = chosen.Select(story => story.Newest).Max();
        var days = profile.Days ?? DaysOfNow;
        return story => newest is null || story.Newest is { } day && day >= newest.Value.AddDays(-days);
    }
}
