namespace BriefingGen.Rendering.Pdf;

using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition;
using PdfLayout.Fluent;
using PdfLayout.Infrastructure;

/// <summary>Writes blocks one below the other.</summary>
internal sealed class BlockWriter
{
    private const float LeastWithHeading = 64;
    private readonly PdfLook _look;
    private readonly TableWriter _tables;
    private readonly ContainerWriter _containers;
    private readonly TextStyle _style;

    internal BlockWriter(PdfSources sources, PdfLook look)
        : this(new InlineWriter(sources, look), sources, look, TextStyle.Default) { }

    private BlockWriter(InlineWriter inlines, PdfSources sources, PdfLook look, TextStyle style)
    {
        Inlines = inlines;
        Sources = sources;
        _look = look;
        _style = style;
        _tables = new TableWriter(inlines, sources, look);
        _containers = new ContainerWriter(this, look);
    }

    internal InlineWriter Inlines { get; }

    private PdfSources Sources { get; }

    /// <summary>The same writer with text of another style.</summary>
    internal BlockWriter With(TextStyle style) => new(Inlines, Sources, _look, style);

    internal void Write(ColumnDescriptor column, ImmutableArray<Block> blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            var first = i;
            while (i + 1 < blocks.Length && blocks[i] is HeadingBlock)
            {
                i++;
            }

            if (i == first)
            {
                Write(column.Item(), blocks[i]);
                continue;
            }

            var (start, end) = (first, i);
            column
                .Item()
                .EnsureSpace(LeastWithHeading)
                .Column(inner =>
                {
                    for (var k = start; k < end; k++)
                    {
                        Write(inner.Item().KeptWithNext(), blocks[k]);
                    }

                    Write(inner.Item(), blocks[end]);
                });
        }
    }

    private void Write(IContainer container, Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Heading(container, heading);
                break;
            case ParagraphBlock paragraph:
                container.PaddingBottom(5).Text(text => Inlines.Write(text, paragraph.Content, _style));
                break;
            case ListBlock list:
                List(container, list);
                break;
            case TableBlock table:
                _tables.Write(container.PaddingTop(2).PaddingBottom(8), table);
                break;
            case ContainerBlock part:
                _containers.Write(container.PaddingTop(2).PaddingBottom(8), part);
                break;
            case QuoteBlock quote:
                container
                    .PaddingBottom(6)
                    .BorderLeft(1.5f)
                    .BorderColor(PdfLook.Hairline)
                    .PaddingLeft(10)
                    .Column(column => With(_style.Italic()).Write(column, quote.Blocks));
                break;
            case RuleBlock:
                container.PaddingVertical(6).LineHorizontal(0.5f).LineColor(PdfLook.Hairline);
                break;
            case PageBreakBlock:
                container.PageBreak();
                break;
            default:
                break;
        }
    }

    private void Heading(IContainer container, HeadingBlock heading)
    {
        var style = _look.Heading(heading.Level);
        var place = container.PaddingTop(heading.Level <= 2 ? 8 : 4).PaddingBottom(heading.Level <= 2 ? 3 : 2);
        Marked(place.Section(heading.Anchor), heading.Level).Text(text => Inlines.Write(text, heading.Content, style));
    }

    /// <summary>The masthead's title is the one heading of level 1.</summary>
    private static IContainer Marked(IContainer container, int level) =>
        level switch
        {
            <= 2 => container.SemanticHeader2(),
            3 => container.SemanticHeader3(),
            4 => container.SemanticHeader4(),
            5 => container.SemanticHeader5(),
            _ => container.SemanticHeader6(),
        };

    private void List(IContainer container, ListBlock list) =>
        container
            .PaddingBottom(3)
            .Column(column =>
            {
                for (var i = 0; i < list.Items.Length; i++)
                {
                    var mark = list.Ordered
                        ? string.Create(CultureInfo.InvariantCulture, $"{list.Start + i}.")
                        : "\u2022";
                    ListItem(column.Item(), mark, list.Items[i], list.Ordered ? 16 : 11);
                }
            });

    private void ListItem(IContainer container, string mark, ImmutableArray<Block> blocks, float indent) =>
        container
            .PaddingBottom(3)
            .Row(row =>
            {
                row.ConstantItem(indent).Text(mark).Style(_style).FontColor(_look.Accent);
                row.RelativeItem()
                    .Column(column =>
                    {
                        foreach (var block in blocks)
                        {
                            if (block is ParagraphBlock paragraph)
                            {
                                column.Item().Text(text => Inlines.Write(text, paragraph.Content, _style));
                            }
                            else
                            {
                                Write(column.Item(), block);
                            }
                        }
                    });
            });
}
