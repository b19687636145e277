using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Language;

/// <summary>A frozen sequence of components. Immutable and thread-safe: build it once and share it.</summary>
public sealed class LanguagePipeline
{
    internal LanguagePipeline(ImmutableArray<ILanguageComponent> components, Layers provides)
    {
        Components = components;
        Provides = provides;
    }

    /// <summary>The components in the order in which they run.</summary>
    public ImmutableArray<ILanguageComponent> Components { get; }

    /// <summary>The layers that a document has after <see cref="Analyze"/>.</summary>
    public Layers Provides { get; }

    /// <summary>Analyses a text.</summary>
    /// <param name="source">The text as on disk.</param>
    /// <param name="regions">The parts to read.</param>
    /// <param name="referenceDate">The article's date; null where it is not known, and then relative dates stay unresolved.</param>
    /// <param name="cancellationToken">Ends the work between components and sentences.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Document Analyze(
        SourceText source,
        ImmutableArray<TextRegion> regions,
        DateOnly? referenceDate,
        CancellationToken cancellationToken = default
    )
    {
        var document = new Document(source, regions, referenceDate);
        Annotate(document, cancellationToken);
        return document;
    }

    /// <summary>Runs, over a document that may hold some layers already, the components whose layers are missing.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public void Annotate(Document document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var component in Components)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!document.Present.HasFlag(component.Provides))
            {
                component.Annotate(document, cancellationToken);
            }
        }
    }
}
