using System.Text;
using BriefingGen.Composition.Templating;

namespace BriefingGen.Rendering.Excel;

/// <summary>Makes text fit for a cell: what XML forbids and what cannot be seen is left out, what a cell cannot hold is cut.</summary>
internal static class ExcelText
{
    /// <summary>Characters that a cell can hold.</summary>
    public const int CellLimit = 32_767;

    private const string CutMark = " […]";

    /// <summary>The text for a cell.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var builder = new StringBuilder(Math.Min(text.Length, CellLimit));
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is enumerated as the replacement character; it says nothing that could be kept.
            if (rune.Value is '\t' or '\n' || (rune.Value >= ' ' && IsAllowed(rune.Value)))
            {
                builder.Append(rune);
            }
        }

        return Cut(builder);
    }

    /// <summary>The text for one line: line ends and tabs become spaces.</summary>
    public static string Line(string? text) => Clean(text).Replace('\n', ' ').Replace('\t', ' ').Trim();

    /// <summary>
    /// The text for a part of a page header, where <c>&amp;</c> starts a code; three parts and their codes have to fit the
    /// 255 characters that a header can hold.
    /// </summary>
    public static string PageHeader(string? text)
    {
        const int Longest = 78;
        var line = Line(text).Replace("&", "&&", StringComparison.Ordinal);
        if (line.Length <= Longest)
        {
            return line;
        }

        var cut = line[..Longest];
        cut = char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut;
        return cut.TakeLastCount('&') % 2 == 0 ? cut : cut[..^1];
    }

    private static int TakeLastCount(this string text, char mark) => text.Length - text.TrimEnd(mark).Length;

    private static bool IsAllowed(int value) =>
        value is not (0xFFFD or (>= 0xFDD0 and <= 0xFDEF)) && !InvisibleMarks.IsOne(value);

    private static string Cut(StringBuilder builder)
    {
        if (builder.Length <= CellLimit)
        {
            return builder.ToString();
        }

        var length = CellLimit - CutMark.Length;
        length -= char.IsHighSurrogate(builder[length - 1]) ? 1 : 0;
        return builder.ToString(0, length) + CutMark;
    }
}
