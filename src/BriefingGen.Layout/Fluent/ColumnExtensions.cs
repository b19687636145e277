using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Describes a column.</summary>
public sealed class ColumnDescriptor
{
    internal Column Column { get; } = new();

    /// <summary>Space between items.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void Spacing(float value, Unit unit = Unit.Point) => Column.Spacing = value.ToPoints(unit);

    /// <summary>The next item.</summary>
    public IContainer Item()
    {
        var item = new ContainerElement();
        Column.Items.Add(item);
        return item;
    }
}

/// <summary>Items one below the other.</summary>
public static class ColumnExtensions
{
    /// <summary>Puts items one below the other, over as many pages as they need.</summary>
    /// <param name="element">The place.</param>
    /// <param name="handler">Says what they are.</param>
    public static void Column(this IContainer element, Action<ColumnDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var descriptor = new ColumnDescriptor();
        handler(descriptor);
        element.Put(descriptor.Column);
    }
}
