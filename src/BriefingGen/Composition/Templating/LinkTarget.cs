using System.Text;

namespace BriefingGen.Composition.Templating;

/// <summary>Writes an address so that it can stand in a Markdown link.</summary>
internal static class LinkTarget
{
    /// <summary>The address with everything escaped that Markdown could read; null where it is neither http nor https.</summary>
    public static string? Of(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var builder = new StringBuilder();
        foreach (var c in url.AbsoluteUri)
        {
            if (char.IsAsciiLetterOrDigit(c) || "-._~:/?#@!$&+,;=%".Contains(c, StringComparison.Ordinal))
            {
                builder.Append(c);
            }
            else
            {
                builder.Append(Uri.HexEscape(c <= 0xFF ? c : '?'));
            }
        }

        return builder.Replace("&", "&amp;").ToString();
    }
}
