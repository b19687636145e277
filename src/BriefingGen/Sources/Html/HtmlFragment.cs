using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace BriefingGen.Sources.Html;

/// <summary>Text that came in HTML form inside something else.</summary>
internal static partial class HtmlFragment
{
    /// <summary>
    /// The paragraphs of a text that holds HTML markup; null for a text that does not. A lone tag name in running text
    /// (<c>&lt;script&gt;</c>) makes no markup.
    /// </summary>
    public static List<string>? Paragraphs(string text)
    {
        if (!Markup().IsMatch(text) || NestingScan.IsTooDeep(text))
        {
            return null;
        }

        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(text);
        return HtmlBlocks.Of(document.Body!);
    }

    /// <summary>The text with character references replaced.</summary>
    public static string Decode(string text) => References().IsMatch(text) ? WebUtility.HtmlDecode(text) : text;

    [GeneratedRegex(
        @"<(p|div|br|h[1-6]|ul|ol|li|blockquote|strong|em|b|i|a|span|figure|img|section|article)(\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Markup();

    [GeneratedRegex(
        "&(amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[mn]dash|hellip|#[0-9]{2,5}|#x[0-9a-f]{2,4});",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex References();
}
