using System.Text.RegularExpressions;

namespace BriefingGen.Sources.Pdf;

/// <summary>Finds what stands in the margins of many pages: headers, footers, page numbers.</summary>
internal static partial class RunningLines
{
    /// <summary>The pages' blocks without it.</summary>
    public static List<List<PdfLine>> Without(IReadOnlyList<PdfPageText> pages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var key in Margins(page).Select(static l => Key(l.Text)).Distinct(StringComparer.Ordinal))
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        // Left and right pages may differ.
        var many = Math.Max(2, pages.Count * 2 / 5);
        return
        [
            .. pages
                .SelectMany(static page => page.Blocks)
                .Select(block =>
                    block
                        .Where(line =>
                            !(line.InMargin && (counts[Key(line.Text)] >= many || PageNumber().IsMatch(line.Text)))
                        )
                        .ToList()
                )
                .Where(static block => block.Count > 0),
        ];
    }

    private static IEnumerable<PdfLine> Margins(PdfPageText page) =>
        page.Blocks.SelectMany(static block => block).Where(static line => line.InMargin);

    // Page numbers differ from page to page.
    private static string Key(string text) => Digits().Replace(text, "#");

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"^\W*(page|p\.?)?\s*\d{1,4}\s*((of|/)\s*\d{1,4})?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex PageNumber();
}
