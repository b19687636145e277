using BriefingGen.Sources.Compressed;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Feeds;
using BriefingGen.Sources.Inputs;
using BriefingGen.Sources.Xml;

namespace BriefingGen.Sources.Fetching;

/// <summary>Reads what an address among the inputs leads to: a feed with its items' pages, a page, or any file.</summary>
internal sealed class AddressReader(IWebFetcher fetcher, FeedOptions feeds)
{
    /// <summary>Reads it, in order.</summary>
    public async Task<IReadOnlyList<ReadResult>> ReadAsync(
        FoundInput found,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        var fetched = await fetcher
            .FetchAsync(new FetchRequest(found.Address!), cancellationToken)
            .ConfigureAwait(false);
        if (fetched.Outcome != FetchOutcome.Ok)
        {
            var (code, message) = (fetched.Code ?? "no-content", fetched.Message ?? "gave nothing");
            return [ReadResult.Of(new SetAside(found.Path, null, code, message))];
        }

        var bytes = fetched.Content;
        if (FileKinds.IsGzip(bytes.Span))
        {
            using var packed = new MemoryStream(bytes.ToArray());
            using var plain = MeasuredExpansion.Gzip(packed);
            var loaded = await LoadedBytes
                .ReadAsync(plain, options, found.Path, cancellationToken)
                .ConfigureAwait(false);
            if (loaded.SetAside is { } problem)
            {
                return [ReadResult.Of(problem)];
            }

            bytes = loaded.Bytes;
        }

        return await FeedAsync(found, fetched, bytes, options, cancellationToken).ConfigureAwait(false)
            ??
            [
                .. FileReaders
                    .Read(found.Path, KindOf(fetched, bytes), bytes, fetched.Charset, options, cancellationToken)
                    .Select(result => Addressed(result, Redactor.Shapes(fetched.Url))),
            ];
    }

    // Null for what is no feed.
    private async Task<IReadOnlyList<ReadResult>?> FeedAsync(
        FoundInput found,
        FetchResult fetched,
        ReadOnlyMemory<byte> bytes,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        if (
            XmlRoot.NameOf(Head(bytes)).IsEmpty
            || TextDecoder.Decode(found.Path, bytes.Span, fetched.Charset, out var decoded) is not null
            || !XmlRecords.IsFeed(XmlRoot.NameOf(decoded!.Text))
        )
        {
            return null;
        }

        var pages = new FeedPages(fetcher, feeds, options);
        var results = new List<ReadResult>();
        foreach (var (item, setAside) in FeedReader.Items(found.Path, decoded, options, Redactor.Shapes(fetched.Url)))
        {
            results.Add(
                item is null
                    ? ReadResult.Of(setAside!)
                    : await pages.ReadAsync(item, cancellationToken).ConfigureAwait(false)
            );
        }

        return results;
    }

    private static string Head(ReadOnlyMemory<byte> bytes) =>
        System
            .Text.Encoding.Latin1.GetString(bytes.Span[..Math.Min(bytes.Length, 4096)])
            .TrimStart('\u00EF', '\u00BB', '\u00BF');

    private static FileKind KindOf(FetchResult fetched, ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span[..Math.Min(bytes.Length, 4096)];
        return FileKinds.ByStart(head) is not FileKind.Unknown and var kind
            ? kind
            : fetched.MediaType switch
            {
                "text/html" or "application/xhtml+xml" => FileKind.Html,
                "application/x-ndjson" or "application/jsonl" => FileKind.JsonLines,
                _ => FileKind.Unknown,
            };
    }

    // Records of a file have addresses of their own, or none.
    private static ReadResult Addressed(ReadResult result, Uri url) =>
        result.Article is { Record: null, Url: null } article
            ? result with
            {
                Article = article with { Url = url, Publisher = article.Publisher ?? WebAddress.Publisher(url) },
            }
            : result;
}
