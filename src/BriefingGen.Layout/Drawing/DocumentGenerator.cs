using BriefingGen.Layout.Drawing.Exceptions;
using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;
using SkiaSharp;

namespace BriefingGen.Layout.Drawing;

/// <summary>
/// Makes the file in two passes: the first finds the number of pages and the glyphs in use, the second draws. Where a
/// page number took more room than was kept for it and moved a page's end, both are done again.
/// </summary>
internal static class DocumentGenerator
{
    private const int MaxPages = 20_000;
    private const int MaxAttempts = 3;
    private const int MaxClockReadings = 8;
    private const int MaxIdlePages = 10;

    internal static void Generate(IDocument document, Stream output)
    {
        var settings = document.GetSettings();
        Refuse(settings);
        using var shaper = new TextShaper(FontLibrary.BuiltIn);
        var (container, context) = Compose(document, shaper);
        var metadata = document.GetMetadata();
        for (var attempt = 1; ; attempt++)
        {
            Rehearse(container, context);
            using var canvas = new PdfPageCanvas(shaper.Uses());
            using var file = new MemoryStream();
            var pages = Draw(container, context, canvas, file, Describe(metadata, settings));
            var isSettled = pages == context.TotalPages || attempt >= MaxAttempts;
            // About one clock reading in a hundred makes Skia write its id as characters, which cannot be replaced in
            // place: the next reading is taken, or the bytes would tell the time.
            var hasId = PdfTail.HasReplaceableId(file.GetBuffer().AsSpan(0, (int)file.Length));
            if (isSettled && (hasId || attempt >= MaxAttempts + MaxClockReadings))
            {
                PdfTail.Finish(file.GetBuffer().AsSpan(0, (int)file.Length), metadata, canvas.Outline, output);
                return;
            }

            context.TotalPages = pages;
        }
    }

    /// <summary>The number of pages of a document.</summary>
    internal static int Count(IDocument document)
    {
        using var shaper = new TextShaper(FontLibrary.BuiltIn);
        var (container, context) = Compose(document, shaper);
        return Run(container, context, new CountingCanvas(), _ => { }, () => { });
    }

    private static (DocumentContainer Container, LayoutContext Context) Compose(IDocument document, TextShaper shaper)
    {
        var container = new DocumentContainer();
        document.Compose(container);
        var context = new LayoutContext(shaper);
        foreach (var page in container.Pages)
        {
            page.Attach(context, TextStyle.LibraryDefault);
        }

        return (container, context);
    }

    /// <summary>Lays the document out without drawing: finds the number of pages and the glyphs in use.</summary>
    private static void Rehearse(DocumentContainer container, LayoutContext context)
    {
        context.TotalPages = Run(container, context, new CountingCanvas(), _ => { }, () => { });
        foreach (var (style, format) in context.PageNumbers)
        {
            for (var page = 1; page <= context.TotalPages; page++)
            {
                context.Shaper.Shape(format(page), style);
            }
        }
    }

    private static int Draw(
        DocumentContainer container,
        LayoutContext context,
        PdfPageCanvas canvas,
        MemoryStream file,
        SKDocumentPdfMetadata metadata
    )
    {
        using var pdf = SKDocument.CreatePdf(file, metadata);
        var pages = Run(
            container,
            context,
            canvas,
            page => canvas.StartPage(pdf.BeginPage(page.Size.Width, page.Size.Height), page.Size.Height),
            pdf.EndPage
        );
        pdf.Close();
        return pages;
    }

    private static int Run(
        DocumentContainer container,
        LayoutContext context,
        IPageCanvas canvas,
        Action<Page> begin,
        Action end
    )
    {
        context.StartPass();
        foreach (var page in container.Pages)
        {
            page.Reset(hard: true);
            RunPages(page, context, canvas, begin, end);
        }

        return context.CurrentPage;
    }

    private static void RunPages(Page page, LayoutContext context, IPageCanvas canvas, Action<Page> begin, Action end)
    {
        var idle = 0;
        var isEnd = false;
        while (!isEnd)
        {
            context.StartPage();
            begin(page);
            isEnd = page.DrawPage(canvas);
            idle = page.IsIdle ? idle + 1 : 0;
            end();
            if (idle > MaxIdlePages || context.CurrentPage > MaxPages)
            {
                throw page.Failure();
            }
        }
    }

    private static void Refuse(DocumentSettings settings)
    {
        if (settings.PDFA_Conformance is not (PDFA_Conformance.None or PDFA_Conformance.PDFA_2B))
        {
            throw new NotSupportedException($"{settings.PDFA_Conformance} is not offered: only PDF/A-2b is.");
        }

        if (settings.PDFUA_Conformance != PDFUA_Conformance.None)
        {
            throw new NotSupportedException("PDF/UA is not offered: the file has no tags.");
        }
    }

    private static SKDocumentPdfMetadata Describe(DocumentMetadata metadata, DocumentSettings settings) =>
        new()
        {
            Title = metadata.Title,
            Author = metadata.Author,
            Subject = metadata.Subject,
            Keywords = metadata.Keywords,
            Creator = metadata.Creator,
            Producer = metadata.Producer ?? "BriefingGen.Layout",
            Creation = metadata.CreationDate.UtcDateTime,
            Modified = metadata.ModifiedDate.UtcDateTime,
            RasterDpi = settings.ImageRasterDpi,
            EncodingQuality = 101,
            PdfA = settings.PDFA_Conformance != PDFA_Conformance.None,
        };
}
