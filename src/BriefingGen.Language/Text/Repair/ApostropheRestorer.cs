using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Text.Repair;

/// <summary>Finds the words of a document that lost an apostrophe.</summary>
internal sealed class ApostropheRestorer(ApostropheModel model)
{
    /// <summary>A word is repaired from this probability on.</summary>
    private const float Enough = 0.48f;

    /// <summary>Every place where the model would put an apostrophe back, in order.</summary>
    /// <param name="document">The document, of which only text and regions are read.</param>
    /// <param name="cancellationToken">Ends the work between regions.</param>
    public List<TextEdit> Find(Document document, CancellationToken cancellationToken)
    {
        var text = document.Source.Value;
        var (regions, vocabulary) = Scan(text, document.Regions);
        var lookup = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        var edits = new List<TextEdit>();
        Span<uint> features = stackalloc uint[ApostropheFeatures.Most];
        Span<float> probabilities = stackalloc float[ApostropheModel.Classes];
        foreach (var words in regions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var views = model.Tagger.View(text, words);
            model.Tagger.Tag(views);
            for (var i = 0; i < words.Count; i++)
            {
                var word = text.AsSpan(words[i].Start, words[i].Length);
                if (!words[i].IsWord || !ApostropheFeatures.IsCandidate(word))
                {
                    continue;
                }

                var count = ApostropheFeatures.Extract(word, views, i, lookup, model.Tags, features, out _);
                model.Predict(word, features[..count], probabilities);
                if (Place(word, words[i], probabilities) is { } edit)
                {
                    edits.Add(edit);
                }
            }
        }

        return edits;
    }

    private static TextEdit? Place(ReadOnlySpan<char> word, SurfaceWord at, ReadOnlySpan<float> probabilities)
    {
        var best = 0;
        for (var c = 1; c < probabilities.Length; c++)
        {
            best = probabilities[c] > probabilities[best] ? c : best;
        }

        // A form that is no word of its own needs no further evidence.
        if (best == 0 && Contractions.IsCertain(word))
        {
            best = (int)LostApostrophe.Contraction;
        }

        if (best == 0 || (probabilities[best] < Enough && !Contractions.IsCertain(word)))
        {
            return null;
        }

        var offset = (LostApostrophe)best switch
        {
            LostApostrophe.BeforeS => at.End - 1,
            LostApostrophe.AfterS => at.End,
            _ => at.Start + Contractions.Place(word),
        };
        var confidence = Contractions.IsCertain(word) ? Math.Max(0.99, probabilities[best]) : probabilities[best];
        return new TextEdit(new TextSpan(offset, offset), "'", EditKind.Apostrophe, Math.Round(confidence, 3));
    }

    /// <summary>The words of each region, and all words of the document as they stand.</summary>
    public static (List<List<SurfaceWord>> Regions, HashSet<string> Vocabulary) Scan(
        string text,
        ImmutableArray<TextRegion> regions
    )
    {
        var all = new List<List<SurfaceWord>>(regions.Length);
        var vocabulary = new HashSet<string>(StringComparer.Ordinal);
        var lookup = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var region in regions)
        {
            var words = SurfaceWord.Scan(text, region.Span.Start, region.Span.End);
            all.Add(words);
            foreach (var word in words)
            {
                if (word is { IsWord: true, Length: <= 40 })
                {
                    lookup.Add(text.AsSpan(word.Start, word.Length));
                }
            }
        }

        return (all, vocabulary);
    }
}
