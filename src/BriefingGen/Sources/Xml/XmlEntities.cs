using System.Net;
using System.Text;

namespace BriefingGen.Sources.Xml;

/// <summary>
/// Names of characters (<c>&amp;nbsp;</c>) in XML that declares none: HTML's are replaced by their characters, and an
/// ampersand that begins no reference stands for itself. What stands in CDATA, in comments and in a document type is left
/// as it is. One pass.
/// </summary>
internal static class XmlEntities
{
    private const int LongestName = 32;

    /// <summary>The text with references that every reader of XML knows.</summary>
    public static string Resolved(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny('&', '<');
            if (next < 0)
            {
                break;
            }

            result.Append(text, at, next);
            at += next;
            var length = text[at] == '<' ? Kept(text, at) : Reference(text, at, result);
            if (text[at] == '<')
            {
                result.Append(text, at, length);
            }

            at += length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    // How much is to be left as it is: a whole section that holds no references, or the mark alone.
    private static int Kept(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<!DOCTYPE"))
        {
            var type = XmlRoot.DocumentType(rest);
            return type < 0 ? rest.Length : type;
        }

        var end =
            rest.StartsWith("<![CDATA[") ? "]]>"
            : rest.StartsWith("<!--") ? "-->"
            : null;
        if (end is null)
        {
            return 1;
        }

        var length = rest.IndexOf(end);
        return length < 0 ? rest.Length : length + end.Length;
    }

    // How many characters were read; what they mean is appended.
    private static int Reference(string text, int at, StringBuilder result)
    {
        var rest = text.AsSpan(at + 1, Math.Min(LongestName, text.Length - at - 1));
        var end = rest.IndexOf(';');
        var name = end > 0 ? rest[..end] : [];
        if (name.IsEmpty || !(name[0] == '#' || char.IsAsciiLetter(name[0])) || name[1..].ContainsAny(" <&\n\"'"))
        {
            result.Append("&amp;");
            return 1;
        }

        if (name[0] == '#' || name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            result.Append(text, at, end + 2);
            return end + 2;
        }

        var reference = text.Substring(at, end + 2);
        var meaning = WebUtility.HtmlDecode(reference);
        // A name that nobody knows is shown as it was written.
        result.Append(meaning == reference ? $"&amp;{name}" + ";" : meaning);
        return end + 2;
    }
}
