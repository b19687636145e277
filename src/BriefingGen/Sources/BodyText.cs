using BriefingGen.Sources.Html;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Sources;

/// <summary>Paragraphs of a body that a record gives as plain text or as HTML, without saying which.</summary>
internal static class BodyText
{
    /// <summary>The paragraphs in order.</summary>
    public static IEnumerable<string> Paragraphs(string body) =>
        HtmlFragment.Paragraphs(body) is { } blocks ? blocks : Plain(HtmlFragment.Decode(body));

    /// <summary>The paragraphs of a plain text.</summary>
    public static IEnumerable<string> Plain(string text) =>
        ParagraphLayout.Paragraphs(text, TextLine.Split(text), 0).Select(span => span.Slice(text).ToString());
}
