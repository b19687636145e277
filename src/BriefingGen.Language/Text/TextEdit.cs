namespace BriefingGen.Language.Text;

/// <summary>What a repair restores.</summary>
public enum EditKind
{
    /// <summary>An apostrophe: "Russias war" reads "Russia's war", "dont" reads "don't".</summary>
    Apostrophe,

    /// <summary>A quotation mark that was lost.</summary>
    Quotation,

    /// <summary>A dash of which only the two spaces around it are left.</summary>
    Dash,

    /// <summary>A letter that lost its accent, or was lost with it: "Elyse" reads "Élysée".</summary>
    Accent,

    /// <summary>UTF-8 bytes that were once decoded as a one-byte encoding.</summary>
    Mojibake,
}

/// <summary>One repair: <see cref="Replacement"/> is read where the source has <see cref="Span"/>.</summary>
/// <param name="Span">The characters on disk that are replaced; empty for an insertion.</param>
/// <param name="Replacement">The restored wording.</param>
/// <param name="Kind">What was restored.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record TextEdit(TextSpan Span, string Replacement, EditKind Kind, double Confidence);
