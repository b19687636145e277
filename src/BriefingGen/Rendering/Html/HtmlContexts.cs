using System.Globalization;
using System.Text;
using BriefingGen.Composition;
using BriefingGen.Composition.Templating;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Rendering.Html;

/// <summary>Writes for each citation the paragraph of the article with the cited sentence marked.</summary>
internal sealed class HtmlContexts(StringBuilder page, FusedFacts facts, Masthead masthead)
{
    // Characters around a cited sentence in a paragraph without end.
    private const int Around = 600;

    private readonly Dictionary<int, FusedArticle> _articles = facts
        .Articles.Concat(facts.Earlier?.Facts.Articles ?? [])
        .ToDictionary(article => article.Number);

    public void Write(Citation citation)
    {
        var article = _articles[citation.Source].Facts;
        page.Append("<aside class=\"context\" id=\"context-")
            .Append(citation.Id)
            .Append("\" aria-label=\"Source sentence in its context\"><div>\n");
        page.Append("<a class=\"close\" href=\"#ref-")
            .Append(citation.Id)
            .Append("\">Back to the brief</a>\n<p><strong>");
        page.Append(CultureInfo.InvariantCulture, $"[{citation.Source}] ");
        Link(
            article.Article.Url,
            Limits.Label(article.Article.Title.Length > 0 ? article.Article.Title : article.Article.Location)
        );
        page.Append("</strong>");
        if (article.Article.Publisher is { } publisher)
        {
            page.Append(", ").Escaped(CleanText.Of(publisher));
        }

        if (article.Article.Published is { } day)
        {
            page.Append(", ").Append(masthead.Day(day));
        }

        var span = new TextSpan(citation.Start, citation.End);
        var (before, after) = Paragraph(article.Article.Regions, span, article.Article.Text.Length);
        page.Append("</p>\n<blockquote>");
        Text(article.Reading, before, " ", atEnd: true);
        page.Append("<mark>").Escaped(citation.Wording).Append("</mark>");
        Text(article.Reading, after, " ", atEnd: false);
        page.Append("</blockquote>\n<p><small>").Escaped(article.Article.Location);
        page.Append(
            CultureInfo.InvariantCulture,
            $", characters {citation.Start} to {citation.End}, article {article.Article.Id}"
        );
        page.Append("</small></p>\n</div></aside>\n");
    }

    private static (TextSpan Before, TextSpan After) Paragraph(
        IEnumerable<TextRegion> regions,
        TextSpan cited,
        int length
    )
    {
        var whole = cited;
        foreach (var region in regions)
        {
            whole = region.Span.Overlaps(cited) ? whole.Union(region.Span) : whole;
        }

        var start = Math.Max(whole.Start, cited.Start - Around);
        var end = Math.Min(Math.Min(whole.End, length), cited.End + Around);
        return (new TextSpan(start, cited.Start), new TextSpan(cited.End, Math.Max(cited.End, end)));
    }

    private void Text(RepairedText reading, TextSpan span, string space, bool atEnd)
    {
        var words = CleanText.Of(reading.Read(span));
        if (words.Length > 0)
        {
            page.Append(atEnd ? string.Empty : space).Escaped(words).Append(atEnd ? space : string.Empty);
        }
    }

    private void Link(Uri? url, string title)
    {
        if (url is null)
        {
            page.Escaped(CleanText.Of(title));
            return;
        }

        page.Append("<a href=\"").Escaped(url.AbsoluteUri).Append("\" rel=\"noopener noreferrer\">");
        page.Escaped(CleanText.Of(title)).Append("</a>");
    }
}
