namespace BriefingGen.Rendering.Pdf;

using System.Collections.Immutable;
using BriefingGen.Composition;
using PdfLayout.Fluent;
using PdfLayout.Infrastructure;

/// <summary>Writes our containers, each kind in its own form; a kind that it does not know becomes a plain panel.</summary>
internal sealed class ContainerWriter(BlockWriter blocks, PdfLook look)
{
    internal void Write(IContainer container, ContainerBlock block)
    {
        switch (block.Kind)
        {
            case "bluf":
                Panel(container, look.Accent, block, look.Body.FontSize(look.BodySize + 0.5f));
                break;
            case "judgement":
                Barred(container, look.Accent, block);
                break;
            case "disagreement":
                Disagreement(container, block);
                break;
            case "figures" when block.Blocks is [TableBlock { Rows.Length: > 0 } figures]:
                Figures(container, figures);
                break;
            case "timeline" when block.Blocks is [TableBlock { Alignments.Length: > 1 } timeline]:
                new TimelinePart(timeline, blocks.Inlines, look).Compose(container);
                break;
            case "matrix" or "timeline" or "figures":
                container.Column(column => blocks.Write(column, block.Blocks));
                break;
            case "note":
                container.Column(column => blocks.With(look.Small.FontColor(look.Muted)).Write(column, block.Blocks));
                break;
            default:
                Panel(container, PdfLook.Hairline, block, TextStyle.Default);
                break;
        }
    }

    /// <summary>Text on a tinted ground with a bar of colour; the container's argument stands above it.</summary>
    private void Panel(IContainer container, Color bar, ContainerBlock block, TextStyle style) =>
        container
            .Background(look.Panel)
            .BorderLeft(3)
            .BorderColor(bar)
            .PaddingLeft(13)
            .PaddingRight(12)
            .PaddingTop(8)
            .PaddingBottom(4)
            .Column(column =>
            {
                if (block.Argument.Length > 0)
                {
                    column
                        .Item()
                        .PaddingBottom(3)
                        .Text(block.Argument)
                        .Style(look.Label)
                        .SemiBold()
                        .FontColor(look.Marking);
                }

                blocks.With(style).Write(column, block.Blocks);
            });

    private void Barred(IContainer container, Color bar, ContainerBlock block) =>
        container
            .BorderLeft(3)
            .BorderColor(bar)
            .PaddingLeft(13)
            .PaddingRight(12)
            .Column(column => blocks.Write(column, block.Blocks));

    /// <summary>What is in dispute above, and the two sides beside each other.</summary>
    private void Disagreement(IContainer container, ContainerBlock block)
    {
        var sides = block.Blocks.OfType<ListBlock>().FirstOrDefault(list => list.Items.Length == 2);
        if (sides is null)
        {
            Panel(container, look.Marking, block, TextStyle.Default);
            return;
        }

        container
            .EnsureSpace(90)
            .Border(0.5f)
            .BorderColor(PdfLook.Hairline)
            .Column(column =>
            {
                column
                    .Item()
                    .Background(look.Panel)
                    .PaddingHorizontal(10)
                    .PaddingTop(5)
                    .Row(row =>
                    {
                        var head = block.Blocks.Where(b => !ReferenceEquals(b, sides)).ToImmutableArray();
                        row.RelativeItem().Column(inner => blocks.With(look.Small).Write(inner, head));
                        row.AutoItem().Text(block.Argument).Style(look.Label).SemiBold().FontColor(look.Marking);
                    });
                column
                    .Item()
                    .Row(row =>
                    {
                        Side(row.RelativeItem(), sides.Items[0], isSecond: false);
                        Side(row.RelativeItem(), sides.Items[1], isSecond: true);
                    });
            });
    }

    private void Side(IContainer container, ImmutableArray<Block> side, bool isSecond) =>
        container
            .BorderLeft(isSecond ? 0.5f : 0)
            .BorderColor(PdfLook.Hairline)
            .PaddingHorizontal(10)
            .PaddingTop(6)
            .PaddingBottom(3)
            .Column(column => blocks.Write(column, side));

    /// <summary>Each number large over its name.</summary>
    private void Figures(IContainer container, TableBlock table) =>
        container
            .BorderHorizontal(0.5f)
            .BorderColor(PdfLook.Hairline)
            .PaddingVertical(5)
            .Row(row =>
            {
                row.Spacing(6);
                for (var i = 0; i < table.Rows[0].Length; i++)
                {
                    var (value, name) = (table.Rows[0][i], i < table.Header.Length ? table.Header[i] : []);
                    row.RelativeItem()
                        .Column(column =>
                        {
                            column.Item().Text(text => Centered(text, value, look.Heading(2)));
                            column.Item().Text(text => Centered(text, name, look.Label));
                        });
                }
            });

    private void Centered(TextDescriptor text, ImmutableArray<Inline> content, TextStyle style)
    {
        TableWriter.Align(text, ColumnAlignment.Center);
        blocks.Inlines.Write(text, content, style);
    }
}
