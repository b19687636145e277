namespace BriefingGen.Rendering.Pdf;

using System.Globalization;
using BriefingGen.Composition;
using PdfLayout.Fluent;
using PdfLayout.Infrastructure;

/// <summary>The pages of a brief: masthead, blocks, and a header and footer with the marking on each.</summary>
internal sealed class BriefPages(Brief brief, bool isTight) : IDocument
{
    private const float MarginCentimetres = 2.2f;
    private readonly PdfLook _look = new(brief.Theme, isTight);

    /// <inheritdoc/>
    public DocumentMetadata GetMetadata() =>
        new()
        {
            Title = $"{brief.Masthead.Title}, {Dates.Day(brief.Masthead, brief.Masthead.Edition)}",
            Author = brief.Masthead.Producer,
            Subject = brief.Masthead.Marking,
            Creator = brief.Manifest.Tool,
            Producer = brief.Manifest.Tool,
            Language = brief.Masthead.Language,
            CreationDate = brief.Masthead.Produced,
            ModifiedDate = brief.Masthead.Produced,
        };

    /// <inheritdoc/>
    public DocumentSettings GetSettings() => new() { PDFA_Conformance = PDFA_Conformance.PDFA_2B };

    /// <inheritdoc/>
    public void Compose(IDocumentContainer container) =>
        container.Page(page =>
        {
            page.Size(_look.PageSize);
            page.MarginHorizontal(MarginCentimetres, Unit.Centimetre);
            page.MarginVertical(1.1f, Unit.Centimetre);
            page.DefaultTextStyle(_look.Body);
            page.Header().Element(Header);
            page.Content().PaddingVertical(10).Element(Content);
            page.Footer().Element(Footer);
        });

    private void Header(IContainer container) =>
        container.Column(column =>
        {
            column.Item().Element(Marking);
            column
                .Item()
                .SkipOnce()
                .PaddingTop(4)
                .BorderBottom(0.5f)
                .BorderColor(PdfLook.Hairline)
                .PaddingBottom(3)
                .DefaultTextStyle(_look.Label)
                .Row(row =>
                {
                    row.RelativeItem().Text(brief.Masthead.Title);
                    row.AutoItem().Text(Dates.Day(brief.Masthead, brief.Masthead.Edition));
                });
        });

    private void Footer(IContainer container) =>
        container
            .BorderTop(0.5f)
            .BorderColor(PdfLook.Hairline)
            .PaddingTop(4)
            .DefaultTextStyle(_look.Label)
            .Row(row =>
            {
                row.RelativeItem().Text(brief.Masthead.Review);
                row.RelativeItem(2).Element(Marking);
                row.RelativeItem()
                    .AlignRight()
                    .Text(text =>
                    {
                        text.Span("Page ");
                        text.CurrentPageNumber();
                        text.Span(" of ");
                        text.TotalPages();
                    });
            });

    /// <summary>The marking, in words and in colour; nothing where there is none.</summary>
    private void Marking(IContainer container)
    {
        if (brief.Masthead.Marking.Length > 0)
        {
            container
                .AlignCenter()
                .Text(brief.Masthead.Marking)
                .Style(_look.Small)
                .SemiBold()
                .LetterSpacing(0.06f)
                .FontColor(_look.Marking);
        }
    }

    private void Content(IContainer container) =>
        container.Column(column =>
        {
            column.Item().Component(new MastheadPart(brief, _look));
            new BlockWriter(new PdfSources(brief), _look).Write(column, brief.Blocks);
        });
}

/// <summary>Dates as the pages print them; invariant English, UTC.</summary>
internal static class Dates
{
    internal static string Day(Masthead masthead, DateOnly day) => masthead.Day(day).Replace(' ', '\u00A0');

    internal static string Minute(Masthead masthead, DateTimeOffset time) =>
        $"{Day(masthead, DateOnly.FromDateTime(time.UtcDateTime))}, {time.UtcDateTime:HH:mm}Z";

    /// <summary>
    /// The date-time group of military messages, such as <c>271800Z SEP 26</c>; where the profile writes months in
    /// figures, the time in its own form.
    /// </summary>
    internal static string Group(Masthead masthead, DateTimeOffset time) =>
        !masthead.DateFormat.Contains("MMM", StringComparison.Ordinal)
            ? Minute(masthead, time)
            : time.UtcDateTime.ToString("ddHHmm'Z\u00A0'MMM\u00A0yy", CultureInfo.InvariantCulture).ToUpperInvariant();
}
