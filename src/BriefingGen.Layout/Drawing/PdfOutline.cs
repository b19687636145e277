using System.Globalization;

namespace BriefingGen.Layout.Drawing;

/// <summary>Writes a document's outline (ISO 32000-1, 12.3.3).</summary>
internal static class PdfOutline
{
    private sealed class Node(int number, OutlineEntry? entry)
    {
        internal int Number { get; } = number;

        internal OutlineEntry? Entry { get; } = entry;

        internal List<Node> Children { get; } = [];

        internal int Descendants => Children.Sum(c => 1 + c.Descendants);
    }

    /// <summary>Adds the outline's objects.</summary>
    /// <param name="objects">Object bodies by number.</param>
    /// <param name="first">Number of the outline's root; entries follow.</param>
    /// <param name="entries">Headings in reading order.</param>
    /// <param name="pages">Object number of each page.</param>
    internal static void Write(
        SortedDictionary<int, string> objects,
        int first,
        IReadOnlyList<OutlineEntry> entries,
        IReadOnlyList<int> pages
    )
    {
        var root = Tree(first, entries);
        objects[first] = string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type /Outlines\n/First {root.Children[0].Number} 0 R\n/Last {root.Children[^1].Number} 0 R\n/Count {root.Descendants}>>"
        );
        WriteChildren(objects, root, pages);
    }

    private static Node Tree(int first, IReadOnlyList<OutlineEntry> entries)
    {
        var root = new Node(first, entry: null);
        var open = new Stack<Node>([root]);
        for (var i = 0; i < entries.Count; i++)
        {
            while (open.Peek().Entry is { } parent && parent.Level >= entries[i].Level)
            {
                open.Pop();
            }

            var node = new Node(first + 1 + i, entries[i]);
            open.Peek().Children.Add(node);
            open.Push(node);
        }

        return root;
    }

    private static void WriteChildren(SortedDictionary<int, string> objects, Node parent, IReadOnlyList<int> pages)
    {
        for (var i = 0; i < parent.Children.Count; i++)
        {
            var node = parent.Children[i];
            var entry = node.Entry!;
            var links = string.Concat(
                i > 0 ? $"/Prev {parent.Children[i - 1].Number} 0 R\n" : string.Empty,
                i + 1 < parent.Children.Count ? $"/Next {parent.Children[i + 1].Number} 0 R\n" : string.Empty,
                node.Children.Count > 0
                    ? $"/First {node.Children[0].Number} 0 R\n/Last {node.Children[^1].Number} 0 R\n/Count {node.Descendants}\n"
                    : string.Empty
            );
            objects[node.Number] = string.Create(
                CultureInfo.InvariantCulture,
                $"<</Title {PdfTail.PdfText(entry.Title)}\n/Parent {parent.Number} 0 R\n{links}/Dest [{pages[entry.Page]} 0 R /XYZ 0 {entry.Y:0.##} null]>>"
            );
            WriteChildren(objects, node, pages);
        }
    }
}
