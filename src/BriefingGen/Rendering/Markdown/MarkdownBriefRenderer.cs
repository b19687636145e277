using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BriefingGen.Composition;
using BriefingGen.Composition.Templating;

namespace BriefingGen.Rendering.Markdown;

/// <summary>Writes a brief as one Markdown file (CommonMark with pipe tables and footnotes); citations are footnotes, one a source.</summary>
public sealed class MarkdownBriefRenderer : IBriefRenderer
{
    /// <inheritdoc/>
    public string Format => "md";

    /// <inheritdoc/>
    public void Render(Brief brief, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(output);
        cancellationToken.ThrowIfCancellationRequested();
        var text = new StringBuilder();
        Masthead(brief.Masthead, text);
        Blocks(brief.Blocks, string.Empty, text);
        Footnotes(brief, text);
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Masthead(Masthead masthead, StringBuilder text)
    {
        if (masthead.Marking.Length > 0)
        {
            text.Append("**").Append(MarkdownEscape.Of(masthead.Marking)).Append("**\n\n");
        }

        text.Append("# ").Append(MarkdownEscape.Of(masthead.Title)).Append("\n\n");
        text.Append("Edition: ").Append(masthead.Day(masthead.Edition));
        if (masthead is { PeriodFrom: { } from, PeriodTo: { } to })
        {
            text.Append("  \nPeriod: ").Append(masthead.Day(from));
            text.Append(from == to ? string.Empty : " to " + masthead.Day(to));
        }

        if (masthead.Cutoff is { } cutoff)
        {
            text.Append("  \nInformation cut-off: ").Append(masthead.Day(cutoff));
        }

        Line(text, "Producer", masthead.Producer);
        Line(text, "Distribution", masthead.Distribution);
        Line(text, "Status", masthead.Review);
        text.Append("\n\n");
    }

    private static void Line(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append("  \n").Append(name).Append(": ").Append(MarkdownEscape.Of(value));
        }
    }

    private static void Blocks(ImmutableArray<Block> blocks, string indent, StringBuilder text)
    {
        foreach (var block in blocks)
        {
            Block(block, indent, text);
        }
    }

    private static void Block(Block block, string indent, StringBuilder text)
    {
        switch (block)
        {
            case HeadingBlock heading:
                text.Append(indent)
                    .Append('#', heading.Level)
                    .Append(' ')
                    .Append(Inlines(heading.Content))
                    .Append("\n\n");
                break;
            case ParagraphBlock paragraph:
                text.Append(indent).Append(Inlines(paragraph.Content)).Append("\n\n");
                break;
            case ListBlock list:
                List(list, indent, text);
                break;
            case TableBlock table:
                Table(table, indent, text);
                break;
            case ContainerBlock container:
                Container(container, indent, text);
                break;
            case QuoteBlock quote:
                Blocks(quote.Blocks, indent + "> ", text);
                break;
            case RuleBlock:
                text.Append(indent).Append("---\n\n");
                break;
            default:
                break;
        }
    }

    private static void Container(ContainerBlock container, string indent, StringBuilder text)
    {
        if (container is { Kind: "bluf", Argument.Length: > 0 })
        {
            text.Append(indent).Append("**").Append(MarkdownEscape.Of(container.Argument)).Append("**\n\n");
        }

        Blocks(container.Blocks, indent, text);
    }

    private static void List(ListBlock list, string indent, StringBuilder text)
    {
        var number = list.Start;
        foreach (var item in list.Items)
        {
            var mark = list.Ordered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            var body = new StringBuilder();
            Blocks(item, string.Empty, body);
            var lines = body.ToString().TrimEnd('\n').Split('\n');
            text.Append(indent).Append(mark).Append(lines[0]).Append('\n');
            foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
            {
                text.Append(indent).Append(' ', mark.Length).Append(line).Append('\n');
            }
        }

        text.Append('\n');
    }

    private static void Table(TableBlock table, string indent, StringBuilder text)
    {
        Row(table.Header, indent, text);
        text.Append(indent).Append('|');
        foreach (var alignment in table.Alignments)
        {
            text.Append(
                alignment switch
                {
                    ColumnAlignment.Center => ":-:|",
                    ColumnAlignment.End => "--:|",
                    _ => "---|",
                }
            );
        }

        text.Append('\n');
        foreach (var row in table.Rows)
        {
            Row(row, indent, text);
        }

        text.Append('\n');
    }

    private static void Row(ImmutableArray<ImmutableArray<Inline>> cells, string indent, StringBuilder text)
    {
        text.Append(indent).Append('|');
        foreach (var cell in cells)
        {
            text.Append(' ').Append(Inlines(cell)).Append(" |");
        }

        text.Append('\n');
    }

    private static string Inlines(ImmutableArray<Inline> content) => string.Concat(content.Select(Inline));

    private static string Inline(Inline inline) =>
        inline switch
        {
            TextInline text => MarkdownEscape.Of(text.Text),
            StrongInline strong => $"**{Inlines(strong.Content)}**",
            EmphasisInline emphasis => $"*{Inlines(emphasis.Content)}*",
            LinkInline link => $"[{Inlines(link.Content)}](<{Target(link.Target)}>)",
            CitationInline citation => string.Create(CultureInfo.InvariantCulture, $"[^{citation.Citation.Source}]"),
            LineBreakInline => "  \n",
            _ => string.Empty,
        };

    private static void Footnotes(Brief brief, StringBuilder text)
    {
        var cited = brief.Citations.Select(citation => citation.Source).Distinct().Order();
        var sources = brief
            .Facts.Articles.Concat(brief.Facts.Earlier?.Facts.Articles ?? [])
            .ToDictionary(article => article.Number, article => article.Facts.Article);
        foreach (var number in cited)
        {
            var article = sources[number];
            text.Append(CultureInfo.InvariantCulture, $"[^{number}]: ");
            text.Append(
                article.Publisher is null ? string.Empty : MarkdownEscape.Of(CleanText.Of(article.Publisher)) + ", "
            );
            text.Append('“').Append(MarkdownEscape.Of(CleanText.Of(Limits.Label(article.Title)))).Append('”');
            text.Append(article.Published is { } day ? ", " + brief.Masthead.Day(day) : string.Empty);
            text.Append(article.Url is { } url ? $", [article](<{Target(url.AbsoluteUri)}>)" : string.Empty);
            text.Append(".\n");
        }
    }

    private static string Target(string address) =>
        address
            .Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal)
            .Replace("&", "&amp;", StringComparison.Ordinal);
}
