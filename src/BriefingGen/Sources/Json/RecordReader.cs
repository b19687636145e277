using System.Text.Json;
using BriefingGen.Sources.Html;
using BriefingGen.Sources.Ninjs;

namespace BriefingGen.Sources.Json;

/// <summary>Reads one article from a JSON object.</summary>
internal static class RecordReader
{
    /// <summary>Reads the article.</summary>
    public static ReadResult Read(JsonElement element, RecordPlace at, ReadOptions options)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return at.Aside(
                "bad-json",
                $"is a JSON {element.ValueKind.ToString().ToLowerInvariant()}; expected an object with title and text"
            );
        }

        try
        {
            return NinjsRecord.Is(element)
                ? NinjsReader.Read(new NinjsRecord(element), at, options)
                : Read(new JsonFields(element), at, options);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which is no text.
            return at.Aside("bad-json", "holds an escaped character that is only half of one");
        }
    }

    private static ReadResult Read(JsonFields fields, RecordPlace at, ReadOptions options)
    {
        if (fields.Body is not { } body)
        {
            return at.Aside("no-body", "has no text (expected a field text, body or content)");
        }

        if (body.Length > options.MaxArticleLength)
        {
            return ReadResult.Of(SizeLimits.ArticleTooLong(at.Path, at.Place, body.Length, options));
        }

        var title = Wording.OneLine(HtmlFragment.Decode(fields.Title));
        return new RecordDraft(at, title, BodyText.Paragraphs(body))
        {
            Url = fields.Url,
            Date = fields.Date,
            Publisher = Publisher(fields),
        }.Finish(options);
    }

    // Some feeds give the source as an address.
    private static string? Publisher(JsonFields fields) =>
        fields.Publisher is { } name ? WebAddress.Publisher(WebAddress.Read(name)) ?? HtmlFragment.Decode(name) : null;
}
