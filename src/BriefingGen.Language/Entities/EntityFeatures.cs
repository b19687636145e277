using BriefingGen.Language.Models;

namespace BriefingGen.Language.Entities;

/// <summary>What the entity model sees of a document, prepared once.</summary>
/// <param name="Words">All words.</param>
/// <param name="Tags">Hash of each word's Penn tag.</param>
/// <param name="Hints">What the word lists tell of each word.</param>
internal readonly record struct EntityView(WordInfo[] Words, uint[] Tags, NameHints[] Hints);

/// <summary>The features from which a word's entity class is decided, left to right.</summary>
internal static class EntityFeatures
{
    public const int Count = 62;
    private const uint Edge = 0xED6E;

    /// <summary>Fills the features of one word.</summary>
    /// <param name="view">The document.</param>
    /// <param name="first">First word of the sentence.</param>
    /// <param name="end">Index after its last word.</param>
    /// <param name="i">The word.</param>
    /// <param name="labels">Classes of the words before it, by index in the document.</param>
    /// <param name="history">For words of names seen earlier in the document their last type, from 1.</param>
    /// <param name="to">Room for <see cref="Count"/> features.</param>
    public static void Extract(
        in EntityView view,
        int first,
        int end,
        int i,
        ReadOnlySpan<byte> labels,
        Dictionary<uint, byte> history,
        Span<uint> to
    )
    {
        var words = view.Words;
        ref readonly var w = ref words[i];
        var p1 = i > first ? words[i - 1] : default;
        var p2 = i - 1 > first ? words[i - 2] : default;
        var n1 = i + 1 < end ? words[i + 1] : default;
        var n2 = i + 2 < end ? words[i + 2] : default;
        var l1 = i > first ? labels[i - 1] : Edge;
        var l2 = i - 1 > first ? labels[i - 2] : Edge;
        var (t0, tp1, tp2) = (
            view.Tags[i],
            i > first ? view.Tags[i - 1] : Edge,
            i - 1 > first ? view.Tags[i - 2] : Edge
        );
        var (tn1, tn2) = (i + 1 < end ? view.Tags[i + 1] : Edge, i + 2 < end ? view.Tags[i + 2] : Edge);
        var h0 = (uint)view.Hints[i];
        var hp1 = i > first ? (uint)view.Hints[i - 1] : Edge;
        var hn1 = i + 1 < end ? (uint)view.Hints[i + 1] : Edge;
        var (runFirst, runEnd) = Run(words, first, end, i);
        var last = words[runEnd - 1];
        var lastHints = (uint)view.Hints[runEnd - 1];
        var after = runEnd < end ? words[runEnd].Lower : Edge;
        var before = runFirst > first ? words[runFirst - 1].Lower : Edge;
        var runLength = (uint)Math.Min(5, runEnd - runFirst);
        var seen = (uint)history.GetValueOrDefault(w.Lower);
        var seenNext = (uint)history.GetValueOrDefault(n1.Lower);
        var isCapital = w.IsCapital ? 1u : 0;
        var k = 0;
        uint t = 500;
        to[k++] = FeatureHash.Of(t++, w.Form);
        to[k++] = FeatureHash.Of(t++, w.Lower, isCapital);
        to[k++] = FeatureHash.Of(t++, w.Shape, i == first ? 1u : 0);
        to[k++] = FeatureHash.Of(t++, w.Prefix2, isCapital);
        to[k++] = FeatureHash.Of(t++, w.Prefix3, isCapital);
        to[k++] = FeatureHash.Of(t++, w.Suffix2, isCapital);
        to[k++] = FeatureHash.Of(t++, w.Suffix3, isCapital);
        to[k++] = FeatureHash.Of(t++, w.Suffix4, isCapital);
        to[k++] = FeatureHash.Of(t++, w.Cluster, isCapital);
        to[k++] = FeatureHash.Of(t++, w.Coarse, isCapital);
        to[k++] = FeatureHash.Of(t++, p1.Lower);
        to[k++] = FeatureHash.Of(t++, p2.Lower);
        to[k++] = FeatureHash.Of(t++, n1.Lower);
        to[k++] = FeatureHash.Of(t++, n2.Lower);
        to[k++] = FeatureHash.Of(t++, p1.Lower, w.Lower);
        to[k++] = FeatureHash.Of(t++, w.Lower, n1.Lower);
        to[k++] = FeatureHash.Of(t++, p1.Lower, p2.Lower);
        to[k++] = FeatureHash.Of(t++, n1.Lower, n2.Lower);
        to[k++] = FeatureHash.Of(t++, p1.Cluster, isCapital);
        to[k++] = FeatureHash.Of(t++, n1.Cluster, isCapital);
        to[k++] = FeatureHash.Of(t++, p1.Cluster, w.Cluster);
        to[k++] = FeatureHash.Of(t++, w.Cluster, n1.Cluster);
        to[k++] = FeatureHash.Of(t++, p1.Shape, w.Shape);
        to[k++] = FeatureHash.Of(t++, w.Shape, n1.Shape);
        to[k++] = FeatureHash.Of(t++, p1.Shape, w.Shape, n1.Shape);
        to[k++] = FeatureHash.Of(t++, t0);
        to[k++] = FeatureHash.Of(t++, tp1, t0);
        to[k++] = FeatureHash.Of(t++, t0, tn1);
        to[k++] = FeatureHash.Of(t++, tp1, t0, tn1);
        to[k++] = FeatureHash.Of(t++, tp2, tp1);
        to[k++] = FeatureHash.Of(t++, tn1, tn2);
        to[k++] = FeatureHash.Of(t++, h0);
        to[k++] = FeatureHash.Of(t++, h0, isCapital, t0);
        to[k++] = FeatureHash.Of(t++, hp1, h0);
        to[k++] = FeatureHash.Of(t++, h0, hn1);
        to[k++] = FeatureHash.Of(t++, hp1, isCapital);
        to[k++] = FeatureHash.Of(t++, hn1, isCapital);
        to[k++] = FeatureHash.Of(t++, l1);
        to[k++] = FeatureHash.Of(t++, l1, l2);
        to[k++] = FeatureHash.Of(t++, l1, w.Lower, isCapital);
        to[k++] = FeatureHash.Of(t++, l1, w.Shape);
        to[k++] = FeatureHash.Of(t++, l1, t0);
        to[k++] = FeatureHash.Of(t++, l1, t0, tn1);
        to[k++] = FeatureHash.Of(t++, l1, h0);
        to[k++] = FeatureHash.Of(t++, l1, h0, hn1);
        to[k++] = FeatureHash.Of(t++, l1, w.Cluster, isCapital);
        to[k++] = FeatureHash.Of(t++, l1, p1.Lower);
        to[k++] = FeatureHash.Of(t++, l1, n1.Shape, n1.IsCapital ? 1u : 0);
        to[k++] = FeatureHash.Of(t++, l1, n1.Lower);
        to[k++] = FeatureHash.Of(t++, seen, isCapital);
        to[k++] = FeatureHash.Of(t++, seen, isCapital, l1);
        to[k++] = FeatureHash.Of(t++, seen, seenNext, l1);
        to[k++] = FeatureHash.Of(t++, isCapital, before);
        to[k++] = FeatureHash.Of(t++, isCapital, after);
        to[k++] = FeatureHash.Of(t++, isCapital, last.Lower, l1);
        to[k++] = FeatureHash.Of(t++, isCapital, lastHints, l1);
        to[k++] = FeatureHash.Of(t++, isCapital, lastHints, h0);
        to[k++] = FeatureHash.Of(t++, isCapital, last.Cluster, l1);
        to[k++] = FeatureHash.Of(t++, isCapital, runLength, (uint)(i - runFirst));
        to[k++] = FeatureHash.Of(t++, isCapital, (uint)view.Hints[runFirst], runLength);
        to[k++] = FeatureHash.Of(t++, isCapital, before, after);
        to[k] = FeatureHash.Of(t, isCapital, words[runFirst].Lower, l1);
    }

    // The run of words around a word that begin with a capital; the word alone where it does not.
    private static (int First, int End) Run(WordInfo[] words, int first, int end, int i)
    {
        var (from, to) = (i, i + 1);
        if (words[i].IsCapital)
        {
            while (from > first && words[from - 1].IsCapital)
            {
                from--;
            }

            while (to < end && words[to].IsCapital)
            {
                to++;
            }
        }

        return (from, to);
    }
}
