using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriefingGen.Sources.Html;

/// <summary>
/// Where on a page its article is: the headline, and what stands beside the article by the page's own words. Each element
/// is looked at once.
/// </summary>
internal sealed class PageParts
{
    private readonly Dictionary<INode, bool> _beside = [];
    private readonly HashSet<INode> _aboveHeadline;
    private readonly HashSet<INode> _holders;

    /// <summary>Looks for the headline.</summary>
    /// <param name="document">The page.</param>
    /// <param name="title">What the page calls itself; null for nothing.</param>
    public PageParts(IHtmlDocument document, string? title)
    {
        _aboveHeadline = [];
        _holders = [];
        foreach (var mark in document.QuerySelectorAll("article, main, [role=main], [itemprop~=articleBody]"))
        {
            for (INode? node = mark; node is not null && _holders.Add(node); node = node.Parent) { }
        }

        Headline = Find(document, title ?? document.Title);
        foreach (var heading in document.QuerySelectorAll("h1"))
        {
            for (INode? node = heading; node is not null && _holders.Add(node); node = node.Parent) { }
        }

        for (INode? node = Headline; node is not null; node = node.Parent)
        {
            _aboveHeadline.Add(node);
        }
    }

    /// <summary>The element of the headline; null where the page has none that can be told.</summary>
    public IElement? Headline { get; }

    /// <summary>True where the headline lies within an element.</summary>
    public bool HoldsHeadline(INode node) => _aboveHeadline.Contains(node);

    /// <summary>
    /// True for what lies in a part of the page beside its article: a menu, a margin, comments, links to other stories.
    /// </summary>
    public bool IsBeside(INode node)
    {
        var above = new Stack<INode>();
        bool beside;
        for (INode? at = node; ; at = at.Parent)
        {
            if (at is null)
            {
                beside = false;
                break;
            }

            if (_beside.TryGetValue(at, out beside))
            {
                break;
            }

            above.Push(at);
        }

        foreach (var at in above)
        {
            beside = (beside || (at is IElement element && IsBesideByName(element))) && !_aboveHeadline.Contains(at);
            _beside[at] = beside;
        }

        return beside;
    }

    /// <summary>True for a message, a picture or its line that is set into a story: what it says of days is its own.</summary>
    public static bool IsSetIn(INode node)
    {
        for (INode? at = node; at is not null; at = at.Parent)
        {
            if (at is IElement { LocalName: "blockquote" or "figure" or "figcaption" })
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBesideByName(IElement element)
    {
        var name = element.LocalName;
        return name is not ("html" or "body" or "main")
            && (
                name is "aside" or "nav" or "footer"
                || (!_holders.Contains(element) && (HasWord(element.ClassName) || HasWord(element.Id)))
            );
    }

    // Class names are words run together: related-stories, mostRead, comment_list.
    private static bool HasWord(string? names)
    {
        if (string.IsNullOrEmpty(names) || names.Length > 500)
        {
            return false;
        }

        var words = Words(names);
        for (var i = 0; i < words.Count; i++)
        {
            if (
                PageWords.Beside.Contains(words[i])
                || (i + 1 < words.Count && PageWords.BesidePairs.Contains($"{words[i]} {words[i + 1]}"))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> Words(string names)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            var ends =
                i == names.Length
                || !char.IsAsciiLetter(names[i])
                || (i > start && char.IsAsciiLetterUpper(names[i]) && char.IsAsciiLetterLower(names[i - 1]));
            if (!ends)
            {
                continue;
            }

            if (i > start)
            {
                words.Add(names[start..i]);
            }

            start = i < names.Length && char.IsAsciiLetter(names[i]) ? i : i + 1;
        }

        return words;
    }

    // The heading that says what the page says of itself; else its only first heading.
    private static IElement? Find(IHtmlDocument document, string? title)
    {
        var wanted = Wording.OneLine(title ?? string.Empty);
        IElement? only = null;
        IElement? lower = null;
        var count = 0;
        foreach (var heading in document.QuerySelectorAll("h1, h2, [itemprop~=headline]"))
        {
            var text = Wording.OneLine(heading.TextContent);
            if (text.Length == 0 || text.Length > 400)
            {
                continue;
            }

            if (
                text.Length >= 12
                && (
                    wanted.StartsWith(text, StringComparison.OrdinalIgnoreCase)
                    || wanted.EndsWith(text, StringComparison.OrdinalIgnoreCase)
                    || (wanted.Length >= 12 && text.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
                )
            )
            {
                if (heading.LocalName == "h1")
                {
                    return heading;
                }

                lower ??= heading;
            }

            if (heading.LocalName == "h1")
            {
                only = heading;
                count++;
            }
        }

        return lower ?? (count == 1 ? only : null);
    }
}
