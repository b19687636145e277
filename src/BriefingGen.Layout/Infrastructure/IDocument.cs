namespace BriefingGen.Layout.Infrastructure;

/// <summary>Where a document's pages go.</summary>
public interface IDocumentContainer;

/// <summary>A document: metadata, settings and pages.</summary>
public interface IDocument
{
    /// <summary>Title, author, dates and the rest.</summary>
    DocumentMetadata GetMetadata() => DocumentMetadata.Default;

    /// <summary>How the file is written.</summary>
    DocumentSettings GetSettings() => DocumentSettings.Default;

    /// <summary>Puts the pages into a container.</summary>
    /// <param name="container">Where to.</param>
    void Compose(IDocumentContainer container);
}
