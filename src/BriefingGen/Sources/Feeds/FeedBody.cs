using System.Net;
using System.Text;
using System.Xml.Linq;
using BriefingGen.Sources.Html;

namespace BriefingGen.Sources.Feeds;

/// <summary>The longest text that an item carries.</summary>
/// <param name="Html">Text or HTML; empty for none.</param>
/// <param name="IsWhole">True where the feed gives it as the content, not as a summary.</param>
internal sealed record FeedBody(string Html, bool IsWhole)
{
    private const int MostEscapes = 2;

    /// <summary>Finds it: the content, unless the summary says more.</summary>
    public static FeedBody Of(XElement item)
    {
        var core = item.Name.Namespace;
        var content = item.Element(FeedNames.Content + "encoded") is { } encoded ? encoded.Value : string.Empty;
        if (content.Length == 0)
        {
            content = Markup(item.Element(core + "content") ?? item.Element(FeedNames.Atom + "content"));
        }

        var summary = Markup(item.Element(core + "description") ?? item.Element(core + "summary"));
        if (string.IsNullOrWhiteSpace(summary))
        {
            summary = item.Element(FeedNames.DublinCore + "description")?.Value ?? string.Empty;
        }

        return string.IsNullOrWhiteSpace(content) || summary.Length > 2 * content.Length
            ? new FeedBody(string.IsNullOrWhiteSpace(summary) ? string.Empty : summary, IsWhole: false)
            : new FeedBody(content, IsWhole: true);
    }

    /// <summary>The words of a construct that may be plain text or HTML, on one line; empty for none.</summary>
    public static string Text(XElement? element)
    {
        var markup = Markup(element);
        return HtmlFragment.Paragraphs(markup) is { } parts ? string.Join(' ', parts) : HtmlFragment.Decode(markup);
    }

    /// <summary>The words of a headline, which is often escaped once more than it should be.</summary>
    public static string Title(XElement? element)
    {
        var text = Text(element);
        for (var n = 0; n < MostEscapes; n++)
        {
            var plain = HtmlFragment.Paragraphs(text) is { Count: > 0 } parts
                ? string.Join(' ', parts)
                : HtmlFragment.Decode(text);
            if (plain == text)
            {
                break;
            }

            text = plain;
        }

        return Wording.OneLine(text);
    }

    // Atom says what the text is; RSS does not, and mostly means HTML.
    private static string Markup(XElement? element)
    {
        if (element is null || element.Attribute("src") is not null)
        {
            return string.Empty;
        }

        if (element.Attribute("mode")?.Value == "base64")
        {
            return string.Empty;
        }

        return element.HasElements ? Tags(element) : element.Value;
    }

    // Names and words only: whatever stands in attributes and namespaces says nothing to a reader, and need not be sound.
    // The depth was bounded when it was read.
    private static string Tags(XElement element)
    {
        var html = new StringBuilder();
        Append(html, element);
        return html.ToString();
    }

    private static void Append(StringBuilder html, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text)
            {
                html.Append(WebUtility.HtmlEncode(text.Value));
            }
            else if (node is XElement inner)
            {
                html.Append('<').Append(inner.Name.LocalName).Append('>');
                Append(html, inner);
                html.Append("</").Append(inner.Name.LocalName).Append('>');
            }
        }
    }
}
