using BriefingGen.Language.Text;

namespace BriefingGen.Sources.PlainText;

/// <summary>Finds the paragraphs of a text: one a line, or wrapped over lines with blank or indented lines between.</summary>
internal static class ParagraphLayout
{
    // A line longer than this was not wrapped for a screen or a page.
    private const int MaxWrapWidth = 120;
    private const double FullLineShare = 0.8;
    private const double OpenLineShare = 0.4;

    /// <summary>The paragraphs from a line on, in order, white space trimmed.</summary>
    public static List<TextSpan> Paragraphs(string text, List<TextLine> lines, int from)
    {
        var wrapped = IsWrapped(text, lines, from);
        var paragraphs = new List<TextSpan>();
        var open = false;
        for (var i = from; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
            {
                open = false;
                continue;
            }

            if (open && wrapped && !(line.IsIndented && !lines[i - 1].IsIndented))
            {
                paragraphs[^1] = paragraphs[^1].Union(line.Span);
            }
            else
            {
                paragraphs.Add(line.Span);
            }

            open = true;
        }

        return paragraphs;
    }

    /// <summary>
    /// True where line ends stand where a next word would not have fitted, and often within sentences: the mark of a text
    /// that was wrapped at a width.
    /// </summary>
    public static bool IsWrapped(string text, List<TextLine> lines, int from)
    {
        var width = 0;
        for (var i = from; i < lines.Count; i++)
        {
            width = Math.Max(width, lines[i].Span.Length);
            if (width > MaxWrapWidth)
            {
                return false;
            }
        }

        int breaks = 0,
            full = 0,
            open = 0;
        for (var i = from + 1; i < lines.Count; i++)
        {
            if (lines[i].IsBlank || lines[i - 1].IsBlank)
            {
                continue;
            }

            breaks++;
            var before = lines[i - 1].Span;
            full += before.Length + 1 + FirstWordLength(lines[i].Span.Slice(text)) >= width * 0.9 ? 1 : 0;
            open += text[before.End - 1] is '.' or '!' or '?' or '"' or '”' or '’' or ':' ? 0 : 1;
        }

        return breaks > 0 && full >= breaks * FullLineShare && open >= breaks * OpenLineShare;
    }

    private static int FirstWordLength(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny(' ', '\t');
        return end < 0 ? line.Length : end;
    }
}
