using System.Collections.Immutable;

namespace BriefingGen.Language.Text;

/// <summary>Finds the paragraphs of a plain text.</summary>
public static class TextRegions
{
    /// <summary>
    /// The paragraphs of a text without a header. Where it has blank lines, they part the paragraphs and a line break
    /// alone is white space as long as no line is longer than 120 characters (mail and e-text are wrapped so); else
    /// every line is a paragraph.
    /// </summary>
    /// <param name="source">The text as on disk.</param>
    /// <returns>Regions in order, without white space at their edges; none where the text is blank.</returns>
    public static ImmutableArray<TextRegion> FromPlainText(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return FromPlainText(source, new TextSpan(0, source.Length));
    }

    /// <summary>The paragraphs of a part of a text, as <see cref="FromPlainText(SourceText)"/> finds them.</summary>
    /// <param name="source">The text as on disk.</param>
    /// <param name="part">The part to read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part reaches past the text.</exception>
    public static ImmutableArray<TextRegion> FromPlainText(SourceText source, TextSpan part)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (part.End > source.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(part), $"The part {part} reaches past the text.");
        }

        var lines = Lines(source.Value, part);
        var isWrapped = IsWrapped(lines);
        var regions = ImmutableArray.CreateBuilder<TextRegion>();
        TextSpan? open = null;
        foreach (var line in lines)
        {
            if (!line.IsEmpty && isWrapped && open is { } begun)
            {
                open = begun.Union(line);
                continue;
            }

            if (open is { } done)
            {
                regions.Add(new TextRegion(done, RegionKind.Paragraph));
            }

            open = line.IsEmpty ? null : line;
        }

        if (open is { } last)
        {
            regions.Add(new TextRegion(last, RegionKind.Paragraph));
        }

        return regions.DrainToImmutable();
    }

    // Wrapped text has short lines, and blank ones between its paragraphs.
    private static bool IsWrapped(List<TextSpan> lines)
    {
        const int longestWrappedLine = 120;
        var (seen, parted) = (false, false);
        var blank = false;
        foreach (var line in lines)
        {
            if (line.Length > longestWrappedLine)
            {
                return false;
            }

            parted |= seen && blank && !line.IsEmpty;
            seen |= !line.IsEmpty;
            blank = line.IsEmpty;
        }

        return parted;
    }

    // Each line without the white space at its edges; a blank one is empty.
    private static List<TextSpan> Lines(string text, TextSpan part)
    {
        var lines = new List<TextSpan>();
        var start = part.Start;
        for (var i = part.Start; i <= part.End; i++)
        {
            if (i < part.End && text[i] is not ('\n' or '\r' or '\u2028' or '\u2029'))
            {
                continue;
            }

            var end = i;
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            lines.Add(new TextSpan(start, end));
            start = i < part.End && text[i] == '\r' && i + 1 < part.End && text[i + 1] == '\n' ? i++ + 2 : i + 1;
        }

        return lines;
    }
}
