using BriefingGen.Layout.Drawing.Exceptions;
using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Describes a decoration.</summary>
public sealed class DecorationDescriptor
{
    internal Decoration Decoration { get; } = new();

    /// <summary>Above the content on each page.</summary>
    public IContainer Before() => Decoration.Before.Container();

    /// <summary>Above the content on each page.</summary>
    /// <param name="handler">Fills it.</param>
    public void Before(Action<IContainer> handler) => Before().Element(handler);

    /// <summary>The content.</summary>
    public IContainer Content() => Decoration.Content.Container();

    /// <summary>The content.</summary>
    /// <param name="handler">Fills it.</param>
    public void Content(Action<IContainer> handler) => Content().Element(handler);

    /// <summary>Below the content on each page.</summary>
    public IContainer After() => Decoration.After.Container();

    /// <summary>Below the content on each page.</summary>
    /// <param name="handler">Fills it.</param>
    public void After(Action<IContainer> handler) => After().Element(handler);
}

/// <summary>Content with something above and below on each page.</summary>
public static class DecorationExtensions
{
    /// <summary>Puts content here with something above and below it on each page that it takes.</summary>
    /// <param name="element">The place.</param>
    /// <param name="handler">Says what they are.</param>
    public static void Decoration(this IContainer element, Action<DecorationDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var descriptor = new DecorationDescriptor();
        handler(descriptor);
        element.Put(descriptor.Decoration);
    }
}

/// <summary>Describes layers.</summary>
public sealed class LayersDescriptor
{
    internal Layers Layers { get; } = new();

    /// <summary>A layer that takes the size of the primary one; drawn in order.</summary>
    public IContainer Layer() => Add(isPrimary: false);

    /// <summary>The layer that gives the size.</summary>
    public IContainer PrimaryLayer() => Add(isPrimary: true);

    private ContainerElement Add(bool isPrimary)
    {
        var layer = new ContainerElement();
        Layers.Items.Add((layer, isPrimary));
        return layer;
    }
}

/// <summary>Things one above the other in depth.</summary>
public static class LayerExtensions
{
    /// <summary>Puts layers here, one of them primary.</summary>
    /// <param name="element">The place.</param>
    /// <param name="handler">Says what they are.</param>
    /// <exception cref="DocumentComposeException">Not exactly one is primary.</exception>
    public static void Layers(this IContainer element, Action<LayersDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var descriptor = new LayersDescriptor();
        handler(descriptor);
        if (descriptor.Layers.Items.Count(i => i.IsPrimary) != 1)
        {
            throw new DocumentComposeException("Exactly one layer is primary.");
        }

        element.Put(descriptor.Layers);
    }
}
