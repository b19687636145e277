using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Content that takes no more space than it needs.</summary>
public static class ShrinkExtensions
{
    /// <summary>In both directions.</summary>
    /// <param name="element">The place.</param>
    public static IContainer Shrink(this IContainer element) =>
        element.Put(new Shrink { Horizontally = true, Vertically = true });

    /// <summary>Downwards.</summary>
    /// <param name="element">The place.</param>
    public static IContainer ShrinkVertical(this IContainer element) => element.Put(new Shrink { Vertically = true });

    /// <summary>Across.</summary>
    /// <param name="element">The place.</param>
    public static IContainer ShrinkHorizontal(this IContainer element) =>
        element.Put(new Shrink { Horizontally = true });
}
