using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;
using SkiaSharp;

namespace BriefingGen.Layout.Elements;

/// <summary>Draws lines of text: backgrounds, glyphs, decorations, links.</summary>
internal sealed class TextPainter(IPageCanvas canvas, LayoutContext context, TextHorizontalAlignment alignment)
{
    private readonly List<ushort> _glyphs = [];
    private readonly List<SKPoint> _points = [];
    private FontFace? _face;
    private ResolvedStyle? _style;
    private TextSpanItem? _linked;
    private float _linkStart;
    private float _linkEnd;

    internal void Draw(TextLine line, TextParagraph paragraph, float y, float width)
    {
        var fragments = VisualOrder(line);
        var x = Start(line, width);
        var stretch = Stretch(line, width);
        var lastVisible = Array.FindLastIndex(fragments, f => !f.IsSpace);
        var baseline = y + line.Ascent;
        for (var i = 0; i < fragments.Length; i++)
        {
            var fragment = fragments[i];
            var advance = fragment.Width;
            if (fragment.IsSpace && i < lastVisible && stretch > 0)
            {
                advance += stretch;
            }

            DrawFragment(fragment, paragraph, x, y, baseline, advance, line);
            Link(fragment.Item, x, y, advance, line.Height);
            x += advance;
        }

        Flush();
        EndLink(y, line.Height);
    }

    private float Start(TextLine line, float width)
    {
        var place = alignment switch
        {
            TextHorizontalAlignment.Start or TextHorizontalAlignment.Justify => line.IsRightToLeft
                ? TextHorizontalAlignment.Right
                : TextHorizontalAlignment.Left,
            TextHorizontalAlignment.End => line.IsRightToLeft
                ? TextHorizontalAlignment.Left
                : TextHorizontalAlignment.Right,
            _ => alignment,
        };
        var free = width - line.Width;
        return place switch
        {
            TextHorizontalAlignment.Center => free / 2,
            TextHorizontalAlignment.Right => free - (line.IsRightToLeft ? TrailingSpace(line) : 0),
            _ => line.Indent,
        };
    }

    private static float TrailingSpace(TextLine line) => line.Fragments.Sum(f => f.Width) - line.Width;

    private float Stretch(TextLine line, float width)
    {
        if (alignment != TextHorizontalAlignment.Justify || line.IsLastOfParagraph)
        {
            return 0;
        }

        var lastVisible = Array.FindLastIndex(line.Fragments, f => !f.IsSpace);
        var gaps = 0;
        for (var i = 0; i < lastVisible; i++)
        {
            gaps += line.Fragments[i].IsSpace ? 1 : 0;
        }

        return gaps == 0 ? 0 : Math.Max(0, width - line.Indent - line.Width) / gaps;
    }

    private void DrawFragment(
        Fragment fragment,
        TextParagraph paragraph,
        float x,
        float y,
        float baseline,
        float advance,
        TextLine line
    )
    {
        var style = fragment.Item.Resolved!;
        if (fragment.Item is InjectedItem injected)
        {
            Flush();
            var size = paragraph.InjectedSize(injected);
            var top = baseline - paragraph.Heights(fragment).Above;
            canvas.Translate(x, top);
            injected.Element.Draw(size, canvas);
            canvas.Translate(-x, -top);
            return;
        }

        if (style.Background.Alpha > 0)
        {
            Flush();
            canvas.FillRectangle(x, y, advance, line.Height, style.Background, 0);
        }

        AddGlyphs(fragment.Word!, style, x, baseline - style.Rise);
        Decorate(style, x, baseline - style.Rise, advance);
    }

    private void AddGlyphs(ShapedWord word, ResolvedStyle style, float x, float y)
    {
        foreach (var piece in word.Pieces)
        {
            if (!ReferenceEquals(piece.Face, _face) || !ReferenceEquals(style, _style))
            {
                Flush();
                _face = piece.Face;
                _style = style;
            }

            for (var i = 0; i < piece.Glyphs.Length; i++)
            {
                _glyphs.Add(piece.Glyphs[i]);
                _points.Add(new SKPoint(x + (piece.OffsetsX[i] * style.Size), y - (piece.OffsetsY[i] * style.Size)));
                x += (piece.Advances[i] * style.Size) + style.LetterSpacing;
            }
        }
    }

    private void Flush()
    {
        if (_glyphs.Count > 0)
        {
            canvas.Glyphs(
                _face!,
                _style!.Size,
                _style.Color,
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_glyphs),
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_points)
            );
            _glyphs.Clear();
            _points.Clear();
        }
    }

    private void Decorate(ResolvedStyle style, float x, float baseline, float width)
    {
        if (!style.IsDecorated)
        {
            return;
        }

        var face = style.Faces[0];
        if (style.HasUnderline)
        {
            Rule(style, x, baseline + (face.UnderlinePosition * style.Size), width);
        }

        if (style.HasStrikethrough)
        {
            Rule(style, x, baseline - (face.StrikeoutPosition * style.Size), width);
        }

        if (style.HasOverline)
        {
            Rule(style, x, baseline - (face.Ascent * style.Size), width);
        }
    }

    private void Rule(ResolvedStyle style, float x, float y, float width) =>
        canvas.FillRectangle(x, y, width, style.DecorationThickness, style.DecorationColor, 0);

    /// <summary>One link for all words of a span on the line.</summary>
    private void Link(TextSpanItem item, float x, float y, float width, float height)
    {
        if (!ReferenceEquals(item, _linked))
        {
            EndLink(y, height);
            _linked = item.Url is null && item.Target is null ? null : item;
            _linkStart = x;
        }

        _linkEnd = x + width;
    }

    private void EndLink(float y, float height)
    {
        var width = _linkEnd - _linkStart;
        if (_linked?.Url is { } url)
        {
            canvas.ExternalLink(url, _linkStart, y, width, height);
        }
        else if (_linked?.Target is { } target && context.Section(target) is not null)
        {
            canvas.InternalLink(target, _linkStart, y, width, height);
        }

        _linked = null;
    }

    /// <summary>
    /// Words in the order in which they stand from left to right: runs of words of the other direction are turned
    /// round, with the neutral ones between them (a small part of UAX 9: one level of embedding).
    /// </summary>
    private static Fragment[] VisualOrder(TextLine line)
    {
        if (!Array.Exists(line.Fragments, f => f.Word is { Direction: 1 }))
        {
            return line.Fragments;
        }

        var fragments = (Fragment[])line.Fragments.Clone();
        var other = line.IsRightToLeft ? -1 : 1;
        var start = 0;
        while (start < fragments.Length)
        {
            if (fragments[start].Word?.Direction != other)
            {
                start++;
                continue;
            }

            var end = start + 1;
            for (var i = end; i < fragments.Length && fragments[i].Word?.Direction != -other; i++)
            {
                end = fragments[i].Word?.Direction == other ? i + 1 : end;
            }

            Array.Reverse(fragments, start, end - start);
            start = end;
        }

        if (line.IsRightToLeft)
        {
            Array.Reverse(fragments);
        }

        return fragments;
    }
}
