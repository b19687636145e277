using ClosedXML.Excel;

namespace BriefingGen.Rendering.Excel;

/// <summary>Colours of the theme as Excel takes them.</summary>
internal static class Palette
{
    /// <summary>A hexadecimal colour; black where it is none.</summary>
    public static XLColor Of(string hexadecimal)
    {
        var digits = hexadecimal.TrimStart('#');
        return digits.Length == 6 && digits.All(char.IsAsciiHexDigit) ? XLColor.FromHtml("#" + digits) : XLColor.Black;
    }
}
