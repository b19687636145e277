using System.Text.RegularExpressions;
using BriefingGen.Sources.PlainText;
using UglyToad.PdfPig.Content;

namespace BriefingGen.Sources.Pdf;

/// <summary>The article that the pages make together.</summary>
/// <param name="Title">What the document calls itself, else its largest type; empty for neither.</param>
/// <param name="Date">The date in a line of its own at the beginning, else the day the file was made; null for neither.</param>
/// <param name="IsDateOfFile">True for the latter.</param>
/// <param name="Paragraphs">The paragraphs in order.</param>
internal sealed partial record PdfArticle(string Title, string? Date, bool IsDateOfFile, List<string> Paragraphs)
{
    private const int TitleLength = 200;
    private const int BeginningLines = 12;
    private const double LargerThanText = 1.15;

    /// <summary>Reads it.</summary>
    public static PdfArticle Of(IReadOnlyList<PdfPageText> pages, DocumentInformation information)
    {
        var blocks = RunningLines.Without(pages);
        var paragraphs = new PdfParagraphs(blocks).Read();
        var title = Stated(information.Title) ?? Largest(blocks);
        var date = Beginning(paragraphs);
        var made = date is null ? MadeOn(information.CreationDate) : null;
        return new PdfArticle(
            title,
            date ?? made,
            made is not null,
            [.. paragraphs.Where(p => !string.Equals(p, title, StringComparison.OrdinalIgnoreCase))]
        );
    }

    // Word processors put a file's name where the title belongs.
    private static string? Stated(string? title)
    {
        var line = Wording.OneLine(title ?? string.Empty);
        return
            line.Length is > 7 and <= TitleLength
            && line.Contains(' ', StringComparison.Ordinal)
            && !FileName().IsMatch(line)
            ? line
            : null;
    }

    // The lines of one block in the largest type of the first blocks, where it is larger than the text's.
    private static string Largest(List<List<PdfLine>> blocks)
    {
        var sizes = blocks
            .SelectMany(static block => block)
            .GroupBy(static line => Math.Round(line.Size, 1))
            .OrderByDescending(static group => group.Sum(static line => line.Text.Length))
            .Select(static group => group.Key)
            .ToList();
        if (sizes.Count == 0)
        {
            return string.Empty;
        }

        var first = blocks.Take(BeginningLines).ToList();
        var largest = first.Max(static block => block.Max(static line => line.Size));
        if (largest < sizes[0] * LargerThanText)
        {
            return string.Empty;
        }

        var block = first.First(b => b.Any(line => line.Size >= largest - 0.1));
        var title = string.Join(' ', block.Where(line => line.Size >= largest - 0.1).Select(static line => line.Text));
        return title.Length <= TitleLength ? title : string.Empty;
    }

    private static string? Beginning(List<string> paragraphs) =>
        paragraphs
            .Take(BeginningLines)
            .FirstOrDefault(static p =>
                p.Length <= 48 && PublicationDate.Read(p, DateOnly.MaxValue.AddDays(-10)) is { Value: not null }
            );

    // D:20310512083000+02'00' (ISO 32000-1, 7.9.4).
    private static string? MadeOn(string? date) =>
        date is not null && Made().Match(date) is { Success: true } match ? match.Groups["day"].Value : null;

    [GeneratedRegex(@"^(D:)?(?<day>\d{8})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Made();

    [GeneratedRegex(
        @"^microsoft |\.(docx?|odt|pdf|indd|qxd|tex|pages|rtf|html?)$|^untitled",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex FileName();
}
