namespace BriefingGen.Rendering.Pdf;

using BriefingGen.Composition;
using PdfLayout.Fluent;
using PdfLayout.Helpers;
using PdfLayout.Infrastructure;

/// <summary>Sizes, faces and colours of a brief's pages, from its theme.</summary>
internal sealed class PdfLook
{
    private const float SmallestSize = 7.5f;
    private const string FallbackText = "Source Serif 4";
    private const string FallbackHeading = "Source Sans 3";

    // Space from line to line, in heights of the text: as it is set, and where a page can be spared.
    private const float BodyLead = 1.36f;
    private const float SmallLead = 1.3f;
    private const float Tighter = 0.07f;

    private readonly float _tighter;

    internal PdfLook(Theme theme, bool isTight)
    {
        _tighter = isTight ? Tighter : 0;
        Accent = theme.Accent;
        Ink = theme.Ink;
        Muted = theme.Muted;
        Panel = theme.Panel;
        Marking = theme.MarkingColor;
        BodySize = (float)theme.BodySize;
        TextFont = [theme.TextFont, FallbackText];
        HeadingFont = [theme.HeadingFont, FallbackHeading];
        PageSize = string.Equals(theme.PageSize, "Letter", StringComparison.OrdinalIgnoreCase)
            ? PageSizes.Letter
            : PageSizes.A4;
    }

    internal static Color Hairline { get; } = Color.FromHex("#C9D1D9");

    internal Color Accent { get; }

    internal Color Ink { get; }

    internal Color Muted { get; }

    internal Color Panel { get; }

    internal Color Marking { get; }

    internal float BodySize { get; }

    /// <summary>Of tables, notes, header and footer.</summary>
    internal float SmallSize => Math.Max(SmallestSize, BodySize - 1.25f);

    internal string[] TextFont { get; }

    internal string[] HeadingFont { get; }

    internal PageSize PageSize { get; }

    internal TextStyle Body =>
        TextStyle.Default.FontFamily(TextFont).FontSize(BodySize).FontColor(Ink).LineHeight(BodyLead - _tighter);

    internal TextStyle Small =>
        TextStyle.Default.FontFamily(HeadingFont).FontSize(SmallSize).FontColor(Ink).LineHeight(SmallLead - _tighter);

    internal TextStyle Label =>
        TextStyle
            .Default.FontFamily(HeadingFont)
            .FontSize(SmallestSize)
            .FontColor(Muted)
            .LineHeight(SmallLead - _tighter);

    internal TextStyle Heading(int level) =>
        TextStyle
            .Default.FontFamily(HeadingFont)
            .SemiBold()
            .LineHeight(1.2f)
            .FontSize(
                level switch
                {
                    <= 2 => BodySize + 3.5f,
                    3 => BodySize + 1,
                    _ => BodySize,
                }
            )
            .FontColor(level <= 2 ? Accent : Ink);
}
