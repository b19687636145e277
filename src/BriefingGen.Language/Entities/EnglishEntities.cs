using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Entities;

/// <summary>
/// Finds names of persons, organisations, places, peoples and events. A trained model decides, word lists complete it,
/// and a name that was once given in full is read alike in the whole document. Frozen and thread-safe.
/// </summary>
public sealed class EnglishEntities : ILanguageComponent
{
    internal const string Component = "entities";

    private readonly WordTable _words;
    private readonly LinearModel _weights;
    private readonly NameGazetteer _names;
    private readonly CountryGazetteer _countries;

    internal EnglishEntities(WordTable words, ModelFile file, NameGazetteer names, CountryGazetteer countries)
    {
        _words = words;
        _names = names;
        _countries = countries;
        _weights = LinearModel.Read(file.Section("weights"));
        if (_weights.Classes != EntityLabels.Count)
        {
            throw new ModelFormatException(
                $"it has {_weights.Classes} classes; this program knows {EntityLabels.Count}."
            );
        }
    }

    /// <inheritdoc/>
    public string Name => "entities";

    /// <inheritdoc/>
    public Layers Requires => Layers.Reading | Layers.Tokens | Layers.Morphology;

    /// <inheritdoc/>
    public Layers Provides => Layers.Entities;

    /// <inheritdoc/>
    public void Annotate(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var view = EntityTagger.View(document, _words, _names, _countries);
        var labels = EntityTagger.Tag(document, view, _weights, cancellationToken);
        var spans = Spans(labels);
        spans = EntityRules.Clean(document, view, spans);
        spans = EntityRules.Complete(document, view, spans, _names, _countries);
        document.SetEntities([
            .. spans.Select(s => s with { Country = EntityRules.CountryOf(document, view, s, _countries) }),
        ]);
    }

    internal static List<Entity> Spans(ReadOnlySpan<byte> labels)
    {
        var spans = new List<Entity>();
        var first = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == EntityLabels.Outside)
            {
                continue;
            }

            var part = EntityLabels.PartOf(labels[i]);
            first = part is EntityLabels.Begin or EntityLabels.Unit ? i : first;
            if (part is EntityLabels.Last or EntityLabels.Unit)
            {
                spans.Add(new Entity(first, i + 1, EntityLabels.TypeOf(labels[i])));
            }
        }

        return spans;
    }
}
