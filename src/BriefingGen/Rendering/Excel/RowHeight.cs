namespace BriefingGen.Rendering.Excel;

/// <summary>
/// Heights of rows with wrapped text. They are estimated and stored: not every program fits them when it opens a file,
/// and measuring with the library needs fonts of the machine.
/// </summary>
internal static class RowHeight
{
    private const double Line = 15;

    // Excel's own limit.
    private const double Most = 409;

    // Letters are narrower than the digits that widths count, word breaks take some of that back.
    private const double Filled = 1.05;

    /// <summary>Lines that a text takes in a column of a width in characters.</summary>
    public static int Lines(string? text, double width)
    {
        if (string.IsNullOrEmpty(text))
        {
            return 1;
        }

        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines += Math.Max(1, (int)Math.Ceiling(line.Length / (width * Filled)));
        }

        return lines;
    }

    /// <summary>Height in points.</summary>
    public static double Of(int lines) => Math.Min(Most, lines * Line);
}
