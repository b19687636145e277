using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Drawing.Exceptions;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>A document made from a method.</summary>
public sealed class Document : IDocument
{
    private readonly Action<IDocumentContainer> _handler;
    private DocumentMetadata _metadata = DocumentMetadata.Default;
    private DocumentSettings _settings = DocumentSettings.Default;

    private Document(Action<IDocumentContainer> handler) => _handler = handler;

    /// <summary>Makes a document.</summary>
    /// <param name="handler">Puts the pages in.</param>
    public static Document Create(Action<IDocumentContainer> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new Document(handler);
    }

    /// <summary>Sets title, author, dates and the rest.</summary>
    /// <param name="metadata">The metadata.</param>
    public Document WithMetadata(DocumentMetadata metadata)
    {
        _metadata = metadata ?? _metadata;
        return this;
    }

    /// <summary>Sets how the file is written.</summary>
    /// <param name="settings">The settings.</param>
    public Document WithSettings(DocumentSettings settings)
    {
        _settings = settings ?? _settings;
        return this;
    }

    /// <inheritdoc/>
    public DocumentMetadata GetMetadata() => _metadata;

    /// <inheritdoc/>
    public DocumentSettings GetSettings() => _settings;

    /// <inheritdoc/>
    public void Compose(IDocumentContainer container) => _handler(container);
}

/// <summary>Makes files of documents.</summary>
public static class GenerateExtensions
{
    /// <summary>Lays a document out without drawing it.</summary>
    /// <param name="document">The document.</param>
    /// <returns>How many pages it takes, at least 1.</returns>
    /// <exception cref="DocumentLayoutException">Something fits no page.</exception>
    /// <exception cref="DocumentComposeException">The document is put together wrongly.</exception>
    public static int CountPages(this IDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return DocumentGenerator.Count(document);
    }

    /// <summary>Makes a PDF file.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The file's bytes, the same for the same document.</returns>
    /// <exception cref="DocumentLayoutException">Something fits no page.</exception>
    /// <exception cref="DocumentComposeException">The document is put together wrongly.</exception>
    public static byte[] GeneratePdf(this IDocument document)
    {
        using var stream = new MemoryStream();
        document.GeneratePdf(stream);
        return stream.ToArray();
    }

    /// <summary>Makes a PDF file.</summary>
    /// <param name="document">The document.</param>
    /// <param name="filePath">Where to.</param>
    /// <exception cref="DocumentLayoutException">Something fits no page.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void GeneratePdf(this IDocument document, string filePath)
    {
        var file = document.GeneratePdf();
        File.WriteAllBytes(filePath, file);
    }

    /// <summary>Makes a PDF file.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="DocumentLayoutException">Something fits no page.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void GeneratePdf(this IDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        DocumentGenerator.Generate(document, stream);
    }
}
