using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;
using SkiaSharp;

namespace BriefingGen.Tests.Layout;

/// <summary>A content and a space: what it plans, and where it draws, page by page. No pixels.</summary>
internal sealed class LayoutCase
{
    private readonly ContainerElement _root = new();
    private readonly LayoutContext _context = new(new TextShaper(FontLibrary.BuiltIn));
    private readonly Size _space;

    private LayoutCase(float width, float height) => _space = new Size(width, height);

    public static LayoutCase HavingSpaceOfSize(float width, float height) => new(width, height);

    public LayoutCase ForContent(Action<IContainer> compose)
    {
        compose(_root);
        _root.Attach(_context, TextStyle.LibraryDefault);
        _root.Reset(hard: true);
        return this;
    }

    public SpacePlan Measure() => _root.Measure(_space);

    /// <summary>Draws page after page until the content is at its end.</summary>
    public List<List<Drawn>> DrawPages()
    {
        var pages = new List<List<Drawn>>();
        _context.StartPass();
        SpacePlan plan;
        do
        {
            _context.StartPage();
            plan = _root.Measure(_space);
            if (plan.Type == SpacePlanType.Wrap)
            {
                _context.Relaxed = true;
                plan = _root.Measure(_space);
            }

            Assert.NotEqual(SpacePlanType.Wrap, plan.Type);
            var canvas = new RecordingCanvas();
            _root.Draw(_space, canvas);
            Assert.Equal((0f, 0f), canvas.Origin);
            pages.Add(canvas.Drawn);
            Assert.True(pages.Count < 1000, "The content never ends.");
        } while (plan.Type == SpacePlanType.PartialRender);

        return pages;
    }
}

/// <summary>Something drawn: the letter of a mock, and its box on the page.</summary>
internal sealed record Drawn(char Name, float X, float Y, float Width, float Height)
{
    public override string ToString() =>
        FormattableString.Invariant($"{Name} {X:0.#},{Y:0.#} {Width:0.#}x{Height:0.#}");
}

/// <summary>A box of a size that draws itself as a letter; it is cut over pages where it may be.</summary>
internal sealed class Mock(char name, float width, float height, bool isDivisible) : Element
{
    private float _done;

    protected override SpacePlan MeasureCore(Size space)
    {
        var left = height - _done;
        if (left <= 0)
        {
            return SpacePlan.Empty();
        }

        if (width > space.Width || space.Height < 1 || (!isDivisible && left > space.Height))
        {
            return SpacePlan.Wrap("The mock does not fit.");
        }

        return left <= space.Height ? SpacePlan.Full(width, left) : SpacePlan.Partial(width, space.Height);
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        var part = Math.Min(height - _done, space.Height);
        canvas.FillRectangle(0, 0, width, part, new Color(name), 0);
        _done += part;
    }

    protected override void ResetCore(bool hard) => _done = 0;
}

internal static class MockExtensions
{
    public static void Mock(
        this IContainer container,
        char name,
        float width,
        float height,
        bool isDivisible = false
    ) => container.Child = new Mock(name, width, height, isDivisible);
}

internal sealed class RecordingCanvas : IPageCanvas
{
    private float _x;
    private float _y;

    public List<Drawn> Drawn { get; } = [];

    public List<SKPoint> Glyphs { get; } = [];

    public (float X, float Y) Origin => (MathF.Round(_x, 2), MathF.Round(_y, 2));

    public void Translate(float x, float y) => (_x, _y) = (_x + x, _y + y);

    public void FillRectangle(float x, float y, float width, float height, Color color, float radius) =>
        Drawn.Add(new Drawn((char)(color.Hex & 0xFFFF), _x + x, _y + y, width, height));

    public void StrokeRectangle(
        float x,
        float y,
        float width,
        float height,
        float thickness,
        Color color,
        float radius
    ) => FillRectangle(x, y, width, height, color, radius);

    public void Line(float x1, float y1, float x2, float y2, float thickness, Color color, float[]? dashes) =>
        FillRectangle(x1, y1, x2 - x1, y2 - y1, color, 0);

    void IPageCanvas.Glyphs(
        FontFace face,
        float size,
        Color color,
        ReadOnlySpan<ushort> glyphs,
        ReadOnlySpan<SKPoint> positions
    )
    {
        foreach (var position in positions)
        {
            Glyphs.Add(new SKPoint(position.X + _x, position.Y + _y));
        }
    }

    public void Path(SKPath path, SKMatrix matrix, Color fill, Color stroke, float strokeWidth, float[]? dashes) { }

    public void Image(SKImage image, float width, float height) { }

    public void ExternalLink(string url, float x, float y, float width, float height) { }

    public void InternalLink(string name, float x, float y, float width, float height) { }

    public void Destination(string name) { }

    public void Heading(int level, string title) { }
}
