using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Content that takes all the space there is.</summary>
public static class ExtendExtensions
{
    /// <summary>In both directions.</summary>
    /// <param name="element">The place.</param>
    public static IContainer Extend(this IContainer element) =>
        element.Put(new Extend { Horizontally = true, Vertically = true });

    /// <summary>Downwards.</summary>
    /// <param name="element">The place.</param>
    public static IContainer ExtendVertical(this IContainer element) => element.Put(new Extend { Vertically = true });

    /// <summary>Across.</summary>
    /// <param name="element">The place.</param>
    public static IContainer ExtendHorizontal(this IContainer element) =>
        element.Put(new Extend { Horizontally = true });
}
