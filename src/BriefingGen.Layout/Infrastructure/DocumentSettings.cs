using System.Diagnostics.CodeAnalysis;

namespace BriefingGen.Layout.Infrastructure;

/// <summary>How the file is written.</summary>
public sealed class DocumentSettings
{
    /// <summary>Dots per inch of a raster at one pixel a point.</summary>
    public const int DefaultRasterDpi = 72;

    /// <summary>The archive standard asked for. This engine writes PDF/A-2b for <see cref="PDFA_Conformance.PDFA_2B"/> and refuses the others.</summary>
    [SuppressMessage("Naming", "CA1707", Justification = "The name that the fluent API's users know.")]
    public PDFA_Conformance PDFA_Conformance { get; set; } = PDFA_Conformance.None;

    /// <summary>The accessibility standard asked for; this engine writes no tags and refuses all but none.</summary>
    [SuppressMessage("Naming", "CA1707", Justification = "The name that the fluent API's users know.")]
    public PDFUA_Conformance PDFUA_Conformance { get; set; } = PDFUA_Conformance.None;

    /// <summary>Whether streams are compressed; the engine always does.</summary>
    public bool CompressDocument { get; set; } = true;

    /// <summary>Dots per inch for what cannot be drawn as vectors.</summary>
    public int ImageRasterDpi { get; set; } = DefaultRasterDpi * 4;

    /// <summary>Main direction of the content.</summary>
    public ContentDirection ContentDirection { get; set; } = ContentDirection.LeftToRight;

    /// <summary>A new instance with the defaults.</summary>
    public static DocumentSettings Default => new();
}

/// <summary>Archive standards (ISO 19005).</summary>
[SuppressMessage("Naming", "CA1707", Justification = "The name that the fluent API's users know.")]
public enum PDFA_Conformance
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>ISO 19005-2, level A.</summary>
    PDFA_2A = 3,

    /// <summary>ISO 19005-2, level B.</summary>
    PDFA_2B = 4,

    /// <summary>ISO 19005-2, level U.</summary>
    PDFA_2U = 5,

    /// <summary>ISO 19005-3, level A.</summary>
    PDFA_3A = 6,

    /// <summary>ISO 19005-3, level B.</summary>
    PDFA_3B = 7,

    /// <summary>ISO 19005-3, level U.</summary>
    PDFA_3U = 8,
}

/// <summary>Accessibility standards (ISO 14289).</summary>
[SuppressMessage("Naming", "CA1707", Justification = "The name that the fluent API's users know.")]
public enum PDFUA_Conformance
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>ISO 14289-1.</summary>
    PDFUA_1 = 1,
}
