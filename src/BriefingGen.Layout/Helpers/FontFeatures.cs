namespace BriefingGen.Layout.Helpers;

/// <summary>OpenType feature tags that matter to text in reports.</summary>
public static class FontFeatures
{
    /// <summary>Ligatures such as fi; off by default, so that text extracts as it was written.</summary>
    public const string StandardLigatures = "liga";

    /// <summary>Ligatures that depend on what stands around; off by default.</summary>
    public const string ContextualLigatures = "clig";

    /// <summary>Forms that depend on what stands around.</summary>
    public const string ContextualAlternates = "calt";

    /// <summary>Ornamental ligatures.</summary>
    public const string DiscretionaryLigatures = "dlig";

    /// <summary>Pair spacing.</summary>
    public const string Kerning = "kern";

    /// <summary>Figures of one width.</summary>
    public const string TabularFigures = "tnum";

    /// <summary>Figures of their own widths.</summary>
    public const string ProportionalFigures = "pnum";

    /// <summary>Figures as tall as capitals.</summary>
    public const string LiningFigures = "lnum";

    /// <summary>Figures with ascenders and descenders.</summary>
    public const string OldstyleFigures = "onum";

    /// <summary>Small capitals for lower case.</summary>
    public const string SmallCapitals = "smcp";

    /// <summary>Raised forms.</summary>
    public const string Superscript = "sups";

    /// <summary>Lowered forms.</summary>
    public const string Subscript = "subs";

    /// <summary>Fractions.</summary>
    public const string Fractions = "frac";

    /// <summary>Zero with a stroke.</summary>
    public const string SlashedZero = "zero";
}
