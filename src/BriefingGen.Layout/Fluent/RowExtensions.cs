using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Describes a row.</summary>
public sealed class RowDescriptor
{
    internal Row Row { get; } = new();

    /// <summary>Space between items.</summary>
    /// <param name="spacing">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void Spacing(float spacing, Unit unit = Unit.Point) => Row.Spacing = spacing.ToPoints(unit);

    /// <summary>An item that takes a share of the width that fixed ones leave.</summary>
    /// <param name="size">Its share beside the others'.</param>
    public IContainer RelativeItem(float size = 1) => Add(RowItemKind.Relative, size);

    /// <summary>An item of a fixed width.</summary>
    /// <param name="size">Length.</param>
    /// <param name="unit">Its unit.</param>
    public IContainer ConstantItem(float size, Unit unit = Unit.Point) =>
        Add(RowItemKind.Constant, size.ToPoints(unit));

    /// <summary>An item as wide as its content.</summary>
    public IContainer AutoItem() => Add(RowItemKind.Auto, 0);

    private RowItem Add(RowItemKind kind, float width)
    {
        var item = new RowItem { Kind = kind, Width = width };
        Row.Items.Add(item);
        return item;
    }
}

/// <summary>Items side by side.</summary>
public static class RowExtensions
{
    /// <summary>Puts items side by side.</summary>
    /// <param name="element">The place.</param>
    /// <param name="handler">Says what they are.</param>
    public static void Row(this IContainer element, Action<RowDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var descriptor = new RowDescriptor();
        handler(descriptor);
        element.Put(descriptor.Row);
    }
}
