using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Changes to the style of a span.</summary>
public static class TextSpanDescriptorExtensions
{
    /// <summary>Lays a style over that of the span.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="style">The style; what it does not say stays.</param>
    public static T Style<T>(this T descriptor, TextStyle style)
        where T : TextSpanDescriptor => descriptor.Change(s => style.Over(s));

    /// <summary>Colour of letters.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="color">Colour.</param>
    public static T FontColor<T>(this T descriptor, Color color)
        where T : TextSpanDescriptor => descriptor.Change(s => s.FontColor(color));

    /// <summary>Colour behind letters.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="color">Colour.</param>
    public static T BackgroundColor<T>(this T descriptor, Color color)
        where T : TextSpanDescriptor => descriptor.Change(s => s.BackgroundColor(color));

    /// <summary>Families in order of preference; a letter that one lacks is taken from the next.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="values">Family names.</param>
    public static T FontFamily<T>(this T descriptor, params string[] values)
        where T : TextSpanDescriptor => descriptor.Change(s => s.FontFamily(values));

    /// <summary>Size of letters.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="value">Points.</param>
    public static T FontSize<T>(this T descriptor, float value)
        where T : TextSpanDescriptor => descriptor.Change(s => s.FontSize(value));

    /// <summary>Height of lines as a multiple of the font size.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="factor">The multiple; null for what the font says.</param>
    public static T LineHeight<T>(this T descriptor, float? factor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.LineHeight(factor));

    /// <summary>Space between letters.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="factor">Multiple of the font size.</param>
    public static T LetterSpacing<T>(this T descriptor, float factor = 0)
        where T : TextSpanDescriptor => descriptor.Change(s => s.LetterSpacing(factor));

    /// <summary>More space between words.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="factor">Multiple of the font size.</param>
    public static T WordSpacing<T>(this T descriptor, float factor = 0)
        where T : TextSpanDescriptor => descriptor.Change(s => s.WordSpacing(factor));

    /// <summary>Slanted letters.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="value">Whether.</param>
    public static T Italic<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Change(s => s.Italic(value));

    /// <summary>A line through the letters.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="value">Whether.</param>
    public static T Strikethrough<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Change(s => s.Strikethrough(value));

    /// <summary>A line below the letters.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="value">Whether.</param>
    public static T Underline<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Change(s => s.Underline(value));

    /// <summary>A line above the letters.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="value">Whether.</param>
    public static T Overline<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Change(s => s.Overline(value));

    /// <summary>Colour of lines through or at letters.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="color">Colour.</param>
    public static T DecorationColor<T>(this T descriptor, Color color)
        where T : TextSpanDescriptor => descriptor.Change(s => s.DecorationColor(color));

    /// <summary>Thickness of lines through or at letters.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="factor">Multiple of what the font says.</param>
    public static T DecorationThickness<T>(this T descriptor, float factor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.DecorationThickness(factor));

    /// <summary>Weight 100, or the nearest that the family has.</summary>
    /// <param name="descriptor">The span.</param>
    public static T Thin<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.Thin());

    /// <summary>Weight 200, or the nearest that the family has.</summary>
    /// <param name="descriptor">The span.</param>
    public static T ExtraLight<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.ExtraLight());

    /// <summary>Weight 300, or the nearest that the family has.</summary>
    /// <param name="descriptor">The span.</param>
    public static T Light<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.Light());

    /// <summary>Weight 400, or the nearest that the family has.</summary>
    /// <param name="descriptor">The span.</param>
    public static T NormalWeight<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.NormalWeight());

    /// <summary>Weight 500, or the nearest that the family has.</summary>
    /// <param name="descriptor">The span.</param>
    public static T Medium<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.Medium());

    /// <summary>Weight 600, or the nearest that the family has.</summary>
    /// <param name="descriptor">The span.</param>
    public static T SemiBold<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.SemiBold());

    /// <summary>Weight 700, or the nearest that the family has.</summary>
    /// <param name="descriptor">The span.</param>
    public static T Bold<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.Bold());

    /// <summary>Weight 800, or the nearest that the family has.</summary>
    /// <param name="descriptor">The span.</param>
    public static T ExtraBold<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.ExtraBold());

    /// <summary>Weight 900, or the nearest that the family has.</summary>
    /// <param name="descriptor">The span.</param>
    public static T Black<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.Black());

    /// <summary>Weight 1000, or the nearest that the family has.</summary>
    /// <param name="descriptor">The span.</param>
    public static T ExtraBlack<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.ExtraBlack());

    /// <summary>On the baseline.</summary>
    /// <param name="descriptor">The span.</param>
    public static T NormalPosition<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.NormalPosition());

    /// <summary>Small and lowered.</summary>
    /// <param name="descriptor">The span.</param>
    public static T Subscript<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.Subscript());

    /// <summary>Small and raised.</summary>
    /// <param name="descriptor">The span.</param>
    public static T Superscript<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.Superscript());

    /// <summary>Direction as the letters have it.</summary>
    /// <param name="descriptor">The span.</param>
    public static T DirectionAuto<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.DirectionAuto());

    /// <summary>From left to right.</summary>
    /// <param name="descriptor">The span.</param>
    public static T DirectionFromLeftToRight<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.DirectionFromLeftToRight());

    /// <summary>From right to left.</summary>
    /// <param name="descriptor">The span.</param>
    public static T DirectionFromRightToLeft<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(s => s.DirectionFromRightToLeft());

    /// <summary>Turns an OpenType feature on.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="featureName">Four letters, as in FontFeatures.</param>
    public static T EnableFontFeature<T>(this T descriptor, string featureName)
        where T : TextSpanDescriptor => descriptor.Change(s => s.EnableFontFeature(featureName));

    /// <summary>Turns an OpenType feature off.</summary>
    /// <param name="descriptor">The span.</param>
    /// <param name="featureName">Four letters, as in FontFeatures.</param>
    public static T DisableFontFeature<T>(this T descriptor, string featureName)
        where T : TextSpanDescriptor => descriptor.Change(s => s.DisableFontFeature(featureName));

    private static T Change<T>(this T descriptor, Func<TextStyle, TextStyle> change)
        where T : TextSpanDescriptor
    {
        descriptor.Item.Style = change(descriptor.Item.Style);
        return descriptor;
    }
}
