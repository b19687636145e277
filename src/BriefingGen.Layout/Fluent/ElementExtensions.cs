using BriefingGen.Layout.Drawing.Exceptions;
using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Paging, links, inherited styles and other single steps.</summary>
public static class ElementExtensions
{
    /// <summary>Puts an element into a place and gives it back.</summary>
    internal static T Put<T>(this IContainer container, T child)
        where T : Element
    {
        ArgumentNullException.ThrowIfNull(container);
        if (container.Child is not null)
        {
            throw new DocumentComposeException(
                "A place holds one element: use Column or Row for more, or take the call to the right place."
            );
        }

        container.Child = child;
        return child;
    }

    /// <summary>Hands the place to a method of your own.</summary>
    /// <param name="parent">The place.</param>
    /// <param name="handler">The method.</param>
    public static void Element(this IContainer parent, Action<IContainer> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handler(parent.Container());
    }

    /// <summary>Hands the place to a method of your own that gives a place within back.</summary>
    /// <param name="parent">The place.</param>
    /// <param name="handler">The method.</param>
    public static IContainer Element(this IContainer parent, Func<IContainer, IContainer> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return handler(parent.Container());
    }

    /// <summary>A place that changes nothing.</summary>
    /// <param name="element">The place.</param>
    public static IContainer Container(this IContainer element) => element.Put(new ContainerElement());

    /// <summary>A box of a fixed ratio of width to height.</summary>
    /// <param name="element">The place.</param>
    /// <param name="ratio">Width divided by height, above 0.</param>
    /// <param name="option">Which side gives the size.</param>
    public static IContainer AspectRatio(
        this IContainer element,
        float ratio,
        AspectRatioOption option = AspectRatioOption.FitWidth
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratio);
        return element.Put(new AspectRatio { Ratio = ratio, Option = option });
    }

    /// <summary>Shown once in the document, also where its surroundings are repeated.</summary>
    /// <param name="element">The place.</param>
    public static IContainer ShowOnce(this IContainer element) => element.Put(new ShowOnce());

    /// <summary>Left out on the first page of its surroundings, shown on the others.</summary>
    /// <param name="element">The place.</param>
    public static IContainer SkipOnce(this IContainer element) => element.Put(new SkipOnce());

    /// <summary>Kept on one page where a page can hold it.</summary>
    /// <param name="element">The place.</param>
    public static IContainer ShowEntire(this IContainer element) => element.Put(new ShowEntire());

    /// <summary>Kept on one page where a page can hold it.</summary>
    /// <param name="element">The place.</param>
    public static IContainer PreventPageBreak(this IContainer element) => element.Put(new ShowEntire());

    /// <summary>Begun on the next page unless it fits wholly or this much height is left.</summary>
    /// <param name="element">The place.</param>
    /// <param name="minHeight">Points.</param>
    public static IContainer EnsureSpace(
        this IContainer element,
        float minHeight = Elements.EnsureSpace.DefaultMinHeight
    ) => element.Put(new EnsureSpace { MinHeight = minHeight });

    /// <summary>
    /// In a column: goes to the next page together with the item after it, where nothing of that fits below. For
    /// headings. Not in QuestPDF.
    /// </summary>
    /// <param name="element">The place.</param>
    public static IContainer KeepWithNext(this IContainer element) => element.Put(new KeepWithNext());

    /// <summary>Ends the page.</summary>
    /// <param name="element">The place.</param>
    public static void PageBreak(this IContainer element) => element.Put(new PageBreak());

    /// <summary>A link to a web address.</summary>
    /// <param name="element">The place.</param>
    /// <param name="url">The address.</param>
    public static IContainer Hyperlink(this IContainer element, string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        return element.Put(new Hyperlink { Url = url });
    }

    /// <summary>Names the place, so that links lead to it and its page number is known.</summary>
    /// <param name="element">The place.</param>
    /// <param name="sectionName">Name, unique in the document.</param>
    public static IContainer Section(this IContainer element, string sectionName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sectionName);
        return element.Put(new Section { Target = sectionName });
    }

    /// <summary>A link to a section; nothing where there is no section of the name.</summary>
    /// <param name="element">The place.</param>
    /// <param name="sectionName">Its name.</param>
    public static IContainer SectionLink(this IContainer element, string sectionName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sectionName);
        return element.Put(new SectionLink { Target = sectionName });
    }

    /// <summary>Shown only where the condition holds.</summary>
    /// <param name="element">The place.</param>
    /// <param name="condition">The condition.</param>
    public static IContainer ShowIf(this IContainer element, bool condition) =>
        element.Put(new ShowIf { Condition = condition });

    /// <summary>Content of any size that takes no space.</summary>
    /// <param name="element">The place.</param>
    public static IContainer Unconstrained(this IContainer element) => element.Put(new Unconstrained());

    /// <summary>The style of all text within.</summary>
    /// <param name="element">The place.</param>
    /// <param name="textStyle">The style; what it does not say stays.</param>
    public static IContainer DefaultTextStyle(this IContainer element, TextStyle textStyle)
    {
        ArgumentNullException.ThrowIfNull(textStyle);
        return element.Put(new DefaultTextStyle { Change = _ => textStyle });
    }

    /// <summary>The style of all text within.</summary>
    /// <param name="element">The place.</param>
    /// <param name="handler">Changes the style.</param>
    public static IContainer DefaultTextStyle(this IContainer element, Func<TextStyle, TextStyle> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return element.Put(new DefaultTextStyle { Change = handler });
    }

    /// <summary>What does not fit the first page is left out.</summary>
    /// <param name="element">The place.</param>
    public static IContainer StopPaging(this IContainer element) => element.Put(new StopPaging());

    /// <summary>Drawn from its beginning on each page.</summary>
    /// <param name="element">The place.</param>
    public static IContainer Repeat(this IContainer element) => element.Put(new Repeat());

    /// <summary>Puts a reusable part here.</summary>
    /// <param name="element">The place.</param>
    /// <param name="component">The part.</param>
    public static void Component<T>(this IContainer element, T component)
        where T : IComponent => component.Compose(element.Container());

    /// <summary>Puts a reusable part here.</summary>
    /// <param name="element">The place.</param>
    public static void Component<T>(this IContainer element)
        where T : IComponent, new() => element.Component(new T());
}
