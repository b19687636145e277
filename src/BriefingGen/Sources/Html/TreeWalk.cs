using AngleSharp.Dom;

namespace BriefingGen.Sources.Html;

/// <summary>
/// Walks below a node without recursion, and child by child: to ask a node for its next sibling costs as much as it has
/// siblings, which on a list of fifty thousand is minutes.
/// </summary>
internal static class TreeWalk
{
    /// <summary>Visits what lies below a node, in the order of the page.</summary>
    /// <param name="root">Where to begin; it is not visited itself.</param>
    /// <param name="enter">Told each node and how deep it lies; false to pass over what is in it.</param>
    /// <param name="leave">Told each node that was entered, when all in it was visited; null for nobody.</param>
    public static void Visit(INode root, Func<INode, int, bool> enter, Action<INode>? leave = null)
    {
        var above = new Stack<(INode Node, int Next)>();
        above.Push((root, 0));
        while (above.TryPop(out var at))
        {
            var children = at.Node.ChildNodes;
            if (at.Next >= children.Length)
            {
                if (above.Count > 0)
                {
                    leave?.Invoke(at.Node);
                }

                continue;
            }

            above.Push((at.Node, at.Next + 1));
            var child = children[at.Next];
            if (enter(child, above.Count))
            {
                above.Push((child, 0));
            }
        }
    }
}
