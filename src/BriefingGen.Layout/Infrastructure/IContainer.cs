namespace BriefingGen.Layout.Infrastructure;

/// <summary>A node of a layout.</summary>
public interface IElement;

/// <summary>A place in a layout that holds one element.</summary>
public interface IContainer
{
    /// <summary>What it holds; null for nothing.</summary>
    IElement? Child { get; set; }
}

/// <summary>A reusable part of a document.</summary>
public interface IComponent
{
    /// <summary>Puts the part into a container.</summary>
    /// <param name="container">Where to.</param>
    void Compose(IContainer container);
}
