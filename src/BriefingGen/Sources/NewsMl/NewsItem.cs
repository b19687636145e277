using System.Xml.Linq;
using BriefingGen.Sources.Html;

namespace BriefingGen.Sources.NewsMl;

/// <summary>
/// One <c>newsItem</c>. Names are looked up whatever their namespace: agencies write NITF and XHTML bodies with and without
/// theirs.
/// </summary>
internal sealed class NewsItem(XElement item)
{
    /// <summary>Reads the article.</summary>
    public ReadResult Read(RecordPlace at, ReadOptions options)
    {
        var meta = Child(item, "itemMeta");
        if (
            Child(meta, "pubStatus")?.Attribute("qcode")?.Value is { } status
            && PublicationStatus.Withdrawn(at, status) is { } withdrawn
        )
        {
            return withdrawn;
        }

        var kind = Child(meta, "itemClass")?.Attribute("qcode")?.Value;
        var body = NewsBody.Of(Child(item, "contentSet"));
        if (body.Paragraphs.Count == 0)
        {
            return kind is null || kind.EndsWith(":text", StringComparison.Ordinal)
                ? at.Aside("no-body", "has no text (expected contentSet with inlineXML or inlineData)")
                : at.Aside("no-text", $"is of class {Wording.Short(kind)}, not a text");
        }

        var content = Child(item, "contentMeta");
        var title = Words(Child(content, "headline")) ?? body.Headline ?? Words(Child(meta, "title"));
        return new RecordDraft(at, title ?? string.Empty, body.Paragraphs)
        {
            Url = Link(meta),
            Date = Words(Child(meta, "versionCreated")) ?? Words(Child(content, "contentCreated")),
            Embargo = Words(Child(meta, "embargoed")),
            Publisher =
                Words(Child(content, "creditline"))
                ?? Name(Child(Child(item, "rightsInfo"), "copyrightHolder"))
                ?? Name(Child(meta, "provider"))
                ?? Name(Child(content, "infoSource")),
        }.Finish(options);
    }

    private static XElement? Child(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static string? Words(XElement? element) =>
        element is null || string.IsNullOrWhiteSpace(element.Value)
            ? null
            : Wording.OneLine(HtmlFragment.Decode(element.Value));

    private static string? Name(XElement? party) =>
        Words(Child(party, "name"))
        ?? party?.Attribute("literal")?.Value
        ?? (
            party?.Attribute("qcode")?.Value is { } code
                ? code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..]
                : null
        );

    // Only an address that is said to lead to the item as people read it.
    private static string? Link(XElement? meta) =>
        meta
            ?.Elements()
            .Where(static e => e.Name.LocalName == "link")
            .Select(static e => e.Attribute("href")?.Value)
            .FirstOrDefault(static h => WebAddress.Read(h) is not null);
}
