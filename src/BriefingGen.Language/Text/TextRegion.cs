namespace BriefingGen.Language.Text;

/// <summary>What a part of an article is.</summary>
public enum RegionKind
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>A paragraph of the body; no sentence crosses its edges.</summary>
    Paragraph,
}

/// <summary>A part of a text that is read by itself: no token and no sentence crosses its edges.</summary>
/// <param name="Span">Where it lies in the source text.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct TextRegion(TextSpan Span, RegionKind Kind);
