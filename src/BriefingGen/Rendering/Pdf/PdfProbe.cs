namespace BriefingGen.Rendering.Pdf;

using PdfLayout.Fluent;

/// <summary>Lays out one small page, to see whether engine, native library and fonts work on this machine.</summary>
public static class PdfProbe
{
    /// <summary>Writes the page.</summary>
    /// <exception cref="Exception">Something is missing; the message says what.</exception>
    public static void Write(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        PdfEngine.Prepare();
        Document
            .Create(container => container.Page(page => page.Content().Text("Briefing: Kyiv, Élysée, 20–45%")))
            .GeneratePdf(output);
    }
}
