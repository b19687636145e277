namespace BriefingGen.Rendering.Pdf;

using BriefingGen.Composition;
using PdfLayout.Fluent;
using PdfLayout.Infrastructure;

/// <summary>The head of page 1: title, date-time group, and what the reader has to know before reading.</summary>
internal sealed class MastheadPart(Brief brief, PdfLook look) : IComponent
{
    private const int FactsInRow = 3;

    /// <inheritdoc/>
    public void Compose(IContainer container) =>
        container
            .PaddingBottom(6)
            .Column(column =>
            {
                column.Item().Row(Title);
                column.Item().PaddingTop(7).LineHorizontal(2).LineColor(look.Accent);
                column.Item().PaddingTop(6).Element(Facts);
                column.Item().PaddingTop(7).LineHorizontal(0.5f).LineColor(PdfLook.Hairline);
            });

    private void Title(RowDescriptor row)
    {
        var masthead = brief.Masthead;
        row.Spacing(10);
        if (brief.Theme.LogoSvg is { Length: > 0 } logo)
        {
            row.ConstantItem(30).AlignMiddle().Svg(logo).FitWidth();
        }

        row.RelativeItem()
            .AlignMiddle()
            .Column(column =>
            {
                column
                    .Item()
                    .SemanticHeader1()
                    .Text(masthead.Title)
                    .Style(look.Heading(1))
                    .FontSize(look.BodySize * 2.2f)
                    .LineHeight(1.15f);
                column
                    .Item()
                    .Text($"Edition of {Dates.Day(masthead, masthead.Edition)}")
                    .Style(look.Small)
                    .FontColor(look.Muted);
            });
        row.AutoItem()
            .AlignMiddle()
            .Column(column =>
            {
                column
                    .Item()
                    .AlignRight()
                    .Text(Dates.Group(masthead, masthead.Produced))
                    .Style(look.Heading(3))
                    .FontColor(look.Ink);
                column
                    .Item()
                    .PaddingTop(3)
                    .AlignRight()
                    .Border(0.75f)
                    .BorderColor(look.Marking)
                    .PaddingHorizontal(5)
                    .PaddingVertical(1.5f)
                    .Text(masthead.Review)
                    .Style(look.Label)
                    .SemiBold()
                    .FontColor(look.Marking);
            });
    }

    private void Facts(IContainer container) =>
        container.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                for (var i = 0; i < FactsInRow; i++)
                {
                    columns.RelativeColumn();
                }
            });
            foreach (var (label, value) in Pairs())
            {
                table
                    .Cell()
                    .PaddingVertical(1.5f)
                    .PaddingRight(8)
                    .Text(text =>
                    {
                        text.Span(label + "\u00A0 ").Style(look.Label);
                        text.Span(value).Style(look.Small);
                    });
            }
        });

    private IEnumerable<(string Label, string Value)> Pairs()
    {
        var masthead = brief.Masthead;
        if (masthead is { PeriodFrom: { } from, PeriodTo: { } to })
        {
            yield return (
                "Period covered",
                from == to ? Dates.Day(masthead, from) : $"{Dates.Day(masthead, from)}\u00A0– {Dates.Day(masthead, to)}"
            );
        }

        if (masthead.Cutoff is { } cutoff)
        {
            yield return ("Information cut-off", Dates.Day(masthead, cutoff));
        }

        yield return ("Produced", Dates.Minute(masthead, masthead.Produced));
        if (masthead.Producer.Length > 0)
        {
            yield return ("Producer", masthead.Producer);
        }

        if (masthead.Distribution.Length > 0)
        {
            yield return ("Distribution", masthead.Distribution);
        }
    }
}
