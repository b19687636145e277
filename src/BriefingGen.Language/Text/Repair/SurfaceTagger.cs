using BriefingGen.Language.Models;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// Guesses what part of speech each word of a text is that lost its apostrophes, before tokens are known: a tag of
/// "Russias" may be <c>NNP+POS</c>. Greedy, from left to right, by hashed features. Immutable.
/// </summary>
internal sealed class SurfaceTagger(WordTable words, IScorer scorer)
{
    /// <summary>Features of one word.</summary>
    public const int Features = 35;

    private const byte Edge = 255;

    /// <summary>What the models see of the words of a region.</summary>
    public SurfaceView[] View(string text, List<SurfaceWord> region)
    {
        var views = new SurfaceView[region.Count];
        for (var i = 0; i < views.Length; i++)
        {
            var form = text.AsSpan(region[i].Start, region[i].Length);
            var info = words.Describe(form);
            var hasStem = form.Length >= 3 && form[^1] is 's' or 'S' && char.IsLetter(form[^2]);
            views[i] = new SurfaceView(info, hasStem ? words.Describe(form[..^1]) : default)
            {
                IsStart = i == 0 || text[region[i - 1].Start] is '.' or '?' or '!' or ':' or ';',
            };
        }

        return views;
    }

    /// <summary>Gives each word of a region its tag.</summary>
    public void Tag(Span<SurfaceView> region)
    {
        Span<uint> features = stackalloc uint[Features];
        Span<int> scores = stackalloc int[scorer.Classes];
        for (var i = 0; i < region.Length; i++)
        {
            Extract(region, i, features);
            scorer.Score(features, scores);
            region[i].Tag = (byte)Best(scores);
        }
    }

    /// <summary>Index of the highest score, the first of equals.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    /// <summary>Fills the features of one word; the tags before it are known.</summary>
    public static void Extract(ReadOnlySpan<SurfaceView> region, int i, Span<uint> to)
    {
        var w = region[i].Word;
        var stem = region[i].Stem;
        uint t1 = i > 0 ? region[i - 1].Tag : Edge;
        uint t2 = i > 1 ? region[i - 2].Tag : Edge;
        var p1 = i > 0 ? region[i - 1].Word : default;
        var n1 = i + 1 < region.Length ? region[i + 1].Word : default;
        var n2 = i + 2 < region.Length ? region[i + 2].Word : default;
        var place = (w.IsCapital ? 1u : 0) + (region[i].IsStart ? 2u : 0);
        var k = 0;
        var t = 100u;
        to[k++] = FeatureHash.Of(t++, w.Lower);
        to[k++] = FeatureHash.Of(t++, w.Suffix2, place);
        to[k++] = FeatureHash.Of(t++, w.Suffix3);
        to[k++] = FeatureHash.Of(t++, w.Suffix4);
        to[k++] = FeatureHash.Of(t++, w.Prefix3);
        to[k++] = FeatureHash.Of(t++, w.Shape, place);
        to[k++] = FeatureHash.Of(t++, w.Class, place);
        to[k++] = FeatureHash.Of(t++, w.Cluster);
        to[k++] = FeatureHash.Of(t++, w.Coarse, w.Suffix2, place);
        to[k++] = FeatureHash.Of(t++, stem.Class, w.Class, place);
        to[k++] = FeatureHash.Of(t++, stem.Cluster, place);
        to[k++] = FeatureHash.Of(t++, stem.Coarse, n1.Class);
        to[k++] = FeatureHash.Of(t++, stem.Class, n1.Class, t1);
        to[k++] = FeatureHash.Of(t++, stem.Class, n1.Class, n2.Class);
        to[k++] = FeatureHash.Of(t++, t1);
        to[k++] = FeatureHash.Of(t++, t1, t2);
        to[k++] = FeatureHash.Of(t++, t1, w.Lower);
        to[k++] = FeatureHash.Of(t++, t1, t2, w.Lower);
        to[k++] = FeatureHash.Of(t++, t1, w.Suffix3, place);
        to[k++] = FeatureHash.Of(t++, t1, w.Class);
        to[k++] = FeatureHash.Of(t++, t1, w.Cluster);
        to[k++] = FeatureHash.Of(t++, p1.Lower);
        to[k++] = FeatureHash.Of(t++, n1.Lower);
        to[k++] = FeatureHash.Of(t++, n2.Lower);
        to[k++] = FeatureHash.Of(t++, p1.Lower, w.Lower);
        to[k++] = FeatureHash.Of(t++, w.Lower, n1.Lower);
        to[k++] = FeatureHash.Of(t++, w.Lower, n1.Class);
        to[k++] = FeatureHash.Of(t++, n1.Class, n2.Class, t1);
        to[k++] = FeatureHash.Of(t++, w.Class, n1.Class, n2.Class);
        to[k++] = FeatureHash.Of(t++, t1, w.Class, n1.Class);
        to[k++] = FeatureHash.Of(t++, n1.Suffix3, w.Suffix1);
        to[k++] = FeatureHash.Of(t++, n1.Cluster);
        to[k++] = FeatureHash.Of(t++, w.Cluster, n1.Cluster);
        to[k++] = FeatureHash.Of(t++, w.Shape, n1.Shape, p1.Shape);
        to[k] = FeatureHash.Of(t, w.Suffix2, n1.Suffix2, t1);
    }
}

/// <summary>A word or mark as the models of repair see it.</summary>
/// <param name="Word">What is known of it.</param>
/// <param name="Stem">What is known of it without its final s; nothing where it has none.</param>
internal record struct SurfaceView(WordInfo Word, WordInfo Stem)
{
    /// <summary>True at the start of a region or behind the end of a sentence.</summary>
    public bool IsStart { get; init; }

    /// <summary>Number of its tag.</summary>
    public byte Tag { get; set; }
}
