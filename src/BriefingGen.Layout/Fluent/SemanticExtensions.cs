using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Meaning of content. Headings make the document's outline; the rest is accepted and not yet written.</summary>
public static class SemanticExtensions
{
    /// <summary>A heading of level 1.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticHeader1(this IContainer element) => element.Put(new Semantic { HeadingLevel = 1 });

    /// <summary>A heading of level 2.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticHeader2(this IContainer element) => element.Put(new Semantic { HeadingLevel = 2 });

    /// <summary>A heading of level 3.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticHeader3(this IContainer element) => element.Put(new Semantic { HeadingLevel = 3 });

    /// <summary>A heading of level 4.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticHeader4(this IContainer element) => element.Put(new Semantic { HeadingLevel = 4 });

    /// <summary>A heading of level 5.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticHeader5(this IContainer element) => element.Put(new Semantic { HeadingLevel = 5 });

    /// <summary>A heading of level 6.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticHeader6(this IContainer element) => element.Put(new Semantic { HeadingLevel = 6 });

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticArticle(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticSection(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticDivision(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticBlockQuotation(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticCaption(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticIndex(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticTableOfContents(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticTableOfContentsItem(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticParagraph(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticList(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticListItem(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticListLabel(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticListItemBody(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticTable(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticQuote(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticCode(this IContainer element) => element.Put(new Semantic());

    /// <summary>Names the kind of content.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SemanticIgnore(this IContainer element) => element.Put(new Semantic());

    /// <summary>Content in another language.</summary>
    /// <param name="container">The place.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static IContainer SemanticLanguage(this IContainer container, string language)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        return container.Put(new Semantic());
    }

    /// <summary>A link and what it leads to in words.</summary>
    /// <param name="container">The place.</param>
    /// <param name="alternativeText">The words.</param>
    public static IContainer SemanticLink(this IContainer container, string alternativeText) =>
        Described(container, alternativeText);

    /// <summary>A drawing and what it shows in words.</summary>
    /// <param name="container">The place.</param>
    /// <param name="alternativeText">The words.</param>
    public static IContainer SemanticFigure(this IContainer container, string alternativeText) =>
        Described(container, alternativeText);

    /// <summary>An image and what it shows in words.</summary>
    /// <param name="container">The place.</param>
    /// <param name="alternativeText">The words.</param>
    public static IContainer SemanticImage(this IContainer container, string alternativeText) =>
        Described(container, alternativeText);

    private static Semantic Described(IContainer container, string alternativeText)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(alternativeText);
        return container.Put(new Semantic());
    }
}
