using System.Text;

namespace BriefingGen.Rendering.Verification;

/// <summary>What a rendered file prints, read again from the file.</summary>
/// <param name="Pages">The text of each page in the form of <see cref="PrintedText"/>; of a web page, one.</param>
/// <param name="Marks">Citation marks; null where they cannot be counted.</param>
internal sealed record PrintedPages(IReadOnlyList<string> Pages, int? Marks)
{
    /// <summary>Reads a file; null for a format whose print is not checked.</summary>
    /// <exception cref="InvalidDataException">It is no file of that format.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PrintedPages? Read(string path) =>
        Path.GetExtension(path) switch
        {
            ".html" => Html(File.ReadAllText(path, Encoding.UTF8)),
            ".pdf" => new PrintedPages(BriefFile.Pdf(File.ReadAllBytes(path)), null),
            _ => null,
        };

    private static PrintedPages Html(string page)
    {
        var start = page.IndexOf("<main", StringComparison.Ordinal);
        var end = start < 0 ? -1 : page.IndexOf("</main>", start, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new InvalidDataException("the page has no main part");
        }

        var text = page[start..end];
        return new PrintedPages(
            [PrintedText.Bare(BriefFile.WithoutTags(text))],
            text.Split("class=\"cite\"").Length - 1
        );
    }
}
