using System.Runtime.InteropServices;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Drawing;

internal enum SpacePlanType
{
    /// <summary>Nothing to draw; takes no space, and no spacing beside it.</summary>
    Empty,

    /// <summary>Nothing fits: try on the next page.</summary>
    Wrap,

    /// <summary>A part fits; the rest goes to the next page.</summary>
    PartialRender,

    /// <summary>All fits.</summary>
    FullRender,
}

/// <summary>An element's answer to "what would you do with this space?".</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SpacePlan(SpacePlanType Type, float Width, float Height, string? WrapReason)
{
    internal Size Size => new(Width, Height);

    internal bool Draws => Type is SpacePlanType.PartialRender or SpacePlanType.FullRender;

    internal static SpacePlan Empty() => new(SpacePlanType.Empty, 0, 0, null);

    internal static SpacePlan Wrap(string reason) => new(SpacePlanType.Wrap, 0, 0, reason);

    internal static SpacePlan Partial(float width, float height) =>
        new(SpacePlanType.PartialRender, width, height, null);

    internal static SpacePlan Full(float width, float height) => new(SpacePlanType.FullRender, width, height, null);

    internal SpacePlan Resized(float width, float height) => new(Type, width, height, WrapReason);

    public override string ToString() =>
        Type switch
        {
            SpacePlanType.Wrap => $"Wrap ({WrapReason})",
            SpacePlanType.Empty => "Empty",
            _ => FormattableString.Invariant($"{Type} {Width:0.##} x {Height:0.##}"),
        };
}
