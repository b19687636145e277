using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>A rule across or down its place.</summary>
internal sealed class Line : Element
{
    internal required bool IsVertical { get; init; }

    internal required float Thickness { get; init; }

    internal Color Color { get; set; } = new(0xFF000000);

    internal float[]? Dashes { get; set; }

    private bool _isDone;

    protected override SpacePlan MeasureCore(Size space)
    {
        if (_isDone)
        {
            return SpacePlan.Empty();
        }

        var room = IsVertical ? space.Width : space.Height;
        return Thickness > room + Size.Epsilon ? SpacePlan.Wrap("The line is thicker than the space.")
            : IsVertical ? SpacePlan.Full(Thickness, 0)
            : SpacePlan.Full(0, Thickness);
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        _isDone = true;
        var half = Thickness / 2;
        if (Dashes is null)
        {
            canvas.FillRectangle(
                0,
                0,
                IsVertical ? Thickness : space.Width,
                IsVertical ? space.Height : Thickness,
                Color,
                0
            );
        }
        else if (IsVertical)
        {
            canvas.Line(half, 0, half, space.Height, Thickness, Color, Dashes);
        }
        else
        {
            canvas.Line(0, half, space.Width, half, Thickness, Color, Dashes);
        }
    }

    protected override void ResetCore(bool hard) => _isDone = false;
}
