using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>Background and border. Neither takes space; the border lies inside the box.</summary>
internal sealed class StyledBox : ContainerElement
{
    internal float Left { get; set; }

    internal float Right { get; set; }

    internal float Top { get; set; }

    internal float Bottom { get; set; }

    internal float Radius { get; set; }

    internal Color BorderColor { get; set; } = new(0xFF000000);

    internal Color Fill { get; set; }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (Fill.Alpha > 0)
        {
            canvas.FillRectangle(0, 0, space.Width, space.Height, Fill, Radius);
        }

        base.DrawCore(space, canvas);
        DrawBorder(space, canvas);
    }

    private void DrawBorder(Size space, IPageCanvas canvas)
    {
        var isUniform = Left == Right && Top == Bottom && Left == Top;
        if (isUniform && Left > 0)
        {
            var half = Left / 2;
            canvas.StrokeRectangle(half, half, space.Width - Left, space.Height - Top, Left, BorderColor, Radius);
            return;
        }

        Side(canvas, 0, 0, Left, space.Height);
        Side(canvas, space.Width - Right, 0, Right, space.Height);
        Side(canvas, 0, 0, space.Width, Top);
        Side(canvas, 0, space.Height - Bottom, space.Width, Bottom);
    }

    private void Side(IPageCanvas canvas, float x, float y, float width, float height)
    {
        if (width > 0 && height > 0)
        {
            canvas.FillRectangle(x, y, width, height, BorderColor, 0);
        }
    }
}
