using System.Text;
using AngleSharp.Dom;

namespace BriefingGen.Sources.Html;

/// <summary>The readable text of HTML as paragraphs. Walks without recursion: depth is the page's choice, the stack is ours.</summary>
internal static class HtmlBlocks
{
    /// <summary>One string a block element, white space single; empty ones left out.</summary>
    public static List<string> Of(INode root)
    {
        var blocks = new List<string>();
        var current = new StringBuilder();
        var node = root.FirstChild;
        while (node is not null && node != root)
        {
            var skip = node is IElement { LocalName: var name } && IsSilent(name);
            if (node is IText text)
            {
                current.Append(text.Data);
            }
            else if (!skip && IsBreak(node))
            {
                Flush(current, blocks);
            }

            if (!skip && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                Leave(node, current, blocks);
            }

            node = node == root ? null : node?.NextSibling;
        }

        Flush(current, blocks);
        return blocks;
    }

    // The end of a cell parts words, the end of a block parts paragraphs.
    private static void Leave(INode? node, StringBuilder current, List<string> blocks)
    {
        if (node is IElement { LocalName: "td" or "th" })
        {
            current.Append(' ');
        }
        else if (node is not null && IsBreak(node))
        {
            Flush(current, blocks);
        }
    }

    private static bool IsSilent(string name) =>
        name
            is "script"
                or "style"
                or "noscript"
                or "template"
                or "figure"
                or "figcaption"
                or "svg"
                or "math"
                or "iframe"
                or "form"
                or "button"
                or "select"
                or "textarea"
                or "head"
                or "title"
                or "nav"
                or "audio"
                or "video"
                or "object";

    private static bool IsBreak(INode node) =>
        node
            is IElement
            {
                LocalName: "p"
                    or "div"
                    or "br"
                    or "hr"
                    or "h1"
                    or "h2"
                    or "h3"
                    or "h4"
                    or "h5"
                    or "h6"
                    or "ul"
                    or "ol"
                    or "li"
                    or "dl"
                    or "dt"
                    or "dd"
                    or "blockquote"
                    or "pre"
                    or "section"
                    or "article"
                    or "header"
                    or "footer"
                    or "main"
                    or "aside"
                    or "address"
                    or "table"
                    or "tr"
                    or "caption"
            };

    private static void Flush(StringBuilder current, List<string> blocks)
    {
        var line = Wording.OneLine(current.ToString());
        current.Clear();
        if (line.Length > 0)
        {
            blocks.Add(line);
        }
    }
}
