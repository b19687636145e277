using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private const int MaxLength = 512;

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

        var pieces = Pieces(document);
        for (var at = 0; at < pieces.Count; )
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (end, words) = (at, 0);
            while (end < pieces.Count && (end == at || words + pieces[end].Length <= ChunkWords))
            {
                words += pieces[end++].Length;
            }

            Tag(document, view, CollectionsMarshal.AsSpan(pieces)[at..end], room, labels);
            at = end;
        }

        _rooms.Add(room);
        return labels;
    }

    private void Tag(
        Document document,
        in EntityView view,
        ReadOnlySpan<(int First, int Length)> pieces,
        LabelRoom room,
        byte[] labels
    )
    {
        var lengths = new int[pieces.Length];
        for (var i = 0; i < pieces.Length; i++)
        {
            lengths[i] = pieces[i].Length;
        }

        room.Reset(lengths);
        Span<int> features = stackalloc int[EntityWordFeatures.Max];
        var first = pieces[0].First;
        for (var i = first; i < pieces[^1].First + pieces[^1].Length; i++)
        {
            var count = EntityWordFeatures.Of(view, i, features);
            room.Add(features[..count]);
        }

        _model.Run(room, document.Encoding.Rows(first, room.Batch.Rows));
        foreach (var (start, length) in pieces)
        {
            _decoder.Decode(
                length,
                room.Scores.Span[((start - first) * EntityLabels.Count)..],
                EntityLabels.Count,
                labels.AsSpan(start, length)
            );
        }
    }

    // Sentences; very long ones in pieces, so that the room stays bounded.
    private static List<(int First, int Length)> Pieces(Document document)
    {
        var pieces = new List<(int, int)>(document.Sentences.Length);
        foreach (var sentence in document.Sentences)
        {
            for (var first = sentence.First; first < sentence.End; first += MaxLength)
            {
                pieces.Add((first, Math.Min(MaxLength, sentence.End - first)));
            }
        }

        return pieces;
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
