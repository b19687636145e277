namespace BriefingGen.Rendering.Pdf;

using System.Collections.Immutable;
using BriefingGen.Composition;
using PdfLayout.Fluent;
using PdfLayout.Infrastructure;

/// <summary>Dated rows along a line: the first column is the date, the second what happened, the others come after.</summary>
internal sealed class TimelinePart(TableBlock table, InlineWriter inlines, PdfLook look) : IComponent
{
    private const float DateWidth = 62;
    private const float LineWidth = 20;

    /// <inheritdoc/>
    public void Compose(IContainer container) =>
        container.Table(layout =>
        {
            layout.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(DateWidth);
                columns.ConstantColumn(LineWidth);
                for (var i = 1; i < table.Widths.Length; i++)
                {
                    columns.RelativeColumn((float)table.Widths[i]);
                }
            });
            layout.Header(header =>
            {
                Words(header.Cell(), Column(table.Header, 0), look.Label.SemiBold());
                header.Cell();
                for (var i = 1; i < table.Widths.Length; i++)
                {
                    Words(header.Cell(), Column(table.Header, i), look.Label.SemiBold());
                }
            });
            foreach (var row in table.Rows)
            {
                Row(layout, row);
            }
        });

    private void Row(TableDescriptor layout, ImmutableArray<ImmutableArray<Inline>> row)
    {
        Words(layout.Cell(), Column(row, 0), look.Small.SemiBold());
        layout
            .Cell()
            .Layers(layers =>
            {
                layers.Layer().AlignCenter().LineVertical(0.75f).LineColor(PdfLook.Hairline);
                layers
                    .PrimaryLayer()
                    .PaddingTop(5)
                    .AlignCenter()
                    .Width(6)
                    .Height(6)
                    .CornerRadius(3)
                    .Background(look.Accent);
            });
        for (var i = 1; i < table.Widths.Length; i++)
        {
            Words(layout.Cell(), Column(row, i), look.Small);
        }
    }

    private void Words(IContainer cell, ImmutableArray<Inline> content, TextStyle style) =>
        cell.PaddingVertical(2.5f).PaddingRight(8).Text(text => inlines.Write(text, content, style));

    private static ImmutableArray<Inline> Column(ImmutableArray<ImmutableArray<Inline>> row, int index) =>
        index < row.Length ? row[index] : [];
}
