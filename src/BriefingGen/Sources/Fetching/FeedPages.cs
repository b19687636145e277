using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Feeds;
using BriefingGen.Sources.Html;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Sources.Fetching;

/// <summary>Makes articles of a feed's items: of the item where it has the whole text, else of its page. For one reading.</summary>
internal sealed class FeedPages(IWebFetcher fetcher, FeedOptions feeds, ReadOptions options)
{
    private int _fetched;

    /// <summary>The article of an item. Its path is its address, where it has one.</summary>
    public async Task<ReadResult> ReadAsync(FeedItem item, CancellationToken cancellationToken)
    {
        if (item.Link is not { } link)
        {
            return item.ToArticle(options);
        }

        var at = new RecordPlace(link.AbsoluteUri, null, null, item.At.Encoding);
        var own = item with { At = at };
        if (!item.IsTeaser || !feeds.FollowTeasers)
        {
            return own.ToArticle(options);
        }

        if (_fetched++ >= feeds.MaxPages)
        {
            return WithNote(
                own.ToArticle(options),
                at,
                FormattableString.Invariant($"was not fetched: {feeds.MaxPages} pages were, the limit for one reading")
            );
        }

        var page = await PageAsync(at, link, cancellationToken).ConfigureAwait(false);
        return page.Article is { } article
            ? page with
            {
                Article = WithItem(article, item, link),
            }
            : WithNote(own.ToArticle(options), at, page.SetAside!.Message);
    }

    private async Task<ReadResult> PageAsync(RecordPlace at, Uri link, CancellationToken cancellationToken)
    {
        var fetched = await fetcher.FetchAsync(new FetchRequest(link), cancellationToken).ConfigureAwait(false);
        if (fetched.Outcome != FetchOutcome.Ok)
        {
            return at.Aside(fetched.Code ?? "no-content", fetched.Message ?? "was not given");
        }

        if (TextDecoder.Decode(at.Path, fetched.Content.Span, fetched.Charset, out var decoded) is { } notText)
        {
            return ReadResult.Of(notText);
        }

        return HtmlReader.Read(at.Path, decoded!, options, cancellationToken);
    }

    // The feed names the true publisher of what it passes on, and knows date and title where the page is silent.
    private Article WithItem(Article page, FeedItem item, Uri link)
    {
        var date = item.Date is { } stated ? PublicationDate.ReadField(stated, options.Today).Value : null;
        return page with
        {
            Url = page.Url ?? link,
            Published = page.Published ?? date,
            Publisher = item.Publisher ?? page.Publisher ?? WebAddress.Publisher(page.Url ?? link),
            Title = page.Title.Length > 0 ? page.Title : item.Title,
        };
    }

    private static ReadResult WithNote(ReadResult result, RecordPlace at, string reason) =>
        result with
        {
            Notes = [.. result.Notes, new SetAside(at.Path, at.Place, "page-not-read", $"its page {reason}")],
        };
}
