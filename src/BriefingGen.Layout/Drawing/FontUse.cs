using System.Collections;
using System.Text;

namespace BriefingGen.Layout.Drawing;

/// <summary>What a document uses of a face: its glyphs, and the characters that lead to them.</summary>
internal sealed class FontUse(FontFace face)
{
    internal BitArray Glyphs { get; } = face.NoGlyphs();

    /// <summary>Glyph of each character; of several forms of a letter the plain one, where that is used.</summary>
    internal SortedDictionary<int, ushort> Characters { get; } = [];

    internal void Note(string text, GlyphPiece piece)
    {
        for (var i = 0; i < piece.Glyphs.Length; i++)
        {
            var glyph = piece.Glyphs[i];
            Glyphs[glyph] = true;
            if (Rune.TryGetRuneAt(text, piece.Clusters[i], out var rune) && glyph != 0)
            {
                var isPlain = face.Shaping.TryGetNominalGlyph((uint)rune.Value, out var nominal) && nominal == glyph;
                if (isPlain || !Characters.ContainsKey(rune.Value))
                {
                    Characters[rune.Value] = glyph;
                }
            }
        }
    }
}
