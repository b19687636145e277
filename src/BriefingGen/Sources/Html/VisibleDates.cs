using BriefingGen.Sources.Dates;

namespace BriefingGen.Sources.Html;

/// <summary>The days that a page shows its readers as those of its article: under the headline, or behind a word that says so.</summary>
internal sealed class VisibleDates(PageParts parts, List<PageBlock> blocks)
{
    // A byline is short; what is longer tells a story, and the days in it are the story's.
    private const int LongestLine = 140;
    private const int LongestRest = 90;
    private const int LongestBlock = 220;
    private const int Behind = 12;
    private const int Before = 4;
    private const int StoryLength = 160;
    private const int LongestLabel = 3;

    // There were no pages before: an older day in a line is somebody's birth, or what the story is about.
    private const int FirstYear = 1993;

    private enum Label
    {
        None,
        Published,
        Updated,
        Other,
    }

    /// <summary>The day behind "published" or its like, where all such places agree.</summary>
    public IEnumerable<DateCandidate> Labelled() => Agreed(All().Where(static f => f.Label == Label.Published));

    /// <summary>The day behind "updated" or its like; null for none.</summary>
    public DateCandidate? Updated() =>
        Agreed(All().Where(static f => f.Label == Label.Updated))
            .Select(static d => (DateCandidate?)d)
            .FirstOrDefault();

    /// <summary>The days in short lines, whatever they are the days of.</summary>
    public IEnumerable<DateOnly> Days() =>
        blocks
            .Where(static b => b.Text.Length <= LongestBlock && b.Text.AsSpan().ContainsAnyInRange('0', '9'))
            .SelectMany(static b => DateMentions.Of(b.Text))
            .Select(static m => m.Day);

    /// <summary>The first day in a short line about the headline.</summary>
    public IEnumerable<DateCandidate> Byline()
    {
        if (parts.Headline is not { } headline)
        {
            yield break;
        }

        var at = blocks.FindIndex(b => headline == b.Owner || headline.Contains(b.Owner));
        if (at < 0)
        {
            yield break;
        }

        foreach (var i in Near(at, headline))
        {
            // A day in the headline is one that the story is about.
            if (headline == blocks[i].Owner || headline.Contains(blocks[i].Owner))
            {
                continue;
            }

            var first = Mentions(blocks[i])
                .Where(static f => f.Label == Label.None && f.Date.Mention.Day.Year >= FirstYear)
                .Take(1)
                .ToList();
            if (first.Count > 0)
            {
                yield return first[0].Date;
                yield break;
            }
        }
    }

    /// <summary>True where a text ends or begins with a word that says that a day is of a later version.</summary>
    public static bool IsUpdateLabel(string text)
    {
        var line = Wording.OneLine(text.Length > LongestBlock ? text[^LongestBlock..] : text);
        return line.Length > 0 && (LabelOf(line) == Label.Updated || StartsWith(line, PageWords.Updated));
    }

    // Behind the headline up to the second long paragraph, then the lines before it in the same part of the page.
    private IEnumerable<int> Near(int at, AngleSharp.Dom.INode headline)
    {
        var paragraphs = 0;
        for (var i = at; i < Math.Min(blocks.Count, at + Behind) && paragraphs < 2; i++)
        {
            paragraphs += blocks[i].Text.Length >= StoryLength ? 1 : 0;
            yield return i;
        }

        for (var i = at - 1; i >= Math.Max(0, at - Before); i--)
        {
            if (
                headline.Parent is { } parent
                && (parent.Contains(blocks[i].Owner) || parent.Parent?.Contains(blocks[i].Owner) == true)
            )
            {
                yield return i;
            }
        }
    }

    private IEnumerable<(Label Label, DateCandidate Date)> All() => blocks.SelectMany(Mentions);

    private IEnumerable<(Label Label, DateCandidate Date)> Mentions(PageBlock block)
    {
        if (
            block.Text.Length > LongestBlock
            || !block.Text.AsSpan().ContainsAnyInRange('0', '9')
            || parts.IsBeside(block.Owner)
            || PageParts.IsSetIn(block.Owner)
            || (block.IsLinks && block.Linked > block.Text.Length * 3 / 4)
        )
        {
            yield break;
        }

        var from = 0;
        foreach (var mention in DateMentions.Of(block.Text))
        {
            var label = LabelOf(block.Text[from..mention.Start]);
            if (label != Label.None || IsByline(block.Text, mention))
            {
                yield return (
                    label,
                    new DateCandidate(block.Text[mention.Start..mention.End], mention, IsVisible: true)
                );
            }

            from = mention.End;
        }
    }

    // A day, perhaps with a name, a place and an hour; no sentence.
    private static bool IsByline(string text, DateMention mention) =>
        text.Length <= LongestLine
        && text.Length - (mention.End - mention.Start) <= LongestRest
        && !(text.EndsWith('.') && text.Split(' ').Length > 10);

    // The words right before the day.
    private static Label LabelOf(string before)
    {
        var line = before.TrimEnd(' ', ':', '-', '–', ',', '|', '\u00A0', '(');
        line = WithoutSmallWords(line);
        return EndsWith(line, PageWords.Published) ? Label.Published
            : EndsWith(line, PageWords.Updated) ? Label.Updated
            : EndsWith(line, PageWords.Other) ? Label.Other
            : Label.None;
    }

    // "published on", "veröffentlicht am Dienstag,".
    private static string WithoutSmallWords(string line)
    {
        for (var n = 0; n < 3; n++)
        {
            var space = line.LastIndexOf(' ');
            var last = line[(space + 1)..];
            if (
                space <= 0
                || !(
                    last is "on" or "at" or "am" or "den" or "le" or "el" or "the" or "by"
                    || last.EndsWith("day", StringComparison.OrdinalIgnoreCase)
                    || last.EndsWith("tag", StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                return line;
            }

            line = line[..space].TrimEnd(' ', ':', ',', '-', '–');
        }

        return line;
    }

    private static bool EndsWith(string line, System.Collections.Frozen.FrozenSet<string> labels)
    {
        // Labels are one to three words, or a sign.
        var lookup = labels.GetAlternateLookup<ReadOnlySpan<char>>();
        var at = line.Length;
        for (var words = 0; words < LongestLabel && at > 0; words++)
        {
            at = line.LastIndexOf(' ', at - 1);
            if (lookup.Contains(line.AsSpan(at + 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWith(string line, System.Collections.Frozen.FrozenSet<string> labels)
    {
        var end = line.IndexOfAny([' ', ':']);
        return labels.Contains(end < 0 ? line : line[..end]);
    }

    private static List<DateCandidate> Agreed(IEnumerable<(Label Label, DateCandidate Date)> found)
    {
        var dates = found.Select(static f => f.Date).Take(20).ToList();
        return dates.Count > 0 && dates.All(d => d.Mention.Day == dates[0].Mention.Day) ? [dates[0]] : [];
    }
}
