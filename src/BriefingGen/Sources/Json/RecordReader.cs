using System.Collections.Immutable;
using System.Text.Json;
using BriefingGen.Language.Text;
using BriefingGen.Sources.Html;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Sources.Json;

/// <summary>Where a record stands.</summary>
/// <param name="Path">The input.</param>
/// <param name="Place">Such as <c>line 7</c>; null where the file is the record.</param>
/// <param name="Record">Its number, from 1; null where the file is the record.</param>
/// <param name="Encoding">The file's encoding.</param>
internal sealed record RecordPlace(string Path, string? Place, int? Record, string Encoding);

/// <summary>Reads one article from a JSON object.</summary>
internal static class RecordReader
{
    /// <summary>Reads the article.</summary>
    public static ReadResult Read(JsonElement element, RecordPlace at, ReadOptions options)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Aside(
                at,
                "bad-json",
                $"is a JSON {element.ValueKind.ToString().ToLowerInvariant()}; expected an object with title and text"
            );
        }

        try
        {
            return Read(new JsonFields(element), at, options);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which is no text.
            return Aside(at, "bad-json", "holds an escaped character that is only half of one");
        }
    }

    private static ReadResult Read(JsonFields fields, RecordPlace at, ReadOptions options)
    {
        if (fields.Body is not { } body)
        {
            return Aside(at, "no-body", "has no text (expected a field text, body or content)");
        }

        if (body.Length > options.MaxArticleLength)
        {
            return ReadResult.Of(SizeLimits.ArticleTooLong(at.Path, at.Place, body.Length, options));
        }

        var title = Wording.OneLine(HtmlFragment.Decode(fields.Title));
        var record = RecordText.Of(title, Paragraphs(body));
        if (record.Regions.All(static r => r.Kind == RegionKind.Title))
        {
            return Aside(at, "no-body", "has a text without words");
        }

        var url = fields.Url;
        var address = WebAddress.Read(url);
        var date = fields.Date is { } stated ? PublicationDate.ReadField(stated, options.Today) : PublicationDate.None;
        return ReadResult.Of(
            ArticleFactory.Make(
                at.Path,
                at.Record,
                record.Text,
                record.Regions,
                title,
                new ArticleDetails(address, date.Value, Publisher(fields)),
                at.Encoding
            ),
            Notes(at, date, url is not null && address is null)
        );
    }

    private static IEnumerable<string> Paragraphs(string body)
    {
        if (HtmlFragment.Paragraphs(body) is { } blocks)
        {
            return blocks;
        }

        var text = HtmlFragment.Decode(body);
        return ParagraphLayout.Paragraphs(text, TextLine.Split(text), 0).Select(span => span.Slice(text).ToString());
    }

    // Some feeds give the source as an address.
    private static string? Publisher(JsonFields fields) =>
        fields.Publisher is { } name ? WebAddress.Publisher(WebAddress.Read(name)) ?? HtmlFragment.Decode(name) : null;

    private static ImmutableArray<SetAside> Notes(RecordPlace at, PublicationDate date, bool badAddress)
    {
        var notes = ImmutableArray.CreateBuilder<SetAside>();
        if (date.Code is { } code)
        {
            notes.Add(new SetAside(at.Path, at.Place, code, date.Message!));
        }

        if (badAddress)
        {
            notes.Add(
                new SetAside(at.Path, at.Place, "bad-url", "gives an address that is not http or https; it is left out")
            );
        }

        return notes.ToImmutable();
    }

    private static ReadResult Aside(RecordPlace at, string code, string message) =>
        ReadResult.Of(new SetAside(at.Path, at.Place, code, message));
}
