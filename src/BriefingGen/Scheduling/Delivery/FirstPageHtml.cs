using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BriefingGen.Composition;
using BriefingGen.Rendering.Html;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>Writes the first page for mail readers, most of which know inline styles and nothing more.</summary>
internal static class FirstPageHtml
{
    private const string Cell = "border:1px solid #cccccc;padding:4px 8px;text-align:left";

    public static string Of(Brief brief, ImmutableArray<(string Name, string Value)> head, ImmutableArray<Block> blocks)
    {
        var masthead = brief.Masthead;
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").Escaped(masthead.Language);
        page.Append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").Escaped(masthead.Title);
        page.Append(
            "</title>\n</head>\n<body style=\"font-family:sans-serif;color:#1a1a1a;max-width:42em;line-height:1.4\">\n"
        );
        Marking(masthead.Marking, page);
        page.Append("<h1 style=\"font-size:1.4em\">").Escaped(masthead.Title).Append("</h1>\n<p>");
        for (var i = 0; i < head.Length; i++)
        {
            page.Append(i == 0 ? string.Empty : "<br>\n").Escaped(head[i].Name).Append(": ").Escaped(head[i].Value);
        }

        page.Append("</p>\n");
        foreach (var block in blocks)
        {
            Write(block, page);
        }

        Marking(masthead.Marking, page);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Marking(string marking, StringBuilder page)
    {
        if (marking.Length > 0)
        {
            page.Append("<p style=\"font-weight:bold;text-align:center\">").Escaped(marking).Append("</p>\n");
        }
    }

    private static void Write(Block block, StringBuilder page)
    {
        switch (block)
        {
            case HeadingBlock heading:
                var level = Math.Clamp(heading.Level, 2, 6);
                page.Append(CultureInfo.InvariantCulture, $"<h{level} style=\"font-size:1.1em\">");
                Inlines(heading.Content, page);
                page.Append(CultureInfo.InvariantCulture, $"</h{level}>\n");
                break;
            case ParagraphBlock paragraph:
                page.Append("<p>");
                Inlines(paragraph.Content, page);
                page.Append("</p>\n");
                break;
            case ListBlock list:
                page.Append("<ul>\n");
                foreach (var item in list.Items)
                {
                    page.Append("<li>");
                    WriteAll(item, page);
                    page.Append("</li>\n");
                }

                page.Append("</ul>\n");
                break;
            case TableBlock table:
                Table(table, page);
                break;
            case ContainerBlock container:
                WriteAll(container.Blocks, page);
                break;
            default:
                break;
        }
    }

    private static void WriteAll(ImmutableArray<Block> blocks, StringBuilder page)
    {
        if (blocks is [ParagraphBlock only])
        {
            Inlines(only.Content, page);
            return;
        }

        foreach (var block in blocks)
        {
            Write(block, page);
        }
    }

    private static void Table(TableBlock table, StringBuilder page)
    {
        page.Append("<table style=\"border-collapse:collapse\">\n<tr>");
        foreach (var cell in table.Header)
        {
            page.Append("<th scope=\"col\" style=\"").Append(Cell).Append("\">");
            Inlines(cell, page);
            page.Append("</th>");
        }

        page.Append("</tr>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            foreach (var cell in row)
            {
                page.Append("<td style=\"").Append(Cell).Append("\">");
                Inlines(cell, page);
                page.Append("</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</table>\n");
    }

    private static void Inlines(ImmutableArray<Inline> content, StringBuilder page)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case TextInline text:
                    page.Escaped(text.Text);
                    break;
                case StrongInline strong:
                    page.Append("<strong>");
                    Inlines(strong.Content, page);
                    page.Append("</strong>");
                    break;
                case EmphasisInline emphasis:
                    page.Append("<em>");
                    Inlines(emphasis.Content, page);
                    page.Append("</em>");
                    break;
                case LinkInline link:
                    Inlines(link.Content, page);
                    break;
                case LineBreakInline:
                    page.Append("<br>");
                    break;
                default:
                    break;
            }
        }
    }
}
