using System.Collections.Immutable;
using BriefingGen.Language.Text;
using BriefingGen.Sources.Decoding;

namespace BriefingGen.Sources.PlainText;

/// <summary>
/// Reads one article from a plain text: title, <c>yyyymmdd</c>, address, paragraphs; or a text without these lines. Every
/// position counts in the text as on disk.
/// </summary>
internal static class PlainTextReader
{
    /// <summary>Reads the article.</summary>
    public static ReadResult Read(string path, DecodedText decoded, ReadOptions options)
    {
        var text = decoded.Text;
        if (TextLine.Trim(text, 0, text.Length).IsEmpty)
        {
            return ReadResult.Of(
                new SetAside(path, null, "empty", "is empty; expected title, date, address and paragraphs")
            );
        }

        if (text.Length > options.MaxArticleLength)
        {
            return ReadResult.Of(SizeLimits.ArticleTooLong(path, null, text.Length, options));
        }

        var lines = TextLine.Split(text);
        var header = ArticleHeader.Read(path, text, lines, options.Today);
        var paragraphs = ParagraphLayout.Paragraphs(text, lines, header.BodyLine);
        if (paragraphs.Count == 0)
        {
            return ReadResult.Of(
                new SetAside(
                    path,
                    null,
                    "no-body",
                    "has a title but no body; expected paragraphs below title, date and address"
                )
            );
        }

        var title = header.Title is { } span ? Wording.OneLine(span.Slice(text)) : string.Empty;
        return ReadResult.Of(
            ArticleFactory.Make(
                path,
                record: null,
                text,
                Regions(header.Title, paragraphs),
                title,
                new ArticleDetails(header.Url, header.Published, Publisher: null),
                decoded.Encoding
            ),
            decoded.Notes.AddRange(header.Notes)
        );
    }

    private static ImmutableArray<TextRegion> Regions(TextSpan? title, List<TextSpan> paragraphs)
    {
        var regions = ImmutableArray.CreateBuilder<TextRegion>(paragraphs.Count + 1);
        if (title is { } span)
        {
            regions.Add(new TextRegion(span, RegionKind.Title));
        }

        foreach (var paragraph in paragraphs)
        {
            regions.Add(new TextRegion(paragraph, RegionKind.Paragraph));
        }

        return regions.ToImmutable();
    }
}
