using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.PlainText;
using SmartReader;

namespace BriefingGen.Sources.Html;

/// <summary>
/// Reads the article of a saved web page: SmartReader finds it (Mozilla's Readability), we set its text. Nothing is
/// loaded from the network and no script runs.
/// </summary>
internal static class HtmlReader
{
    private const int MaxPageLength = 8_000_000;
    private const int MaxElements = 200_000;

    // SmartReader walks pages by recursion; pages as people write them are less than 60 deep.
    private const int MaxDepth = 400;

    // Steps from all elements to the root: what a search looks through that asks each of them where it stands. A long page
    // of an encyclopedia has two millions.
    private const long MaxSteps = 4_000_000;

    // Readability asks each element of all the others in it. The largest pages of newspapers have half as many.
    private const int MaxSearched = 30_000;

    private const int ShortestBody = 120;

    // Where a saved page does not say where it came from, links in it lead nowhere.
    private static readonly Uri Nowhere = new("http://page.invalid/");

    /// <summary>Reads the article.</summary>
    public static ReadResult Read(
        string path,
        DecodedText decoded,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        if (TextLine.Trim(decoded.Text, 0, decoded.Text.Length).IsEmpty)
        {
            return ReadResult.Of(new SetAside(path, null, "empty", "is empty; expected a web page"));
        }

        if (Parse(path, decoded.Text, out var document, out var size) is { } tooMuch)
        {
            return ReadResult.Of(tooMuch);
        }

        var metadata = PageMetadata.Of(document!);
        var parts = new PageParts(document!, metadata.Title);
        var page = new Page(metadata, parts, HtmlBlocks.WithOwners(document!));
        var date = new PageDates(document!, parts, page.Blocks).Find(
            metadata.Linked,
            metadata.Meta,
            metadata.Url,
            options.Today
        );
        var story = new StoryFinder(document!, parts, page.Blocks);
        var own = story.Find(IsSaidToBeArticle(document!, metadata));
        var (body, failure) =
            size.Nodes > MaxSearched ? (null, null) : Extract(path, document!, metadata, cancellationToken);
        return
            Chosen(body, story, own, metadata, size) is { Paragraphs.Count: > 0 } chosen
            && PageVerdict.Of(metadata.Title ?? document!.Title ?? string.Empty, chosen.Paragraphs) is null
            ? Make(path, decoded, options, page, date, chosen with { Title = chosen.Title ?? document!.Title })
            : ReadResult.Of(failure ?? NoArticle(path, document!, page));
    }

    private static SetAside? Parse(string path, string html, out IHtmlDocument? document, out PageSize size)
    {
        (document, size) = (null, default);
        if (html.Length > MaxPageLength || html.AsSpan().Count('<') > MaxElements)
        {
            return new SetAside(path, null, "too-long", "is too large for a web page with one article");
        }

        if (NestingScan.IsTooDeep(html))
        {
            return new SetAside(path, null, "too-deep", "nests elements too deep");
        }

        var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        size = Measure(page);
        if (size.Deepest > MaxDepth || size.Steps > MaxSteps)
        {
            return new SetAside(path, null, "too-deep", "nests elements too deep");
        }

        document = page;
        return null;
    }

    private static PageSize Measure(INode root)
    {
        var size = new PageSize(0, 0, 0);
        TreeWalk.Visit(
            root,
            (_, depth) =>
            {
                size = new PageSize(Math.Max(size.Deepest, depth), size.Steps + depth, size.Nodes + 1);
                return true;
            }
        );
        return size;
    }

    // The page's size, elements and depth were bounded before: what is left ends, and takes the same way each time.
    private static (PageBody? Body, SetAside? Failure) Extract(
        string path,
        IHtmlDocument document,
        PageMetadata metadata,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // Readability takes the page apart: it gets a copy.
            using var copy = (IHtmlDocument)document.Clone(deep: true);
            using var reader = new Reader((metadata.Url ?? Nowhere).AbsoluteUri, copy)
            {
                // We read JSON-LD ourselves: a broken one must not lose the article.
                DisableJSONLD = true,
                MaxElemsToParse = MaxElements,
            };
            var article = reader.GetArticleAsync(cancellationToken).GetAwaiter().GetResult();
            if (!article.IsReadable || string.IsNullOrWhiteSpace(article.Content))
            {
                return (null, null);
            }

            var content = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(article.Content);
            return (new PageBody(article.Title, article.SiteName, HtmlBlocks.Of(content.Body!), null), null);
        }
        catch (Exception exception)
            when (exception is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            // Whatever a hostile page does to the extractor, only this page is lost, and with it the reason is told.
            return (
                null,
                new SetAside(
                    path,
                    null,
                    "bad-page",
                    $"could not be searched for its article: {exception.GetType().Name}: {Wording.Short(exception.Message)}"
                )
            );
        }
    }

    // Where Readability sees no article the page's words decide, and where it has none to show, its own description.
    private static PageBody? Chosen(
        PageBody? body,
        StoryFinder story,
        List<string>? own,
        PageMetadata metadata,
        PageSize size
    )
    {
        if (body is { Paragraphs.Count: > 0 })
        {
            return body with { Paragraphs = story.Completed(body.Paragraphs) };
        }

        if (own is not null)
        {
            return new PageBody(
                null,
                null,
                own,
                size.Nodes > MaxSearched
                    ? "by its sentences: the page is too large for Readability"
                    : "by its sentences: Readability sees none on the page"
            );
        }

        return metadata.Linked?.Body is { Length: >= ShortestBody } words
            ? new PageBody(null, null, [.. BodyText.Paragraphs(words)], "in the page's JSON-LD: the page shows none")
            : null;
    }

    private static bool IsSaidToBeArticle(IHtmlDocument document, PageMetadata metadata) =>
        metadata.Linked is not null
        || string.Equals(metadata.Meta.GetValueOrDefault("og:type"), "article", StringComparison.OrdinalIgnoreCase)
        || metadata.Meta.ContainsKey("article:published_time")
        || document.QuerySelector("article, [itemprop~=articleBody]") is not null;

    private static SetAside NoArticle(string path, IHtmlDocument document, Page page)
    {
        var title = page.Metadata.Title ?? document.Title ?? string.Empty;
        var wall = PageVerdict.Of(title, [.. page.Blocks.Where(static b => !b.IsLinks).Select(static b => b.Text)]);
        return new SetAside(
            path,
            null,
            "no-article",
            wall is not null ? $"is {wall}, without an article in it"
                : page.Blocks.Count > 0 && page.Blocks.TrueForAll(static b => b.IsLinks)
                    ? "is a page of links without an article in it"
                : "is a web page without an article in it"
        );
    }

    private static ReadResult Make(
        string path,
        DecodedText decoded,
        ReadOptions options,
        Page page,
        PublicationDate date,
        PageBody body
    )
    {
        var metadata = page.Metadata;
        var title = Wording.OneLine(metadata.Title ?? body.Title ?? string.Empty);
        var paragraphs =
            body.Paragraphs.Count > 0 && body.Paragraphs[0] == title ? body.Paragraphs[1..] : body.Paragraphs;
        var record = RecordText.Of(title, paragraphs);
        if (paragraphs.Count == 0)
        {
            return ReadResult.Of(new SetAside(path, null, "no-article", "is a web page without an article in it"));
        }

        if (record.Text.Length > options.MaxArticleLength)
        {
            return ReadResult.Of(SizeLimits.ArticleTooLong(path, null, record.Text.Length, options));
        }

        var notes = decoded.Notes;
        if (body.FoundBy is { } how)
        {
            notes = notes.Add(new SetAside(path, null, "second-reading", $"its article was found {how}"));
        }

        if (date.Code is { } code)
        {
            notes = notes.Add(new SetAside(path, null, code, date.Message!));
        }

        return ReadResult.Of(
            ArticleFactory.Make(
                path,
                record: null,
                record.Text,
                record.Regions,
                title,
                new ArticleDetails(metadata.Url, date.Value, metadata.Publisher ?? body.Site),
                decoded.Encoding
            ),
            notes
        );
    }

    private readonly record struct PageSize(int Deepest, long Steps, int Nodes);

    private sealed record PageBody(string? Title, string? Site, List<string> Paragraphs, string? FoundBy);

    private sealed record Page(PageMetadata Metadata, PageParts Parts, List<PageBlock> Blocks);
}
