using System.Collections.Concurrent;
using System.Reflection;
using BriefingGen.Language.Models;
using BriefingGen.Language.Neural;

namespace BriefingGen.Extraction.Positions.Network;

/// <summary>What the network sees in an article: runs of words in each role, and how sure it is of each word.</summary>
/// <param name="Cues">Words that attribute.</param>
/// <param name="Sources">Who is credited.</param>
/// <param name="Contents">What is attributed.</param>
/// <param name="Certainty">For each word the lowest probability, from 0 to 1, of the classes that it got.</param>
internal sealed record RoleReading(
    List<RoleRun> Cues,
    List<RoleRun> Sources,
    List<RoleRun> Contents,
    float[] Certainty
);

/// <summary>
/// Labels cues, sources and contents of positions over the shared encoder: one bidirectional layer over the whole article
/// and three chains of classes, trained on PolNeAR (Newell and others, 2018). Frozen and thread-safe.
/// </summary>
internal sealed class PositionNetwork
{
    public const string Component = "positions";

    /// <summary>Words that are read at once; longer articles are cut between paragraphs, or else anywhere.</summary>
    private const int MaxWords = 1500;

    // Of whole positions the network finds too few: its sources and contents begin a little more readily than it
    // learned, which on PolNeAR's development part gives more right positions than wrong ones.
    private const float Readiness = 0.3f;

    private readonly LabelModel _model;
    private readonly ChainDecoder[] _decoders;
    private readonly ConcurrentBag<LabelRoom> _rooms = [];

    /// <summary>Reads the network of a model file.</summary>
    /// <exception cref="ModelFormatException">It is damaged, or of another form.</exception>
    public PositionNetwork(ModelFile file)
    {
        _model = new LabelModel(file);
        if (_model.Shape.Outputs != PositionLabels.Outputs || _model.Shape.Features != PositionFeatures.Count)
        {
            throw new ModelFormatException("it has other classes or features than this program knows.");
        }

        _decoders = new ChainDecoder[PositionLabels.Chains.Length];
        for (var g = 0; g < _decoders.Length; g++)
        {
            _decoders[g] = LabelModel.Decoder(file, g, PositionLabels.Chains[g], PositionLabels.MayStand);
        }
    }

    /// <summary>Reads the network that ships with the library.</summary>
    /// <exception cref="ModelFormatException">It is missing or damaged.</exception>
    public static PositionNetwork Load()
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"BriefingGen.{Component}.bin")
            ?? throw new ModelFormatException($"the assembly carries no model '{Component}'.");
        return new PositionNetwork(ModelFile.Read(stream, Component));
    }

    /// <summary>Labels an article.</summary>
    public RoleReading Read(
        ArticleContext context,
        QuotationMap quotations,
        CueLexicon lexicon,
        CancellationToken cancellationToken
    )
    {
        if (!_rooms.TryTake(out var room))
        {
            room = new LabelRoom();
        }

        var features = new PositionFeatures(context, quotations, lexicon);
        var classes = new byte[_decoders.Length][];
        for (var g = 0; g < classes.Length; g++)
        {
            classes[g] = new byte[context.Count];
        }

        var certainty = new float[context.Count];
        Array.Fill(certainty, 1);
        foreach (var part in Parts(context))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Label(context, features, part, room, classes, certainty);
        }

        _rooms.Add(room);
        var paragraphs = new ParagraphRuns(context);
        return new RoleReading(
            paragraphs.Within(PositionLabels.Runs(classes[PositionLabels.Cue])),
            paragraphs.Within(PositionLabels.Runs(classes[PositionLabels.Source])),
            paragraphs.OutsideTitle(PositionLabels.Runs(classes[PositionLabels.Content])),
            certainty
        );
    }

    /// <summary>The pieces in which an article is read.</summary>
    public static IEnumerable<Run> Parts(ArticleContext context)
    {
        for (var first = 0; first < context.Count; )
        {
            var end = Math.Min(context.Count, first + MaxWords);
            if (end < context.Count)
            {
                var cut = end;
                while (cut > first && context.RegionOf(cut) == context.RegionOf(cut - 1))
                {
                    cut--;
                }

                end = cut > first ? cut : end;
            }

            yield return new Run(first, end);
            first = end;
        }
    }

    private void Label(
        ArticleContext context,
        PositionFeatures features,
        Run part,
        LabelRoom room,
        byte[][] classes,
        float[] certainty
    )
    {
        room.Reset([part.Length]);
        Span<int> of = stackalloc int[PositionFeatures.Max];
        for (var i = part.First; i < part.End; i++)
        {
            room.Add(of[..features.Of(i, of)]);
        }

        _model.Run(room, context.Document.Encoding.Rows(part.First, part.Length));
        var scores = room.Scores.Span;
        for (var at = 0; at < part.Length * PositionLabels.Outputs; at += PositionLabels.Outputs)
        {
            PositionLabels.Favour(scores.Slice(at, PositionLabels.Outputs), Readiness);
        }

        var sure = new float[part.Length];
        for (var (g, at) = (0, 0); g < _decoders.Length; at += PositionLabels.Chains[g++])
        {
            var found = classes[g].AsSpan(part.First, part.Length);
            _decoders[g].Decode(part.Length, scores[at..], PositionLabels.Outputs, found);
            _decoders[g].Probabilities(part.Length, scores[at..], PositionLabels.Outputs, found, sure);
            for (var i = 0; i < part.Length; i++)
            {
                ref var least = ref certainty[part.First + i];
                least = found[i] == 0 ? least : MathF.Min(least, sure[i]);
            }
        }
    }
}
