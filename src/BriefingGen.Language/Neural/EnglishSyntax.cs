using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Language.Neural;

/// <summary>
/// Gives each word its tags and features, its head and its relation, and keeps what the encoder saw in it for the
/// components that follow. One tree with one root for every sentence. Frozen and thread-safe.
/// </summary>
public sealed class EnglishSyntax : ILanguageComponent
{
    /// <summary>Words of a sentence that are read at once; longer ones are read in pieces, so that time stays linear.</summary>
    internal const int MaxLength = 160;

    private const int ChunkWords = 2048;

    /// <summary>Longer documents do not keep what the encoder saw: at four kilobytes a word it would fill the memory.</summary>
    private const int KeptWords = 1 << 15;

    private readonly SyntaxModel _model;
    private readonly FeatureTable _features;
    private readonly string[] _labels;
    private readonly int _loose;
    private readonly ConcurrentBag<SyntaxRoom> _rooms = [];
    private readonly FormMemory _forms = new();

    internal EnglishSyntax(ModelFile file, VectorTable vectors)
    {
        _model = new SyntaxModel(file, vectors);
        Tags = TagSet.Read(file.Lines("tags"));
        _features = new FeatureTable(file.Lines("features"));
        _labels = [.. file.Lines("labels.names").Select(string.Intern)];
        if (_labels.Length != _model.Shape.Labels || Tags.Tags.Length != _model.Shape.Tags)
        {
            throw new ModelFormatException("its tags or relations do not fit its weights.");
        }

        _loose = Math.Max(0, Array.IndexOf(_labels, "parataxis"));
    }

    /// <inheritdoc/>
    public string Name => "syntax";

    /// <inheritdoc/>
    public Layers Requires => Layers.Reading | Layers.Tokens;

    /// <inheritdoc/>
    public Layers Provides => Layers.Morphology | Layers.Syntax | Layers.Encoding;

    internal TagSet Tags { get; }

    /// <summary>Numbers that it leaves for a word.</summary>
    internal int EncodingSize => _model.EncodingSize;

    /// <inheritdoc/>
    public void Annotate(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var room = Take();
        var result = new Result(document.Tokens.Length);
        var pieces = Pieces(document);
        var chunks = Chunks(pieces);
        var isKept = document.Tokens.Length <= KeptWords;
        var encoding = WordEncoding.Pooled(isKept ? document.Tokens.Length * EncodingSize : 0);
        foreach (var (from, to) in chunks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chunk = CollectionsMarshal.AsSpan(pieces)[from..to];
            Encode(document, chunk, room);
            Parse(document, chunk, room, result);
            if (isKept)
            {
                room.Top.Span.CopyTo(encoding.AsSpan(chunk[0].First * EncodingSize));
            }
        }

        Join(document, result);
        _rooms.Add(room);
        document.SetMorphology(ImmutableCollectionsMarshal.AsImmutableArray(result.Morphology));
        document.SetSyntax(
            new DependencyTree(
                ImmutableCollectionsMarshal.AsImmutableArray(result.Heads),
                ImmutableCollectionsMarshal.AsImmutableArray(result.Relations)
            )
        );
        document.SetEncoding(
            isKept ? new WordEncoding(encoding, EncodingSize) : EncodedAgain(document, pieces, chunks)
        );
    }

    private SyntaxRoom Take() => _rooms.TryTake(out var room) ? room : new SyntaxRoom();

    // What was encoded of a very long text would fill the memory; it is encoded again where it is needed.
    private WordEncoding EncodedAgain(
        Document document,
        List<(int First, int Length)> pieces,
        List<(int From, int To)> chunks
    )
    {
        return new WordEncoding([.. chunks.Select(c => pieces[c.From].First)], Read, EncodingSize);

        float[] Read(int chunk)
        {
            var room = Take();
            Encode(document, CollectionsMarshal.AsSpan(pieces)[chunks[chunk].From..chunks[chunk].To], room);
            var rows = room.Top.Span.ToArray();
            _rooms.Add(room);
            return rows;
        }
    }

    // Runs of pieces that are read at once.
    private static List<(int From, int To)> Chunks(List<(int First, int Length)> pieces)
    {
        var chunks = new List<(int, int)>();
        for (var from = 0; from < pieces.Count; )
        {
            var (to, words) = (from, 0);
            while (to < pieces.Count && (to == from || words + pieces[to].Length <= ChunkWords))
            {
                words += pieces[to++].Length;
            }

            chunks.Add((from, to));
            from = to;
        }

        return chunks;
    }

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

    private void Encode(Document document, ReadOnlySpan<(int First, int Length)> pieces, SyntaxRoom room)
    {
        var lengths = new int[pieces.Length];
        for (var i = 0; i < pieces.Length; i++)
        {
            lengths[i] = pieces[i].Length;
        }

        room.Reset(lengths);
        Describe(document, pieces, room);
        _model.Encode(room);
    }

    private void Parse(Document document, ReadOnlySpan<(int First, int Length)> pieces, SyntaxRoom room, Result result)
    {
        _model.Parse(room);
        var tags = _model.Shape.Tags;
        for (var s = 0; s < pieces.Length; s++)
        {
            var (first, length) = pieces[s];
            var row = room.FirstWord(s);
            for (var i = 0; i < length; i++, row++)
            {
                var tag = Tag(room.Tags.Span.Slice(row * tags, tags));
                var (upos, xpos) = Tags.Tags[tag];
                result.Morphology[first + i] = new Morphology(
                    upos,
                    xpos,
                    _features.Of(tag, WordTable.Key(document.Form(first + i)))
                );
                result.Heads[first + i] = room.Heads[row] == 0 ? -1 : first + room.Heads[row] - 1;
                result.Relations[first + i] = _labels[room.Relations[row]];
            }
        }
    }

    // Each form is described once in a chunk, and frequent ones once for all.
    private void Describe(Document document, ReadOnlySpan<(int First, int Length)> pieces, SyntaxRoom room)
    {
        var kinds = new FormKinds(_forms);
        var size = _model.Shape.InputSize;
        var batch = room.Batch;
        var order = batch.Order;
        // Upper bound of kinds: the words.
        _ = room.Kinds.Reserve(batch.Rows * size);
        for (var place = 0; place < order.Length; place++)
        {
            var (first, length) = pieces[order[place]];
            for (var t = 0; t < length; t++)
            {
                var form = document.Form(first + t);
                var kind = kinds.Of(form, out var isFresh);
                if (isFresh)
                {
                    _model.Describe(form, kind, room);
                }

                room.KindOf[batch.Row(place, t)] = kind;
            }
        }

        kinds.Number(room.KindOf.AsSpan(0, batch.Rows));
        _model.Project(kinds.Fresh.Count, kinds.Count, room);
        for (var k = 0; k < kinds.Known.Count; k++)
        {
            _model.Recall(kinds.Known[k], kinds.Fresh.Count + k, room);
        }

        for (var k = 0; k < kinds.Fresh.Count && !_forms.IsFull; k++)
        {
            _forms.Add(kinds.Fresh[k], _model.Kept(k, room));
        }
    }

    // The likeliest universal tag over all its pairs, then its likeliest pair.
    private int Tag(ReadOnlySpan<float> probabilities)
    {
        Span<float> sums = stackalloc float[32];
        sums.Clear();
        for (var i = 0; i < probabilities.Length; i++)
        {
            sums[(int)Tags.Tags[i].Upos] += probabilities[i];
        }

        var upos = 0;
        for (var u = 1; u < sums.Length; u++)
        {
            upos = sums[u] > sums[upos] ? u : upos;
        }

        var best = -1;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if ((int)Tags.Tags[i].Upos == upos && (best < 0 || probabilities[i] > probabilities[best]))
            {
                best = i;
            }
        }

        return best;
    }

    // Roots of a long sentence's later pieces hang on the first one's.
    private void Join(Document document, Result result)
    {
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Count <= MaxLength)
            {
                continue;
            }

            var root = -1;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (result.Heads[i] < 0 && root < 0)
                {
                    root = i;
                }
                else if (result.Heads[i] < 0)
                {
                    (result.Heads[i], result.Relations[i]) = (root, _labels[_loose]);
                }
            }
        }
    }

    private sealed class Result(int words)
    {
        public Morphology[] Morphology { get; } = new Morphology[words];
        public int[] Heads { get; } = new int[words];
        public string[] Relations { get; } = new string[words];
    }
}
