using BriefingGen.Language.Documents;

namespace BriefingGen.Language;

/// <summary>
/// One step of the analysis. A component is frozen: it keeps no state between documents, and many threads may call it
/// at once, each with a document of its own.
/// </summary>
public interface ILanguageComponent
{
    /// <summary>A short name for messages, such as <c>tagger</c>.</summary>
    string Name { get; }

    /// <summary>The layers that must have been written before.</summary>
    Layers Requires { get; }

    /// <summary>The layers that it writes, at least one.</summary>
    Layers Provides { get; }

    /// <summary>Reads what it requires and writes what it provides.</summary>
    /// <param name="document">The document, with <see cref="Requires"/> present.</param>
    /// <param name="cancellationToken">Ends the work between sentences.</param>
    void Annotate(Document document, CancellationToken cancellationToken);
}
