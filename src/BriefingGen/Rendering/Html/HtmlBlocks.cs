using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BriefingGen.Composition;

namespace BriefingGen.Rendering.Html;

/// <summary>Writes blocks as HTML.</summary>
internal sealed class HtmlBlocks(StringBuilder page)
{
    private readonly HashSet<string> _cited = new(StringComparer.Ordinal);
    private string _heading = string.Empty;

    public void Write(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Heading(heading);
                break;
            case ParagraphBlock paragraph:
                page.Append("<p>");
                Inlines(paragraph.Content);
                page.Append("</p>\n");
                break;
            case ListBlock list:
                List(list);
                break;
            case TableBlock table:
                Table(table);
                break;
            case ContainerBlock container:
                Container(container);
                break;
            case QuoteBlock quote:
                page.Append("<blockquote>\n");
                Write(quote.Blocks);
                page.Append("</blockquote>\n");
                break;
            case RuleBlock:
                page.Append("<hr>\n");
                break;
            default:
                break;
        }
    }

    private void Heading(HeadingBlock heading)
    {
        _heading = PlainText.Of(heading.Content);
        var level = Math.Clamp(heading.Level, 2, 6);
        page.Append(CultureInfo.InvariantCulture, $"<h{level} id=\"").Escaped(heading.Anchor).Append("\">");
        Inlines(heading.Content);
        page.Append(CultureInfo.InvariantCulture, $"</h{level}>\n");
    }

    private void List(ListBlock list)
    {
        page.Append(
            list.Ordered ? string.Create(CultureInfo.InvariantCulture, $"<ol start=\"{list.Start}\">\n") : "<ul>\n"
        );
        foreach (var item in list.Items)
        {
            page.Append("<li>");
            if (item is [ParagraphBlock only])
            {
                Inlines(only.Content);
            }
            else
            {
                Write(item);
            }

            page.Append("</li>\n");
        }

        page.Append(list.Ordered ? "</ol>\n" : "</ul>\n");
    }

    private void Table(TableBlock table)
    {
        page.Append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table: ")
            .Escaped(_heading)
            .Append("\">\n");
        page.Append("<table>\n<colgroup>");
        var total = table.Widths.Sum();
        foreach (var width in table.Widths)
        {
            var share = Math.Clamp((int)Math.Round(20 * width / total) * 5, 5, 100);
            page.Append(CultureInfo.InvariantCulture, $"<col class=\"w{share}\">");
        }

        page.Append("</colgroup>\n<thead><tr>");
        for (var i = 0; i < table.Header.Length; i++)
        {
            page.Append("<th scope=\"col\"").Append(Class(table.Alignments[i])).Append('>');
            Inlines(table.Header[i]);
            page.Append("</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                page.Append("<td").Append(Class(table.Alignments[i])).Append('>');
                Inlines(row[i]);
                page.Append("</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private void Container(ContainerBlock container)
    {
        var kind = new string([.. container.Kind.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
        page.Append("<div class=\"c c-").Append(kind).Append("\">\n");
        if (container is { Kind: "bluf", Argument.Length: > 0 })
        {
            page.Append("<p class=\"badge\">").Escaped(container.Argument).Append("</p>\n");
        }

        Write(container.Blocks);
        page.Append("</div>\n");
    }

    private static string Class(ColumnAlignment alignment) =>
        alignment switch
        {
            ColumnAlignment.Center => " class=\"center\"",
            ColumnAlignment.End => " class=\"end\"",
            _ => string.Empty,
        };

    private void Inlines(ImmutableArray<Inline> content)
    {
        foreach (var inline in content)
        {
            Inline(inline);
        }
    }

    private void Inline(Inline inline)
    {
        switch (inline)
        {
            case TextInline text:
                page.Escaped(text.Text);
                break;
            case StrongInline strong:
                page.Append("<strong>");
                Inlines(strong.Content);
                page.Append("</strong>");
                break;
            case EmphasisInline emphasis:
                page.Append("<em>");
                Inlines(emphasis.Content);
                page.Append("</em>");
                break;
            case LinkInline link:
                page.Append("<a href=\"").Escaped(link.Target).Append("\" rel=\"noopener noreferrer\">");
                Inlines(link.Content);
                page.Append("</a>");
                break;
            case CitationInline citation:
                Citation(citation.Citation);
                break;
            case LineBreakInline:
                page.Append("<br>");
                break;
            default:
                break;
        }
    }

    // The first mark of a citation is the place that its context leads back to.
    private void Citation(Citation citation)
    {
        page.Append("<a class=\"cite\" role=\"doc-noteref\" href=\"#context-").Append(citation.Id).Append('"');
        if (_cited.Add(citation.Id))
        {
            page.Append(" id=\"ref-").Append(citation.Id).Append('"');
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $" aria-label=\"Source {citation.Source}: show the sentence\">[{citation.Source}]</a>"
        );
    }
}
