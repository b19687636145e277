using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Changes to text styles.</summary>
public static class TextStyleExtensions
{
    /// <summary>Colour of letters.</summary>
    /// <param name="style">The style.</param>
    /// <param name="color">Colour.</param>
    public static TextStyle FontColor(this TextStyle style, Color color) => style with { Color = color };

    /// <summary>Colour behind letters.</summary>
    /// <param name="style">The style.</param>
    /// <param name="color">Colour.</param>
    public static TextStyle BackgroundColor(this TextStyle style, Color color) =>
        style with
        {
            BackgroundColor = color,
        };

    /// <summary>Families in order of preference; a letter that one lacks is taken from the next.</summary>
    /// <param name="style">The style.</param>
    /// <param name="values">Family names.</param>
    public static TextStyle FontFamily(this TextStyle style, params string[] values) =>
        style with
        {
            FontFamilies = string.Join('\n', values),
        };

    /// <summary>Size of letters.</summary>
    /// <param name="style">The style.</param>
    /// <param name="value">Points.</param>
    public static TextStyle FontSize(this TextStyle style, float value) => style with { Size = Positive(value) };

    /// <summary>Height of lines as a multiple of the font size.</summary>
    /// <param name="style">The style.</param>
    /// <param name="factor">The multiple; null for what the font says.</param>
    public static TextStyle LineHeight(this TextStyle style, float? factor) => style with { LineHeight = factor ?? 0 };

    /// <summary>Space between letters.</summary>
    /// <param name="style">The style.</param>
    /// <param name="factor">Multiple of the font size.</param>
    public static TextStyle LetterSpacing(this TextStyle style, float factor = 0) =>
        style with
        {
            LetterSpacing = factor,
        };

    /// <summary>More space between words.</summary>
    /// <param name="style">The style.</param>
    /// <param name="factor">Multiple of the font size.</param>
    public static TextStyle WordSpacing(this TextStyle style, float factor = 0) => style with { WordSpacing = factor };

    /// <summary>Slanted letters.</summary>
    /// <param name="style">The style.</param>
    /// <param name="value">Whether.</param>
    public static TextStyle Italic(this TextStyle style, bool value = true) => style with { IsItalic = value };

    /// <summary>A line through the letters.</summary>
    /// <param name="style">The style.</param>
    /// <param name="value">Whether.</param>
    public static TextStyle Strikethrough(this TextStyle style, bool value = true) =>
        style with
        {
            HasStrikethrough = value,
        };

    /// <summary>A line below the letters.</summary>
    /// <param name="style">The style.</param>
    /// <param name="value">Whether.</param>
    public static TextStyle Underline(this TextStyle style, bool value = true) => style with { HasUnderline = value };

    /// <summary>A line above the letters.</summary>
    /// <param name="style">The style.</param>
    /// <param name="value">Whether.</param>
    public static TextStyle Overline(this TextStyle style, bool value = true) => style with { HasOverline = value };

    /// <summary>Colour of lines through or at letters.</summary>
    /// <param name="style">The style.</param>
    /// <param name="color">Colour.</param>
    public static TextStyle DecorationColor(this TextStyle style, Color color) =>
        style with
        {
            DecorationColor = color,
        };

    /// <summary>Thickness of lines through or at letters.</summary>
    /// <param name="style">The style.</param>
    /// <param name="factor">Multiple of what the font says.</param>
    public static TextStyle DecorationThickness(this TextStyle style, float factor) =>
        style with
        {
            DecorationThickness = factor,
        };

    /// <summary>Weight 100, or the nearest that the family has.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle Thin(this TextStyle style) => style with { FontWeight = FontWeight.Thin };

    /// <summary>Weight 200, or the nearest that the family has.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle ExtraLight(this TextStyle style) => style with { FontWeight = FontWeight.ExtraLight };

    /// <summary>Weight 300, or the nearest that the family has.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle Light(this TextStyle style) => style with { FontWeight = FontWeight.Light };

    /// <summary>Weight 400, or the nearest that the family has.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle NormalWeight(this TextStyle style) => style with { FontWeight = FontWeight.Normal };

    /// <summary>Weight 500, or the nearest that the family has.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle Medium(this TextStyle style) => style with { FontWeight = FontWeight.Medium };

    /// <summary>Weight 600, or the nearest that the family has.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle SemiBold(this TextStyle style) => style with { FontWeight = FontWeight.SemiBold };

    /// <summary>Weight 700, or the nearest that the family has.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle Bold(this TextStyle style) => style with { FontWeight = FontWeight.Bold };

    /// <summary>Weight 800, or the nearest that the family has.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle ExtraBold(this TextStyle style) => style with { FontWeight = FontWeight.ExtraBold };

    /// <summary>Weight 900, or the nearest that the family has.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle Black(this TextStyle style) => style with { FontWeight = FontWeight.Black };

    /// <summary>Weight 1000, or the nearest that the family has.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle ExtraBlack(this TextStyle style) => style with { FontWeight = FontWeight.ExtraBlack };

    /// <summary>On the baseline.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle NormalPosition(this TextStyle style) => style with { FontPosition = FontPosition.Normal };

    /// <summary>Small and lowered.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle Subscript(this TextStyle style) => style with { FontPosition = FontPosition.Subscript };

    /// <summary>Small and raised.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle Superscript(this TextStyle style) => style with { FontPosition = FontPosition.Superscript };

    /// <summary>Direction as the letters have it.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle DirectionAuto(this TextStyle style) => style with { Direction = TextDirection.Auto };

    /// <summary>From left to right.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle DirectionFromLeftToRight(this TextStyle style) =>
        style with
        {
            Direction = TextDirection.LeftToRight,
        };

    /// <summary>From right to left.</summary>
    /// <param name="style">The style.</param>
    public static TextStyle DirectionFromRightToLeft(this TextStyle style) =>
        style with
        {
            Direction = TextDirection.RightToLeft,
        };

    /// <summary>Turns an OpenType feature on.</summary>
    /// <param name="style">The style.</param>
    /// <param name="featureName">Four letters, as in FontFeatures.</param>
    public static TextStyle EnableFontFeature(this TextStyle style, string featureName) =>
        style with
        {
            FontFeatures = style.FontFeatures + Feature(featureName) + "=1;",
        };

    /// <summary>Turns an OpenType feature off.</summary>
    /// <param name="style">The style.</param>
    /// <param name="featureName">Four letters, as in FontFeatures.</param>
    public static TextStyle DisableFontFeature(this TextStyle style, string featureName) =>
        style with
        {
            FontFeatures = style.FontFeatures + Feature(featureName) + "=0;",
        };

    /// <summary>A weight.</summary>
    /// <param name="style">The style.</param>
    /// <param name="weight">The weight.</param>
    public static TextStyle Weight(this TextStyle style, FontWeight weight) => style with { FontWeight = weight };

    private static float Positive(float size) =>
        size > 0 ? size : throw new ArgumentOutOfRangeException(nameof(size), size, "A font size is above 0.");

    private static string Feature(string name) =>
        name is { Length: 4 } ? name : throw new ArgumentException("A feature's name has four letters.", nameof(name));
}
