using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Describes items that flow like words.</summary>
public sealed class InlinedDescriptor
{
    internal Inlined Inlined { get; } = new();

    /// <summary>Space between items and between lines.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void Spacing(float value, Unit unit = Unit.Point)
    {
        VerticalSpacing(value, unit);
        HorizontalSpacing(value, unit);
    }

    /// <summary>Space between lines.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void VerticalSpacing(float value, Unit unit = Unit.Point) => Inlined.VerticalSpacing = value.ToPoints(unit);

    /// <summary>Space between items.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void HorizontalSpacing(float value, Unit unit = Unit.Point) =>
        Inlined.HorizontalSpacing = value.ToPoints(unit);

    /// <summary>Items at the top of their line.</summary>
    public void BaselineTop() => Inlined.Vertical = VerticalPlace.Top;

    /// <summary>Items in the middle of their line.</summary>
    public void BaselineMiddle() => Inlined.Vertical = VerticalPlace.Middle;

    /// <summary>Items at the foot of their line.</summary>
    public void BaselineBottom() => Inlined.Vertical = VerticalPlace.Bottom;

    /// <summary>Lines to the left.</summary>
    public void AlignLeft() => Inlined.Horizontal = HorizontalPlace.Left;

    /// <summary>Lines in the middle.</summary>
    public void AlignCenter() => Inlined.Horizontal = HorizontalPlace.Center;

    /// <summary>Lines to the right.</summary>
    public void AlignRight() => Inlined.Horizontal = HorizontalPlace.Right;

    /// <summary>The next item.</summary>
    public IContainer Item()
    {
        var item = new ContainerElement();
        Inlined.Items.Add(item);
        return item;
    }
}

/// <summary>Items that flow like words.</summary>
public static class InlinedExtensions
{
    /// <summary>Puts items beside each other as long as they fit, then on the next line.</summary>
    /// <param name="element">The place.</param>
    /// <param name="handler">Says what they are.</param>
    public static void Inlined(this IContainer element, Action<InlinedDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var descriptor = new InlinedDescriptor();
        handler(descriptor);
        element.Put(descriptor.Inlined);
    }
}
