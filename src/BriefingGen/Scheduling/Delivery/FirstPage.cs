using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BriefingGen.Composition;
using BriefingGen.Rendering;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>
/// The part of a brief that can be read alone, for the body of a message: marking, title, dates, bottom line, judgements,
/// changes, figures. Citation marks are left out: they lead into the files.
/// </summary>
/// <param name="Text">As plain text, lines of any length.</param>
/// <param name="Html">As a small web page: inline styles only, no script, no link, nothing from elsewhere.</param>
internal sealed record FirstPage(string Text, string Html)
{
    /// <summary>Kinds of containers that stand on the first page.</summary>
    private static readonly ImmutableHashSet<string> Kinds = ["bluf", "judgement", "changes", "figures"];

    public static FirstPage Of(Brief brief)
    {
        var blocks = Chosen(brief.Blocks);
        var head = Head(brief.Masthead);
        return new FirstPage(TextOf(brief.Masthead, head, blocks), FirstPageHtml.Of(brief, head, blocks));
    }

    // A heading goes with the first container that follows it; what follows the last container is no longer first page.
    private static ImmutableArray<Block> Chosen(ImmutableArray<Block> blocks)
    {
        var chosen = ImmutableArray.CreateBuilder<Block>();
        HeadingBlock? heading = null;
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock next:
                    heading = next.Level > 1 ? next : null;
                    break;
                case ContainerBlock container when Kinds.Contains(container.Kind):
                    if (heading is not null)
                    {
                        chosen.Add(heading);
                        heading = null;
                    }

                    chosen.Add(container);
                    break;
                default:
                    break;
            }
        }

        return chosen.ToImmutable();
    }

    private static ImmutableArray<(string Name, string Value)> Head(Masthead masthead)
    {
        var period = masthead switch
        {
            { PeriodFrom: { } from, PeriodTo: { } to } when from == to => masthead.Day(from),
            { PeriodFrom: { } from, PeriodTo: { } to } => $"{masthead.Day(from)} – {masthead.Day(to)}",
            _ => string.Empty,
        };
        (string Name, string Value)[] all =
        [
            ("Edition", masthead.Day(masthead.Edition)),
            ("Period", period),
            ("Information cut-off", masthead.Cutoff is { } cutoff ? masthead.Day(cutoff) : string.Empty),
            ("Producer", masthead.Producer),
            ("Distribution", masthead.Distribution),
            ("Status", masthead.Review),
        ];
        return [.. all.Where(line => line.Value.Length > 0)];
    }

    private static string TextOf(Masthead masthead, ImmutableArray<(string, string)> head, ImmutableArray<Block> blocks)
    {
        var text = new StringBuilder();
        if (masthead.Marking.Length > 0)
        {
            text.Append(masthead.Marking).Append("\n\n");
        }

        text.Append(masthead.Title).Append("\n\n");
        foreach (var (name, value) in head)
        {
            text.Append(name).Append(": ").Append(value).Append('\n');
        }

        foreach (var block in blocks)
        {
            Write(block, string.Empty, text);
        }

        text.Append(masthead.Marking.Length > 0 ? "\n" + masthead.Marking + "\n" : string.Empty);
        return text.ToString();
    }

    private static void Write(Block block, string indent, StringBuilder text)
    {
        switch (block)
        {
            case HeadingBlock heading:
                text.Append('\n').Append(Line(heading.Content).ToUpperInvariant()).Append('\n');
                break;
            case ParagraphBlock paragraph:
                text.Append(indent).Append(Line(paragraph.Content)).Append('\n');
                break;
            case ListBlock list:
                foreach (var item in list.Items)
                {
                    text.Append(indent)
                        .Append("- ")
                        .Append(string.Join(' ', item.OfType<ParagraphBlock>().Select(p => Line(p.Content))))
                        .Append('\n');
                }

                break;
            case TableBlock table:
                Table(table, indent, text);
                break;
            case ContainerBlock container:
                text.Append('\n');
                foreach (var inner in container.Blocks)
                {
                    Write(inner, indent, text);
                }

                break;
            default:
                break;
        }
    }

    private static void Table(TableBlock table, string indent, StringBuilder text)
    {
        foreach (var row in table.Rows)
        {
            text.Append(indent)
                .AppendJoin("; ", row.Select((cell, i) => $"{Line(table.Header[i])}: {Line(cell)}"))
                .Append('\n');
        }
    }

    private static string Line(ImmutableArray<Inline> content) => PlainText.Of(content).Trim();
}
