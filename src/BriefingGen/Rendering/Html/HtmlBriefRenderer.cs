using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingGen.Composition;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Html;

/// <summary>
/// Writes a brief as one web page that needs nothing else: no script, no remote resource. A citation opens the cited
/// sentence in its paragraph. What the page says lies in it as data, too, so that it can be told whether it belongs to the
/// <c>brief.json</c> that it is verified with.
/// </summary>
public sealed class HtmlBriefRenderer : IBriefRenderer
{
    /// <summary>The id of the element that holds the page as data.</summary>
    internal const string DataId = "brief-data";

    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public void Render(Brief brief, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(output);
        cancellationToken.ThrowIfCancellationRequested();
        var page = new StringBuilder();
        Head(brief, page);
        page.Append("<body>\n<a class=\"skip\" href=\"#content\">Skip to the text</a>\n");
        Masthead(brief, page);
        Contents(brief, page);
        page.Append("<main id=\"content\">\n");
        new HtmlBlocks(page).Write(brief.Blocks);
        page.Append("</main>\n");
        var contexts = new HtmlContexts(page, brief.Facts, brief.Masthead);
        page.Append("<section class=\"contexts\" aria-label=\"Source sentences\">\n");
        foreach (var citation in brief.Citations)
        {
            contexts.Write(citation);
        }

        page.Append("</section>\n<footer><p>").Escaped(brief.Masthead.Review).Append(". Made with ");
        page.Escaped(brief.Manifest.Tool).Append(", manifest ").Append(brief.Manifest.Hash).Append("</p>\n");
        Marking(brief.Masthead, page);
        page.Append("</footer>\n<script type=\"application/json\" id=\"").Append(DataId).Append("\">\n");
        page.Append(JsonSerializer.Serialize(BriefDocumentBuilder.Page(brief), JsonBriefRenderer.Options));
        page.Append("\n</script>\n</body>\n</html>\n");
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void Head(Brief brief, StringBuilder page)
    {
        var css = Css(brief.Theme);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)));
        page.Append("<!DOCTYPE html>\n<html lang=\"")
            .Escaped(brief.Masthead.Language)
            .Append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
            .Append(hash)
            .Append("'; base-uri 'none'; form-action 'none'\">\n");
        page.Append(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
        );
        page.Append("<title>")
            .Escaped(brief.Masthead.Title)
            .Append(", ")
            .Append(brief.Masthead.Day(brief.Masthead.Edition))
            .Append("</title>\n");
        page.Append("<style>").Append(css).Append("</style>\n</head>\n");
    }

    private static void Masthead(Brief brief, StringBuilder page)
    {
        var masthead = brief.Masthead;
        page.Append("<header>\n");
        Marking(masthead, page);
        // The logo was cleaned when the theme was read.
        page.Append("<div class=\"masthead\">")
            .Append(brief.Theme.LogoSvg)
            .Append("<div>\n<h1>")
            .Escaped(masthead.Title)
            .Append("</h1>\n<dl>\n");
        Term(page, "Edition", masthead.Day(masthead.Edition));
        if (masthead is { PeriodFrom: { } from, PeriodTo: { } to })
        {
            Term(page, "Period", from == to ? masthead.Day(from) : $"{masthead.Day(from)} – {masthead.Day(to)}");
        }

        Term(page, "Information cut-off", masthead.Cutoff is { } cutoff ? masthead.Day(cutoff) : string.Empty);
        Term(page, "Produced", masthead.Minute(masthead.Produced));
        Term(page, "Producer", masthead.Producer);
        Term(page, "Distribution", masthead.Distribution);
        Term(page, "Status", masthead.Review);
        page.Append("</dl>\n</div></div>\n</header>\n");
    }

    private static void Contents(Brief brief, StringBuilder page)
    {
        page.Append("<nav aria-label=\"Contents\"><ul>\n");
        foreach (var heading in brief.Blocks.OfType<HeadingBlock>().Where(heading => heading.Level == 2))
        {
            page.Append("<li><a href=\"#").Escaped(heading.Anchor).Append("\">");
            page.Escaped(PlainText.Of(heading.Content)).Append("</a></li>\n");
        }

        page.Append("</ul></nav>\n");
    }

    private static void Marking(Masthead masthead, StringBuilder page)
    {
        if (masthead.Marking.Length > 0)
        {
            page.Append("<p class=\"marking\">").Escaped(masthead.Marking).Append("</p>\n");
        }
    }

    private static void Term(StringBuilder page, string name, string value)
    {
        if (value.Length > 0)
        {
            page.Append("<div><dt>").Append(name).Append("</dt><dd>").Escaped(value).Append("</dd></div>\n");
        }
    }

    // Colours and fonts were checked when the theme was read: they hold nothing that could leave the style sheet.
    private static string Css(Theme theme)
    {
        using var stream = typeof(HtmlBriefRenderer).Assembly.GetManifestResourceStream("BriefingGen.Html.brief.css")!;
        using var reader = new StreamReader(stream);
        return $"body {{ --accent: {theme.Accent}; --ink: {theme.Ink}; --muted: {theme.Muted}; --panel: {theme.Panel}; "
            + $"--marking: {theme.MarkingColor}; --text-font: \"{theme.TextFont}\"; --heading-font: \"{theme.HeadingFont}\"; }}\n"
            + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
