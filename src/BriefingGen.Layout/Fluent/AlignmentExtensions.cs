using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Where content smaller than its place stands.</summary>
public static class AlignmentExtensions
{
    /// <summary>To the left.</summary>
    /// <param name="element">The place.</param>
    public static IContainer AlignLeft(this IContainer element) =>
        element.Align(a => a.Horizontal = HorizontalPlace.Left);

    /// <summary>In the middle between left and right.</summary>
    /// <param name="element">The place.</param>
    public static IContainer AlignCenter(this IContainer element) =>
        element.Align(a => a.Horizontal = HorizontalPlace.Center);

    /// <summary>To the right.</summary>
    /// <param name="element">The place.</param>
    public static IContainer AlignRight(this IContainer element) =>
        element.Align(a => a.Horizontal = HorizontalPlace.Right);

    /// <summary>At the top.</summary>
    /// <param name="element">The place.</param>
    public static IContainer AlignTop(this IContainer element) => element.Align(a => a.Vertical = VerticalPlace.Top);

    /// <summary>In the middle between top and bottom.</summary>
    /// <param name="element">The place.</param>
    public static IContainer AlignMiddle(this IContainer element) =>
        element.Align(a => a.Vertical = VerticalPlace.Middle);

    /// <summary>At the bottom.</summary>
    /// <param name="element">The place.</param>
    public static IContainer AlignBottom(this IContainer element) =>
        element.Align(a => a.Vertical = VerticalPlace.Bottom);

    private static Alignment Align(this IContainer element, Action<Alignment> change)
    {
        var alignment = element as Alignment ?? element.Put(new Alignment());
        change(alignment);
        return alignment;
    }
}
