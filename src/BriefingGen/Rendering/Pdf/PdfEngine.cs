namespace BriefingGen.Rendering.Pdf;

using PdfLayout.Infrastructure;

/// <summary>What differs between our own engine and QuestPDF; everything else is written once.</summary>
internal static class PdfEngine
{
#if QUESTPDF
    private static readonly Lazy<bool> s_prepared = new(RegisterFonts);

    /// <summary>
    /// Registers the fonts once a process and sets the licence that the environment names in
    /// <c>BRIEFGEN_QUESTPDF_LICENSE</c> (<c>Evaluation</c>, <c>Community</c>, <c>Professional</c>, <c>Enterprise</c>).
    /// </summary>
    /// <exception cref="InvalidOperationException">No licence is named: it is the user's to choose.</exception>
    internal static void Prepare()
    {
        _ = s_prepared.Value;
        var name = Environment.GetEnvironmentVariable("BRIEFGEN_QUESTPDF_LICENSE");
        QuestPDF.Settings.License = Enum.TryParse<LicenseType>(name, out var license)
            ? license
            : throw new InvalidOperationException("Name your QuestPDF licence in BRIEFGEN_QUESTPDF_LICENSE.");
    }

    /// <summary>Keeps a heading with what follows; here the space asked for around both does so.</summary>
    internal static IContainer KeptWithNext(this IContainer container) => container;

    /// <summary>Null: this engine does not tell before it has drawn.</summary>
    internal static int? CountPages(this IDocument document) => null;

    private static bool RegisterFonts()
    {
        QuestPDF.Settings.UseEnvironmentFonts = false;
        var assembly = typeof(PdfEngine).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.EndsWith(".ttf", StringComparison.Ordinal))
            {
                using var font = assembly.GetManifestResourceStream(name)!;
                QuestPDF.Drawing.FontManager.RegisterFont(font);
            }
        }

        return true;
    }
#else
    /// <summary>Nothing to prepare: the fonts lie in the engine.</summary>
    internal static void Prepare() { }

    /// <summary>Keeps a heading with what follows.</summary>
    internal static IContainer KeptWithNext(this IContainer container) =>
        PdfLayout.Fluent.ElementExtensions.KeepWithNext(container);

    /// <summary>How many pages a document takes; null where the engine does not tell.</summary>
    internal static int? CountPages(this IDocument document) =>
        PdfLayout.Fluent.GenerateExtensions.CountPages(document);
#endif
}
