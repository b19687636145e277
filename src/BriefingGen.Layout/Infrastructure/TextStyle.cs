namespace BriefingGen.Layout.Infrastructure;

/// <summary>How text is set. What is not said is taken from what stands around it. Immutable.</summary>
public sealed record TextStyle
{
    internal Color? Color { get; init; }

    internal Color? BackgroundColor { get; init; }

    internal Color? DecorationColor { get; init; }

    /// <summary>Families in order of preference, a line each: a string compares by value.</summary>
    internal string? FontFamilies { get; init; }

    /// <summary>OpenType features as <c>tnum=1;liga=0;</c>, the last of a name winning.</summary>
    internal string? FontFeatures { get; init; }

    internal float? Size { get; init; }

    /// <summary>Line height as a multiple of the font size; 0 for what the font says.</summary>
    internal float? LineHeight { get; init; }

    internal float? LetterSpacing { get; init; }

    internal float? WordSpacing { get; init; }

    internal FontWeight? FontWeight { get; init; }

    internal FontPosition? FontPosition { get; init; }

    internal bool? IsItalic { get; init; }

    internal bool? HasStrikethrough { get; init; }

    internal bool? HasUnderline { get; init; }

    internal bool? HasOverline { get; init; }

    internal float? DecorationThickness { get; init; }

    internal TextDirection? Direction { get; init; }

    /// <summary>Nothing said.</summary>
    public static TextStyle Default { get; } = new();

    internal static TextStyle LibraryDefault { get; } =
        new()
        {
            Color = new Color(0xFF000000),
            BackgroundColor = new Color(0),
            FontFamilies = "Source Sans 3",
            FontFeatures = "liga=0;clig=0;",
            Size = 12,
            LineHeight = 0,
            LetterSpacing = 0,
            WordSpacing = 0,
            FontWeight = Infrastructure.FontWeight.Normal,
            FontPosition = Infrastructure.FontPosition.Normal,
            IsItalic = false,
            HasStrikethrough = false,
            HasUnderline = false,
            HasOverline = false,
            DecorationThickness = 1,
            Direction = TextDirection.Auto,
        };

    /// <summary>This style, with what it does not say taken from another.</summary>
    internal TextStyle Over(TextStyle parent) =>
        new()
        {
            Color = Color ?? parent.Color,
            BackgroundColor = BackgroundColor ?? parent.BackgroundColor,
            DecorationColor = DecorationColor ?? parent.DecorationColor,
            FontFamilies = FontFamilies ?? parent.FontFamilies,
            FontFeatures = parent.FontFeatures + FontFeatures,
            Size = Size ?? parent.Size,
            LineHeight = LineHeight ?? parent.LineHeight,
            LetterSpacing = LetterSpacing ?? parent.LetterSpacing,
            WordSpacing = WordSpacing ?? parent.WordSpacing,
            FontWeight = FontWeight ?? parent.FontWeight,
            FontPosition = FontPosition ?? parent.FontPosition,
            IsItalic = IsItalic ?? parent.IsItalic,
            HasStrikethrough = HasStrikethrough ?? parent.HasStrikethrough,
            HasUnderline = HasUnderline ?? parent.HasUnderline,
            HasOverline = HasOverline ?? parent.HasOverline,
            DecorationThickness = DecorationThickness ?? parent.DecorationThickness,
            Direction = Direction ?? parent.Direction,
        };
}
