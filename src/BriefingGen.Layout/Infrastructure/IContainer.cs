namespace BriefingGen.Layout.Infrastructure;

/// <summary>A place in a layout that holds one element.</summary>
public interface IContainer;
