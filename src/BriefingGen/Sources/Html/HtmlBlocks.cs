using System.Text;
using AngleSharp.Dom;

namespace BriefingGen.Sources.Html;

/// <summary>The readable text of HTML as paragraphs. Walks without recursion: depth is the page's choice, the stack is ours.</summary>
internal static class HtmlBlocks
{
    /// <summary>One string a block element, white space single; empty ones left out.</summary>
    public static List<string> Of(INode root) => [.. WithOwners(root).Select(static block => block.Text)];

    /// <summary>The blocks with the elements that they stand in.</summary>
    public static List<PageBlock> WithOwners(INode root)
    {
        var walk = new Walk(root);
        TreeWalk.Visit(
            root,
            (node, _) =>
            {
                if (node is IText text)
                {
                    walk.Add(text);
                    return false;
                }

                if (node is IElement { LocalName: var name } && IsSilent(name))
                {
                    return false;
                }

                walk.Enter(node);
                return true;
            },
            walk.Leave
        );
        walk.Flush(root);
        return walk.Blocks;
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

    /// <summary>Where a walk through a page stands.</summary>
    private sealed class Walk(INode root)
    {
        private readonly StringBuilder _current = new();
        private readonly INode _root = root;
        private INode _owner = root;
        private int _links;
        private int _linked;

        public List<PageBlock> Blocks { get; } = [];

        public void Add(IText text)
        {
            _current.Append(text.Data);
            _linked += _links > 0 ? text.Data.AsSpan().Trim().Length : 0;
        }

        public void Enter(INode node)
        {
            if (IsBreak(node))
            {
                Flush(node is IElement { LocalName: "br" or "hr" } ? _owner : node);
            }
            else if (node is IElement { LocalName: "a" })
            {
                _links++;
            }
        }

        // The end of a cell parts words, the end of a block parts paragraphs.
        public void Leave(INode? node)
        {
            if (node is IElement { LocalName: "td" or "th" })
            {
                _current.Append(' ');
            }
            else if (node is IElement { LocalName: "a" })
            {
                _links--;
            }
            else if (node is not null && IsBreak(node))
            {
                Flush(node.Parent ?? _root);
            }
        }

        /// <summary>Ends the block; what comes next stands in another element.</summary>
        public void Flush(INode next)
        {
            var line = Wording.OneLine(_current.ToString());
            _current.Clear();
            if (line.Length > 0)
            {
                Blocks.Add(new PageBlock(_owner, line, _linked));
            }

            _linked = 0;
            _owner = next;
        }
    }
}
