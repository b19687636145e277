using System.Globalization;
using System.Text;
using BriefingGen.Layout.Infrastructure;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace BriefingGen.Layout.Drawing;

/// <summary>Glyphs of one face and direction, at size 1, in the order in which they are drawn from left to right.</summary>
internal sealed record GlyphPiece(
    FontFace Face,
    ushort[] Glyphs,
    float[] Advances,
    float[] OffsetsX,
    float[] OffsetsY,
    int[] Clusters
);

/// <summary>A shaped word at size 1.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Pieces">Its glyphs, from left to right.</param>
/// <param name="Width">Sum of the advances.</param>
/// <param name="GlyphCount">Number of glyphs.</param>
/// <param name="Direction">1 for right to left, -1 for left to right, 0 for neither (digits, punctuation, spaces).</param>
internal sealed record ShapedWord(string Text, GlyphPiece[] Pieces, float Width, int GlyphCount, int Direction);

/// <summary>
/// Turns words into glyphs with HarfBuzz, finding another face for letters that the wanted one lacks. Each word is
/// shaped once per faces and features: reports repeat their words. One document at a time uses it.
/// </summary>
internal sealed class TextShaper(FontLibrary fonts) : IDisposable
{
    private readonly Dictionary<TextStyle, ResolvedStyle> _styles = [];
    private readonly Dictionary<string, Dictionary<string, ShapedWord>> _words = new(StringComparer.Ordinal);
    private readonly Buffer _buffer = new();

    internal ResolvedStyle Resolve(TextStyle style)
    {
        if (_styles.TryGetValue(style, out var known))
        {
            return known;
        }

        var families = (style.FontFamilies ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var weight = (int)(style.FontWeight ?? FontWeight.Normal);
        var isItalic = style.IsItalic ?? false;
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{style.FontFamilies}|{weight}|{isItalic}|{style.FontFeatures}|{style.Direction}"
        );
        if (!_words.TryGetValue(key, out var words))
        {
            _words[key] = words = new Dictionary<string, ShapedWord>(StringComparer.Ordinal);
        }

        return _styles[style] = new ResolvedStyle(style, fonts.Choose(families, weight, isItalic), words);
    }

    internal ShapedWord Shape(ReadOnlySpan<char> word, ResolvedStyle style)
    {
        var lookup = style.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var known))
        {
            return known;
        }

        var text = word.ToString();
        return style.Words[text] = ShapeAnew(text, style);
    }

    /// <summary>What all words shaped so far use of each face, in order of first use.</summary>
    internal List<(FontFace Face, FontUse Use)> Uses()
    {
        var uses = new List<(FontFace Face, FontUse Use)>();
        foreach (var word in _words.Values.SelectMany(words => words.Values))
        {
            foreach (var piece in word.Pieces)
            {
                var index = uses.FindIndex(u => ReferenceEquals(u.Face, piece.Face));
                if (index < 0)
                {
                    index = uses.Count;
                    uses.Add((piece.Face, new FontUse(piece.Face)));
                }

                uses[index].Use.Note(word.Text, piece);
            }
        }

        return uses;
    }

    public void Dispose() => _buffer.Dispose();

    private ShapedWord ShapeAnew(string text, ResolvedStyle style)
    {
        var isRightToLeft = style.Direction switch
        {
            TextDirection.RightToLeft => true,
            TextDirection.LeftToRight => false,
            _ => Scripts.IsRightToLeft(text),
        };
        var pieces = new List<GlyphPiece>();
        var start = 0;
        FontFace? face = null;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var chosen = IsMark(rune) && face is not null ? face : Find(rune, style);
            if (face is not null && !ReferenceEquals(chosen, face))
            {
                pieces.Add(ShapePiece(text, start, position, face, isRightToLeft, style));
                start = position;
            }

            face = chosen;
            position += rune.Utf16SequenceLength;
        }

        if (face is not null)
        {
            pieces.Add(ShapePiece(text, start, position, face, isRightToLeft, style));
        }

        if (isRightToLeft)
        {
            pieces.Reverse();
        }

        var width = pieces.Sum(p => p.Advances.Sum());
        var direction =
            isRightToLeft ? 1
            : Scripts.HasLetters(text) ? -1
            : 0;
        return new ShapedWord(text, [.. pieces], width, pieces.Sum(p => p.Glyphs.Length), direction);
    }

    private static FontFace Find(Rune rune, ResolvedStyle style)
    {
        foreach (var face in style.Faces)
        {
            if (face.Holds(rune))
            {
                return face;
            }
        }

        return style.Faces[0];
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.Format;

    private GlyphPiece ShapePiece(
        string text,
        int start,
        int end,
        FontFace face,
        bool isRightToLeft,
        ResolvedStyle style
    )
    {
        _buffer.ClearContents();
        _buffer.AddUtf16(text.AsSpan(start, end - start));
        _buffer.GuessSegmentProperties();
        _buffer.Direction = isRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        face.Shaping.Shape(_buffer, style.Features);
        var infos = _buffer.GetGlyphInfoSpan();
        var places = _buffer.GetGlyphPositionSpan();
        var piece = new GlyphPiece(
            face,
            new ushort[infos.Length],
            new float[infos.Length],
            new float[infos.Length],
            new float[infos.Length],
            new int[infos.Length]
        );
        var em = (float)face.UnitsPerEm;
        for (var i = 0; i < infos.Length; i++)
        {
            piece.Glyphs[i] = (ushort)infos[i].Codepoint;
            piece.Advances[i] = places[i].XAdvance / em;
            piece.OffsetsX[i] = places[i].XOffset / em;
            piece.OffsetsY[i] = places[i].YOffset / em;
            piece.Clusters[i] = start + (int)infos[i].Cluster;
        }

        return piece;
    }
}
