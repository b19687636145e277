using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>A run of text in a text block.</summary>
internal class TextSpanItem
{
    internal string Text { get; set; } = string.Empty;

    internal TextStyle Style { get; set; } = TextStyle.Default;

    /// <summary>Web address; null for none.</summary>
    internal string? Url { get; init; }

    /// <summary>Section that it links to; null for none.</summary>
    internal string? Target { get; init; }

    internal ResolvedStyle? Resolved { get; set; }

    /// <summary>The characters on the current page.</summary>
    internal virtual string Current(LayoutContext context) => Text;
}

internal enum PageNumberKind
{
    Current,
    Total,
    SectionBegin,
    SectionEnd,
    WithinSection,
    SectionTotal,
}

/// <summary>A page number, known only when pages are made.</summary>
internal sealed class PageNumberItem : TextSpanItem
{
    internal required PageNumberKind Kind { get; init; }

    internal string Section { get; init; } = string.Empty;

    internal Func<int?, string> Format { get; set; } =
        number => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "00";

    internal override string Current(LayoutContext context) => Format(Number(context));

    private int? Number(LayoutContext context)
    {
        if (Kind == PageNumberKind.Current)
        {
            return context.CurrentPage;
        }

        if (Kind == PageNumberKind.Total)
        {
            return context.TotalPages;
        }

        if (context.Section(Section) is not { } pages)
        {
            return null;
        }

        return Kind switch
        {
            PageNumberKind.SectionBegin => pages.First,
            PageNumberKind.SectionEnd => pages.Last,
            PageNumberKind.WithinSection => context.CurrentPage - pages.First + 1,
            _ => pages.Last - pages.First + 1,
        };
    }
}

/// <summary>Any element within a line of text.</summary>
internal sealed class InjectedItem : TextSpanItem
{
    internal const char Mark = '\uFFFC';

    internal ContainerElement Element { get; } = new();

    internal required TextInjectedElementAlignment Alignment { get; init; }

    internal override string Current(LayoutContext context) => Mark.ToString();
}

/// <summary>A piece of a line that is not broken: a word, the spaces after it, or an element.</summary>
/// <param name="Item">The span that it belongs to.</param>
/// <param name="Word">Its glyphs; null for an element.</param>
/// <param name="Width">Width in points.</param>
/// <param name="IsSpace">Whether it is space, which may hang over a line's end.</param>
/// <param name="MayBreakAfter">Whether a line may end after it.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Fragment(
    TextSpanItem Item,
    ShapedWord? Word,
    float Width,
    bool IsSpace,
    bool MayBreakAfter
);

/// <summary>A line of a text block.</summary>
internal sealed class TextLine
{
    internal required Fragment[] Fragments { get; init; }

    /// <summary>Width without spaces at the end.</summary>
    internal required float Width { get; init; }

    internal required float Indent { get; init; }

    internal required float Ascent { get; init; }

    internal required float Height { get; init; }

    /// <summary>Space above it: that between paragraphs.</summary>
    internal required float Before { get; init; }

    /// <summary>Number of its paragraph.</summary>
    internal required int Paragraph { get; init; }

    internal required bool IsLastOfParagraph { get; init; }

    /// <summary>Whether the paragraph is read from right to left.</summary>
    internal required bool IsRightToLeft { get; init; }
}
