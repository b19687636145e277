using System.Text;
using BriefingGen.Composition.Templating;

namespace BriefingGen.Rendering.Html;

/// <summary>Writes text into a web page as text.</summary>
internal static class HtmlText
{
    /// <summary>Text, or the value of a quoted attribute; without what cannot be seen and changes what is.</summary>
    public static StringBuilder Escaped(this StringBuilder page, string text)
    {
        foreach (var c in InvisibleMarks.Without(text))
        {
            _ = c switch
            {
                '&' => page.Append("&amp;"),
                '<' => page.Append("&lt;"),
                '>' => page.Append("&gt;"),
                '"' => page.Append("&quot;"),
                '\'' => page.Append("&#39;"),
                _ => page.Append(c),
            };
        }

        return page;
    }
}
