using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriefingGen.Sources.Html;

/// <summary>
/// Our own reading of a page: the article is where the sentences are, whatever elements they stand in and however short
/// they are. It decides where Readability finds nothing, and brings back what Readability leaves out of a story.
/// </summary>
internal sealed class StoryFinder(IHtmlDocument document, PageParts parts, List<PageBlock> blocks)
{
    private const int ShortestSentence = 25;
    private const int LongLine = 140;
    private const int FewestWords = 4;

    // A short notice is one where the page says that it is an article; without a word of that it takes more.
    private const int WordsOfNotice = 18;
    private const int WordsOfArticle = 45;

    // What a part around the story must add to be part of it.
    private const double WorthClimbing = 1.25;

    private readonly bool[] _isSentence = [.. blocks.Select(b => IsSentence(b) && !parts.IsBeside(b.Owner))];
    private Dictionary<INode, int>? _lengths;

    /// <summary>The paragraphs of the page's article; null where it has none by its words.</summary>
    public List<string>? Find(bool isSaidToBeArticle)
    {
        var story = Marked() ?? Densest();
        if (story is null)
        {
            return null;
        }

        var paragraphs = Within(story);
        var words = paragraphs.Sum(static p => Words(p));
        return words >= (isSaidToBeArticle ? WordsOfNotice : WordsOfArticle) ? paragraphs : null;
    }

    /// <summary>
    /// What another reading found, and between or behind it the sentences of the same part of the page that it left out
    /// (behind a "read more", after an advertisement).
    /// </summary>
    public List<string> Completed(List<string> found)
    {
        var matched = Match(found);
        var first = Array.FindIndex(matched, static m => m >= 0);
        if (first < 0)
        {
            return found;
        }

        var story = Common(Enumerable.Range(0, blocks.Count).Where(i => matched[i] >= 0 && _isSentence[i]));
        if (story is null)
        {
            return found;
        }

        var wider = Marked();
        if (wider is not null && wider != story && wider.Contains(story))
        {
            story = wider;
        }

        var known = found.ToHashSet(StringComparer.Ordinal);
        var missing = Enumerable
            .Range(first, blocks.Count - first)
            .Where(i => matched[i] < 0 && _isSentence[i] && blocks[i].Linked * 4 < blocks[i].Text.Length)
            .Where(i => story == blocks[i].Owner || story.Contains(blocks[i].Owner))
            .Where(i => !IsTeaser(i, story) && !known.Contains(blocks[i].Text))
            .DistinctBy(i => blocks[i].Text, StringComparer.Ordinal)
            .ToHashSet();
        return missing.Count < 2 ? found : Merged(found, matched, missing);
    }

    // The first words of another story: under a headline that leads to it, or one entry of a list of such.
    private bool IsTeaser(int at, INode story)
    {
        if (at > 0 && blocks[at - 1].IsLinks)
        {
            return true;
        }

        for (var node = blocks[at].Owner; node is not null && node != story; node = node.Parent)
        {
            if (node is IElement { LocalName: "li" or "article" or "tr" })
            {
                return true;
            }
        }

        return false;
    }

    private List<string> Merged(List<string> found, int[] matched, HashSet<int> missing)
    {
        var merged = new List<string>(found.Count + missing.Count);
        var next = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (matched[i] >= next)
            {
                merged.AddRange(found[next..(matched[i] + 1)]);
                next = matched[i] + 1;
            }
            else if (missing.Contains(i))
            {
                merged.Add(blocks[i].Text);
            }
        }

        merged.AddRange(found[next..]);
        return merged;
    }

    // Where each block stands among the paragraphs that were found, in their order; -1 for nowhere.
    private int[] Match(List<string> found)
    {
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < found.Count; i++)
        {
            if (!places.TryGetValue(found[i], out var list))
            {
                places[found[i]] = list = new Queue<int>();
            }

            list.Enqueue(i);
        }

        return
        [
            .. blocks.Select(b => places.TryGetValue(b.Text, out var list) && list.TryDequeue(out var at) ? at : -1),
        ];
    }

    // What the page itself calls the body of its article.
    private IElement? Marked()
    {
        IElement? best = null;
        var most = ShortestSentence * 2;
        foreach (var body in document.QuerySelectorAll("[itemprop~=articleBody]").Take(20))
        {
            var length = parts.IsBeside(body) ? 0 : Sentences(body);
            if (length > most)
            {
                (best, most) = (body, length);
            }
        }

        return best;
    }

    private IElement? Densest()
    {
        var scores = new Dictionary<IElement, double>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!_isSentence[i] || blocks[i].Owner is not IElement owner)
            {
                continue;
            }

            var at = owner.LocalName is "p" or "li" or "dd" or "dt" or "blockquote" or "pre"
                ? owner.ParentElement
                : owner;
            var share = 1.0;
            for (var up = 0; up < 4 && at is not null; up++, at = at.ParentElement, share /= 2)
            {
                scores[at] = scores.GetValueOrDefault(at) + (share * blocks[i].Text.Length);
            }
        }

        if (scores.Count == 0)
        {
            return null;
        }

        var best = scores.MaxBy(static s => s.Value).Key;
        while (
            best.ParentElement is { } parent
            && parent is not IHtmlBodyElement
            && parent.LocalName != "html"
            && Sentences(parent) > Sentences(best) * WorthClimbing
        )
        {
            best = parent;
        }

        return best;
    }

    // How many characters of sentences an element holds, counted once for all.
    private int Sentences(IElement part)
    {
        if (_lengths is null)
        {
            _lengths = [];
            for (var i = 0; i < blocks.Count; i++)
            {
                for (var at = _isSentence[i] ? blocks[i].Owner : null; at is not null; at = at.Parent)
                {
                    _lengths[at] = _lengths.GetValueOrDefault(at) + blocks[i].Text.Length;
                }
            }
        }

        return _lengths.GetValueOrDefault(part);
    }

    // From the first sentence to the last, with the headings and the lists between them.
    private List<string> Within(IElement story)
    {
        var inside = Enumerable
            .Range(0, blocks.Count)
            .Where(i => story.Contains(blocks[i].Owner) && !parts.IsBeside(blocks[i].Owner))
            .ToList();
        var first = inside.FindIndex(i => _isSentence[i]);
        var last = inside.FindLastIndex(i => _isSentence[i]);
        return first < 0
            ? []
            :
            [
                .. inside[first..(last + 1)]
                    .Where(i => _isSentence[i] || (!blocks[i].IsLinks && Words(blocks[i].Text) >= FewestWords))
                    .Select(i => blocks[i].Text),
            ];
    }

    private INode? Common(IEnumerable<int> indexes)
    {
        INode? common = null;
        foreach (var i in indexes)
        {
            var owner = blocks[i].Owner;
            if (common is null)
            {
                common = owner is IElement { LocalName: "p" } ? owner.Parent : owner;
            }

            while (common is not null && common != owner && !common.Contains(owner))
            {
                common = common.Parent;
            }
        }

        return common is IElement and not IHtmlBodyElement ? common : null;
    }

    private static bool IsSentence(PageBlock block)
    {
        var text = block.Text.AsSpan().TrimEnd("\"'”’»」』）)]› ");
        if (block.IsLinks || text.IsEmpty)
        {
            return false;
        }

        var isEnd = text[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or ':' or '।' or '؟' or '۔';
        return Length(text) >= ShortestSentence
            && (isEnd || Length(text) >= LongLine)
            && (Words(block.Text) > FewestWords || text[^1] is '。' or '！' or '？');
    }

    // Scripts that write without spaces say in one sign what takes an alphabet three, and a word in two.
    private static int Length(ReadOnlySpan<char> text) => text.Length + (2 * Ideographs(text));

    private static int Words(string text)
    {
        var words = Ideographs(text) / 2;
        for (var i = 0; i < text.Length; i++)
        {
            words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
        }

        return words;
    }

    private static int Ideographs(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += c
                is (>= '\u3040' and <= '\u30FF')
                    or (>= '\u3400' and <= '\u9FFF')
                    or (>= '\u0E00' and <= '\u0E7F')
                ? 1
                : 0;
        }

        return count;
    }
}
