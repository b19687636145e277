using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Element extensions.</summary>
public static class ElementExtensions
{
    internal static IContainer Self(this IContainer container) => container;
}
