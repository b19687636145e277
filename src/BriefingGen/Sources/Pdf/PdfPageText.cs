using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace BriefingGen.Sources.Pdf;

/// <summary>A line on a page.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Size">Size of its type in points, of the largest word.</param>
/// <param name="Left">Left edge in points.</param>
/// <param name="Right">Right edge in points.</param>
/// <param name="InMargin">True where it stands in the top or the bottom of the page, where headers and footers do.</param>
internal sealed record PdfLine(string Text, double Size, double Left, double Right, bool InMargin);

/// <summary>The text of a page: blocks of lines in reading order.</summary>
/// <param name="Blocks">The blocks; none is empty.</param>
/// <param name="Letters">How many letters the page draws.</param>
internal sealed record PdfPageText(List<List<PdfLine>> Blocks, int Letters)
{
    // A page of a newspaper has 20,000; more are a drawing made of letters.
    private const int MaxLetters = 60_000;
    private const double Margin = 0.1;

    // ISO 32000-1, annex C: no page is wider or higher. The layout analysis counts distances in bins of a point, as far
    // as the farthest two words lie apart: a letter that a broken file puts a million pages away costs gigabytes.
    private const double FarthestPoint = 14_400;

    private static readonly NearestNeighbourWordExtractor Words = new(
        new NearestNeighbourWordExtractor.NearestNeighbourWordExtractorOptions { MaxDegreeOfParallelism = 1 }
    );

    private static readonly DocstrumBoundingBoxes Segmenter = new(
        new DocstrumBoundingBoxes.DocstrumBoundingBoxesOptions { MaxDegreeOfParallelism = 1 }
    );

    /// <summary>Reads a page.</summary>
    public static PdfPageText Of(Page page)
    {
        var letters = page.Letters;
        if (letters.Count is 0 or > MaxLetters)
        {
            return new PdfPageText([], letters.Count > MaxLetters ? 0 : letters.Count);
        }

        var words = Words
            .GetWords([.. letters.Where(CanStand)])
            .Where(static w => !string.IsNullOrWhiteSpace(w.Text))
            .ToList();
        var blocks = UnsupervisedReadingOrderDetector
            .Instance.Get(Segmenter.GetBlocks(words))
            .OrderBy(static b => b.ReadingOrder);
        return new PdfPageText(
            [
                .. blocks
                    .Select(block =>
                        block.TextLines.Select(line => Line(line, page)).Where(static l => l.Text.Length > 0)
                    )
                    .Select(static lines => lines.ToList())
                    .Where(static lines => lines.Count > 0),
            ],
            letters.Count
        );
    }

    private static bool CanStand(Letter letter)
    {
        var box = letter.BoundingBox;
        return CanStand(box.TopLeft)
            && CanStand(box.TopRight)
            && CanStand(box.BottomLeft)
            && CanStand(box.BottomRight)
            && CanStand(letter.StartBaseLine)
            && CanStand(letter.EndBaseLine);
    }

    // False for what is no number, too.
    private static bool CanStand(PdfPoint point) =>
        Math.Abs(point.X) <= FarthestPoint && Math.Abs(point.Y) <= FarthestPoint;

    private static PdfLine Line(TextLine line, Page page)
    {
        var box = line.BoundingBox;
        var bottom = page.Height * Margin;
        return new PdfLine(
            Wording.OneLine(Unligated(string.Join(' ', line.Words.Select(static w => w.Text)))),
            line.Words.Max(static w => w.Letters.Max(static l => l.PointSize)),
            box.Left,
            box.Right,
            box.Top < bottom || box.Bottom > page.Height - bottom
        );
    }

    private static string Unligated(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uFB00', '\uFB04') < 0
            ? text
            : text.Replace("\uFB00", "ff", StringComparison.Ordinal)
                .Replace("\uFB01", "fi", StringComparison.Ordinal)
                .Replace("\uFB02", "fl", StringComparison.Ordinal)
                .Replace("\uFB03", "ffi", StringComparison.Ordinal)
                .Replace("\uFB04", "ffl", StringComparison.Ordinal);
}
