using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Text.Repair;

/// <summary>Lays the repaired wording over the source.</summary>
internal sealed class Repairer : ILanguageComponent
{
    /// <inheritdoc/>
    public string Name => "repairer";

    /// <inheritdoc/>
    public Layers Requires => Layers.None;

    /// <inheritdoc/>
    public Layers Provides => Layers.Reading;

    /// <inheritdoc/>
    public void Annotate(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        document.SetReading(new RepairedText(document.Source, []));
    }
}
