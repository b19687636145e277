namespace BriefingGen.Rendering.Pdf;

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BriefingGen.Composition;
using PdfLayout.Fluent;
using PdfLayout.Infrastructure;

/// <summary>Writes runs of text: weights, links, citation marks.</summary>
internal sealed partial class InlineWriter(PdfSources sources, PdfLook look)
{
    private const float SmallestMark = 7.5f;

    internal void Write(TextDescriptor text, ImmutableArray<Inline> content, TextStyle style)
    {
        for (var i = 0; i < content.Length; i++)
        {
            var isBeforeMark = i + 1 < content.Length && content[i + 1] is CitationInline;
            Write(text, content[i], style, isBeforeMark);
        }
    }

    private void Write(TextDescriptor text, Inline inline, TextStyle style, bool isBeforeMark)
    {
        switch (inline)
        {
            case TextInline plain:
                text.Span(TiedDates(isBeforeMark ? Tied(plain.Text) : plain.Text)).Style(style);
                break;
            case StrongInline strong:
                Write(text, strong.Content, style.Bold());
                break;
            case EmphasisInline emphasis:
                Write(text, emphasis.Content, style.Italic());
                break;
            case LinkInline link:
                Link(text, link, style);
                break;
            case CitationInline citation:
                Citation(text, citation.Citation, style);
                break;
            case LineBreakInline:
                text.Span("\n").Style(style);
                break;
            default:
                break;
        }
    }

    /// <summary>A mark stays on the line of the word that it stands behind.</summary>
    private static string Tied(string text) =>
        text.EndsWith(' ') && text.Length > 1 ? string.Concat(text.AsSpan(0, text.Length - 1), "\u00A0") : text;

    /// <summary>A date stays on one line.</summary>
    private static string TiedDates(string text) =>
        DateShape().Replace(text, match => match.Value.Replace(' ', '\u00A0'));

    private void Link(TextDescriptor text, LinkInline link, TextStyle style)
    {
        var words = PlainText.Of(link.Content);
        if (link.Target.StartsWith('#'))
        {
            var anchor = link.Target[1..];
            var span = sources.Anchors.Contains(anchor) ? text.SectionLink(words, anchor) : text.Span(words);
            span.Style(style).FontColor(look.Accent);
        }
        else if (IsWebAddress(link.Target))
        {
            text.Hyperlink(words, link.Target).Style(style).FontColor(look.Accent);
        }
        else
        {
            text.Span(words).Style(style);
        }
    }

    private void Citation(TextDescriptor text, Citation citation, TextStyle style)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"[{citation.Source}]");
        var span =
            sources.HasList ? text.SectionLink(words, PdfSources.Target(citation.Source))
            : citation.Article.Url is { } url && IsWebAddress(url.AbsoluteUri) ? text.Hyperlink(words, url.AbsoluteUri)
            : text.Span(words);
        span.Style(style)
            .FontFamily(look.HeadingFont)
            .FontSize(Math.Max(SmallestMark, look.BodySize - 2))
            .NormalWeight()
            .FontColor(look.Accent);
    }

    private static bool IsWebAddress(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri)
        && (
            string.Equals(uri.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal)
            || string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
        );

    // Generated: the machine of NonBacktracking costs more to start than a run of one article reads. Every repeat in it is
    // bounded or followed by what ends it, so the time stays linear, and no clock is needed.
    [GeneratedRegex(
        "[0-9]{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}( [0-9]{4})?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex DateShape();
}
