using BriefingGen.Sources.Html;

namespace BriefingGen.Sources.Ninjs;

/// <summary>Reads one article from a ninjs item. What its publisher withdrew is set aside.</summary>
internal static class NinjsReader
{
    /// <summary>Reads the article.</summary>
    /// <exception cref="InvalidOperationException">A string holds half a surrogate pair.</exception>
    public static ReadResult Read(NinjsRecord item, RecordPlace at, ReadOptions options)
    {
        if (item.Status is { } status && PublicationStatus.Withdrawn(at, status) is { } withdrawn)
        {
            return withdrawn;
        }

        if (item.Kind is { } kind && kind is not ("text" or "composite" or "event"))
        {
            return at.Aside("no-text", $"is a {Wording.Short(kind)}, not a text");
        }

        if (item.Body is not { } body)
        {
            return at.Aside("no-body", "has no text (expected body_text, body_html or bodies)");
        }

        if (body.Length > options.MaxArticleLength)
        {
            return ReadResult.Of(SizeLimits.ArticleTooLong(at.Path, at.Place, body.Length, options));
        }

        var headline = Wording.OneLine(HtmlFragment.Decode(item.Headline));
        return new RecordDraft(at, headline, BodyText.Paragraphs(body))
        {
            Url = item.Url,
            Date = item.Date,
            Embargo = item.Embargo,
            Publisher = item.Publisher is { } name ? HtmlFragment.Decode(name) : null,
        }.Finish(options);
    }
}
