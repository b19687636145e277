using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>Cuts one paragraph into lines of a width, putting as much on each line as fits.</summary>
internal sealed class TextLineBuilder(TextParagraph paragraph, float width, float firstIndent)
{
    private readonly List<Fragment> _fragments = [.. paragraph.Fragments];
    private readonly List<TextLine> _lines = [];

    internal List<TextLine> Build(float spacingBefore)
    {
        var start = 0;
        do
        {
            var end = FindEnd(start, width - Indent);
            Add(start, end, _lines.Count == 0 ? spacingBefore : 0);
            start = end;
        } while (start < _fragments.Count);

        return _lines;
    }

    private float Indent => _lines.Count == 0 ? firstIndent : 0;

    private int FindEnd(int start, float space)
    {
        var used = 0f;
        var lastBreak = -1;
        for (var i = start; i < _fragments.Count; i++)
        {
            var fragment = _fragments[i];
            if (!fragment.IsSpace && used + fragment.Width > space + Size.Epsilon)
            {
                return lastBreak > start ? lastBreak : BreakAnywhere(start, i, space - used);
            }

            used += fragment.Width;
            if (fragment.MayBreakAfter)
            {
                lastBreak = i + 1;
            }
        }

        return _fragments.Count;
    }

    /// <summary>A word wider than the line is cut where the line ends; a line holds at least one glyph.</summary>
    private int BreakAnywhere(int start, int index, float space)
    {
        var fragment = _fragments[index];
        if (fragment.Word is null || fragment.Word.Text.Length < 2)
        {
            return index > start ? index : index + 1;
        }

        var length = FittingLength(fragment, space);
        if (length == 0 && index > start)
        {
            return index;
        }

        length = Math.Max(length, FirstClusterLength(fragment.Word.Text));
        if (length >= fragment.Word.Text.Length)
        {
            return index + 1;
        }

        var text = fragment.Word.Text.AsSpan();
        _fragments[index] = paragraph.Shape(text[..length], fragment.Item, isSpace: false, mayBreakAfter: true);
        _fragments.Insert(
            index + 1,
            paragraph.Shape(text[length..], fragment.Item, isSpace: false, fragment.MayBreakAfter)
        );
        return index + 1;
    }

    private static int FirstClusterLength(string text) =>
        System.Globalization.StringInfo.GetNextTextElementLength(text);

    /// <summary>How many characters of a word fit; whole grapheme clusters only.</summary>
    private int FittingLength(Fragment fragment, float space)
    {
        var text = fragment.Word!.Text;
        var fitting = 0;
        while (fitting < text.Length)
        {
            var next = fitting + System.Globalization.StringInfo.GetNextTextElementLength(text.AsSpan(fitting));
            var piece = paragraph.Shape(text.AsSpan(0, next), fragment.Item, isSpace: false, mayBreakAfter: true);
            if (piece.Width > space + Size.Epsilon)
            {
                break;
            }

            fitting = next;
        }

        return fitting;
    }

    private void Add(int start, int end, float before)
    {
        var fragments = new Fragment[end - start];
        _fragments.CopyTo(start, fragments, 0, fragments.Length);
        var used = 0f;
        var visible = 0f;
        var ascent = 0f;
        var descent = 0f;
        var gap = 0f;
        foreach (var fragment in fragments)
        {
            used += fragment.Width;
            visible = fragment.IsSpace ? visible : used;
            var (above, below) = paragraph.Heights(fragment);
            ascent = Math.Max(ascent, above);
            descent = Math.Max(descent, below);
            gap = Math.Max(gap, fragment.Item.Resolved!.LineGap);
        }

        if (fragments.Length == 0)
        {
            (ascent, descent, gap) = (paragraph.Style.Ascent, paragraph.Style.Descent, paragraph.Style.LineGap);
        }

        _lines.Add(
            new TextLine
            {
                Fragments = fragments,
                Width = visible,
                Indent = Indent,
                Ascent = ascent + (gap / 2),
                Height = ascent + descent + gap,
                Before = before,
                Paragraph = paragraph.Number,
                IsLastOfParagraph = end >= _fragments.Count,
                IsRightToLeft = paragraph.IsRightToLeft,
            }
        );
    }
}
