using System.Collections.Immutable;
using BriefingGen.Layout.Infrastructure;
using HarfBuzzSharp;

namespace BriefingGen.Layout.Drawing;

/// <summary>A text style with everything said, with its faces found and its measures worked out. Immutable.</summary>
internal sealed class ResolvedStyle
{
    private const float RaisedScale = 0.6f;
    private const float RaisedBy = 0.35f;
    private const float LoweredBy = 0.25f;

    internal ResolvedStyle(TextStyle style, ImmutableArray<FontFace> faces, Dictionary<string, ShapedWord> words)
    {
        Faces = faces;
        Words = words;
        Features = ReadFeatures(style.FontFeatures ?? string.Empty);
        var size = style.Size ?? 12;
        var isMoved = style.FontPosition is FontPosition.Subscript or FontPosition.Superscript;
        Size = isMoved ? size * RaisedScale : size;
        Rise = style.FontPosition switch
        {
            FontPosition.Superscript => size * RaisedBy,
            FontPosition.Subscript => -size * LoweredBy,
            _ => 0,
        };
        var face = faces[0];
        var natural = face.Ascent + face.Descent;
        var scale = style.LineHeight is > 0 ? style.LineHeight.Value / natural : 1;
        Ascent = face.Ascent * scale * size;
        Descent = face.Descent * scale * size;
        LineGap = style.LineHeight is > 0 ? 0 : face.LineGap * size;
        Color = style.Color ?? new Color(0xFF000000);
        Background = style.BackgroundColor ?? default;
        DecorationColor = style.DecorationColor ?? Color;
        DecorationThickness = (style.DecorationThickness ?? 1) * Math.Max(face.UnderlineThickness, 0.04f) * size;
        LetterSpacing = (style.LetterSpacing ?? 0) * size;
        WordSpacing = (style.WordSpacing ?? 0) * size;
        HasUnderline = style.HasUnderline ?? false;
        HasStrikethrough = style.HasStrikethrough ?? false;
        HasOverline = style.HasOverline ?? false;
        Direction = style.Direction ?? TextDirection.Auto;
    }

    /// <summary>Best first; the first gives the line its height.</summary>
    internal ImmutableArray<FontFace> Faces { get; }

    /// <summary>Words already shaped with these faces and features, at size 1.</summary>
    internal Dictionary<string, ShapedWord> Words { get; }

    internal Feature[] Features { get; }

    internal float Size { get; }

    /// <summary>How far the baseline is moved upwards.</summary>
    internal float Rise { get; }

    internal float Ascent { get; }

    internal float Descent { get; }

    internal float LineGap { get; }

    internal Color Color { get; }

    internal Color Background { get; }

    internal Color DecorationColor { get; }

    internal float DecorationThickness { get; }

    internal float LetterSpacing { get; }

    internal float WordSpacing { get; }

    internal bool HasUnderline { get; }

    internal bool HasStrikethrough { get; }

    internal bool HasOverline { get; }

    internal TextDirection Direction { get; }

    internal bool IsDecorated => HasUnderline || HasStrikethrough || HasOverline;

    private static Feature[] ReadFeatures(string text)
    {
        var values = new SortedDictionary<string, uint>(StringComparer.Ordinal);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            values[part[..4]] = part[^1] == '1' ? 1u : 0u;
        }

        return [.. values.Select(v => new Feature(new Tag(v.Key[0], v.Key[1], v.Key[2], v.Key[3]), v.Value))];
    }
}
