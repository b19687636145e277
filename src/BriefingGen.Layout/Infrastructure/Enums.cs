namespace BriefingGen.Layout.Infrastructure;

/// <summary>Direction of content.</summary>
public enum ContentDirection
{
    /// <summary>From left to right.</summary>
    LeftToRight,

    /// <summary>From right to left.</summary>
    RightToLeft,
}

/// <summary>Weights of a face, as OpenType's <c>usWeightClass</c> has them.</summary>
public enum FontWeight
{
    /// <summary>100.</summary>
    Thin = 100,

    /// <summary>200.</summary>
    ExtraLight = 200,

    /// <summary>300.</summary>
    Light = 300,

    /// <summary>400.</summary>
    Normal = 400,

    /// <summary>500.</summary>
    Medium = 500,

    /// <summary>600.</summary>
    SemiBold = 600,

    /// <summary>700.</summary>
    Bold = 700,

    /// <summary>800.</summary>
    ExtraBold = 800,

    /// <summary>900.</summary>
    Black = 900,

    /// <summary>1000.</summary>
    ExtraBlack = 1000,
}

/// <summary>Where an element within a line of text stands.</summary>
public enum TextInjectedElementAlignment
{
    /// <summary>Its foot on the baseline.</summary>
    AboveBaseline,

    /// <summary>Its head on the baseline.</summary>
    BelowBaseline,

    /// <summary>Its head at the line's top.</summary>
    Top,

    /// <summary>Its foot at the line's bottom.</summary>
    Bottom,

    /// <summary>In the middle of the line.</summary>
    Middle,
}

internal enum FontPosition
{
    Normal,
    Subscript,
    Superscript,
}

internal enum TextDirection
{
    Auto,
    LeftToRight,
    RightToLeft,
}

internal enum TextHorizontalAlignment
{
    Start,
    Left,
    Center,
    Right,
    Justify,
    End,
}

/// <summary>Which side of a box gives its size.</summary>
public enum AspectRatioOption
{
    /// <summary>The width.</summary>
    FitWidth,

    /// <summary>The height.</summary>
    FitHeight,

    /// <summary>The one that lets the box fit.</summary>
    FitArea,
}
