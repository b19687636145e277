using System.Xml.Linq;

namespace BriefingGen.Sources.NewsMl;

/// <summary>The text of a <c>contentSet</c>: NITF, XHTML or another XML in place, or text.</summary>
/// <param name="Headline">The headline within the body; null for none.</param>
/// <param name="Paragraphs">The paragraphs in order.</param>
internal sealed record NewsBody(string? Headline, List<string> Paragraphs)
{
    /// <summary>The first rendition that has words.</summary>
    public static NewsBody Of(XElement? contentSet)
    {
        foreach (var rendition in contentSet?.Elements() ?? [])
        {
            var body = rendition.Name.LocalName switch
            {
                "inlineXML" => OfXml(rendition),
                "inlineData" => new NewsBody(null, [.. BodyText.Paragraphs(rendition.Value)]),
                _ => null,
            };
            if (body is { Paragraphs.Count: > 0 })
            {
                return body;
            }
        }

        return new NewsBody(null, []);
    }

    /// <summary>The text within an element that holds a whole rendition.</summary>
    public static NewsBody OfXml(XElement rendition)
    {
        // NITF: body/body.content below the head; XHTML: body. What is neither is read whole.
        var body =
            Descendant(rendition, "body.content")
            ?? Descendant(rendition, "body")
            ?? rendition.Elements().FirstOrDefault();
        var headline = Descendant(rendition, "hl1") ?? Descendant(body, "h1");
        var title = headline is null ? null : Wording.OneLine(headline.Value);
        var paragraphs = new List<string>();
        if (body is not null)
        {
            foreach (var leaf in Leaves(body))
            {
                if (Wording.OneLine(leaf.Value) is { Length: > 0 } line && line != title)
                {
                    paragraphs.Add(line);
                }
            }
        }

        return new NewsBody(string.IsNullOrEmpty(title) ? null : title, paragraphs);
    }

    private static XElement? Descendant(XElement? from, string name) =>
        from?.Descendants().FirstOrDefault(e => e.Name.LocalName == name);

    private static bool IsParagraph(XElement e) =>
        e.Name.LocalName is "p" or "li" or "h2" or "h3" or "h4" or "hl2" or "pre" or "tr" or "dt" or "dd";

    private static IEnumerable<XElement> Leaves(XElement body)
    {
        var marked = body.Descendants().Where(IsParagraph).Where(static e => !e.Ancestors().Any(IsParagraph)).ToList();
        return marked.Count > 0 ? marked.Where(static e => !e.Ancestors().Any(IsMedia)) : [body];
    }

    private static bool IsMedia(XElement e) => e.Name.LocalName is "media" or "figure" or "table.caption";
}
