using System.Collections.Concurrent;
using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;
using BriefingGen.Language.Neural;

namespace BriefingGen.Language.Entities;

/// <summary>
/// Finds names of persons, organisations, places, peoples and events. A trained network over the encoder decides, word lists complete it,
/// and a name that was once given in full is read alike in the whole document. Frozen and thread-safe.
/// </summary>
public sealed class EnglishEntities : ILanguageComponent
{
    internal const string Component = "entities";

    private const int ChunkWords = 2048;

    private readonly WordTable _words;
    private readonly ConcurrentBag<LabelRoom> _rooms = [];
    private readonly LabelModel _model;
    private readonly ChainDecoder _decoder;
    private readonly NameGazetteer _names;
    private readonly CountryGazetteer _countries;

    internal EnglishEntities(WordTable words, ModelFile file, NameGazetteer names, CountryGazetteer countries)
    {
        _words = words;
        _names = names;
        _countries = countries;
        _model = new LabelModel(file);
        _decoder = LabelModel.Decoder(file, 0, EntityLabels.Count, EntityLabels.MayStand);
        if (_model.Shape.Outputs != EntityLabels.Count)
        {
            throw new ModelFormatException(
                $"it has {_model.Shape.Outputs} classes; this program knows {EntityLabels.Count}."
            );
        }
    }

    /// <inheritdoc/>
    public string Name => "entities";

    /// <inheritdoc/>
    public Layers Requires => Layers.Reading | Layers.Tokens | Layers.Morphology | Layers.Encoding;

    /// <inheritdoc/>
    public Layers Provides => Layers.Entities;

    /// <inheritdoc/>
    public void Annotate(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var view = EntityView.Of(document, _words, _names, _countries);
        var labels = Tag(document, view, cancellationToken);
        var spans = Spans(labels);
        spans = EntityRules.Clean(document, view, spans);
        spans = EntityRules.Complete(document, view, spans, _names, _countries);
        document.SetEntities([
            .. spans.Select(s => s with { Country = EntityRules.CountryOf(document, view, s, _countries) }),
        ]);
    }

    private byte[] Tag(Document document, in EntityView view, CancellationToken cancellationToken)
    {
        var labels = new byte[document.Tokens.Length];
        if (!_rooms.TryTake(out var room))
        {
            room = new LabelRoom();
        }

        Span<int> features = stackalloc int[EntityWordFeatures.Max];
        for (var at = 0; at < document.Sentences.Length; )
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (end, words) = (at, 0);
            while (end < document.Sentences.Length && (end == at || words + document.Sentences[end].Count <= ChunkWords))
            {
                words += document.Sentences[end++].Count;
            }

            room.Reset([.. document.Sentences[at..end].Select(static s => s.Count)], _model.Shape.DenseSize);
            var first = document.Sentences[at].First;
            for (var i = first; i < first + words; i++)
            {
                var count = EntityWordFeatures.Of(view, i, features);
                room.Add(document.Encoding.Of(i), features[..count]);
            }

            _model.Run(room);
            for (; at < end; at++)
            {
                var sentence = document.Sentences[at];
                _decoder.Decode(
                    sentence.Count,
                    room.Scores.Span[((sentence.First - first) * EntityLabels.Count)..],
                    EntityLabels.Count,
                    labels.AsSpan(sentence.First, sentence.Count)
                );
            }
        }

        _rooms.Add(room);
        return labels;
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
