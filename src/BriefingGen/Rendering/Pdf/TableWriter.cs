namespace BriefingGen.Rendering.Pdf;

using System.Collections.Immutable;
using BriefingGen.Composition;
using PdfLayout.Fluent;
using PdfLayout.Infrastructure;

/// <summary>Writes tables: a header on each page, rows divided by hairlines, figures of one width.</summary>
internal sealed class TableWriter(InlineWriter inlines, PdfSources sources, PdfLook look)
{
    /// <summary>Width of a letter beside the font size, on the safe side, for widths that no word is cut by.</summary>
    private const float LetterWidth = 0.56f;
    private const float Gap = 8;

    internal void Write(IContainer container, TableBlock table) =>
        container.Table(layout =>
        {
            layout.ColumnsDefinition(columns =>
            {
                foreach (var width in Widths(table))
                {
                    columns.RelativeColumn(width);
                }
            });
            layout.Header(header =>
            {
                for (var i = 0; i < table.Header.Length; i++)
                {
                    var cell = header.Cell().BorderBottom(1).BorderColor(look.Accent);
                    Cell(cell, table, i, table.Header[i], look.Small.SemiBold(), spacing: 3);
                }
            });
            for (var row = 0; row < table.Rows.Length; row++)
            {
                Row(layout, table, row);
            }
        });

    private void Row(TableDescriptor layout, TableBlock table, int row)
    {
        var target = sources.TargetOf(table, row);
        for (var i = 0; i < table.Rows[row].Length; i++)
        {
            IContainer cell = layout.Cell().BorderBottom(0.5f).BorderColor(PdfLook.Hairline);
            cell = target is not null && i == 0 ? cell.Section(target) : cell;
            Cell(cell, table, i, table.Rows[row][i], look.Small, spacing: 2.5f);
        }
    }

    private void Cell(
        IContainer cell,
        TableBlock table,
        int column,
        ImmutableArray<Inline> content,
        TextStyle style,
        float spacing
    )
    {
        var isLast = column == table.Alignments.Length - 1;
        cell.PaddingVertical(spacing)
            .PaddingRight(isLast ? 0 : Gap)
            .Text(text =>
            {
                Align(text, table.Alignments[column]);
                inlines.Write(text, content, style);
            });
    }

    internal static void Align(TextDescriptor text, ColumnAlignment alignment)
    {
        switch (alignment)
        {
            case ColumnAlignment.Center:
                text.AlignCenter();
                break;
            case ColumnAlignment.End:
                text.AlignRight();
                break;
            default:
                text.AlignLeft();
                break;
        }
    }

    /// <summary>
    /// Widths in points: those that the table asks for, except that a column is no narrower than its longest word, at
    /// the cost of the others.
    /// </summary>
    private float[] Widths(TableBlock table)
    {
        var page = look.PageSize.Width - 125;
        var total = table.Widths.Sum();
        var needed = new float[table.Widths.Length];
        var widths = new float[table.Widths.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            var longest = LongestWord(table.Header.Length > i ? table.Header[i] : []);
            foreach (var row in table.Rows)
            {
                longest = Math.Max(longest, i < row.Length ? LongestWord(row[i]) : 0);
            }

            needed[i] = Math.Min((longest * look.SmallSize * LetterWidth) + Gap, page / 3);
            widths[i] = Math.Max(needed[i], (float)(table.Widths[i] / total) * page);
        }

        var excess = widths.Sum() - page;
        var spare = 0f;
        for (var i = 0; i < widths.Length; i++)
        {
            spare += widths[i] - needed[i];
        }

        for (var i = 0; i < widths.Length && spare > 0 && excess > 0; i++)
        {
            widths[i] -= (widths[i] - needed[i]) * Math.Min(1, excess / spare);
        }

        return widths;
    }

    private static int LongestWord(ImmutableArray<Inline> content) =>
        PlainText.Of(content).Split([' ', '-', '/'], StringSplitOptions.None).Max(word => word.Length);
}
