using BriefingGen.Language.Models;

namespace BriefingGen.Language.Tagging;

/// <summary>The features from which a word's tag is decided, left to right.</summary>
internal static class TagFeatures
{
    public const int Count = 46;
    private const uint Edge = 0xED6E;

    /// <summary>Fills the features of one word.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="i">Index of the word.</param>
    /// <param name="tags">Tags of the words before it.</param>
    /// <param name="isHeadline">True where nearly every word of the sentence begins with a capital.</param>
    /// <param name="to">Room for <see cref="Count"/> features.</param>
    public static void Extract(
        ReadOnlySpan<WordInfo> words,
        int i,
        ReadOnlySpan<byte> tags,
        bool isHeadline,
        Span<uint> to
    )
    {
        ref readonly var w = ref words[i];
        var n = words.Length;
        var t1 = i > 0 ? tags[i - 1] + 1u : Edge;
        var t2 = i > 1 ? tags[i - 2] + 1u : Edge;
        var t3 = i > 2 ? tags[i - 3] + 1u : Edge;
        var p1 = i > 0 ? words[i - 1] : default;
        var p2 = i > 1 ? words[i - 2] : default;
        var n1 = i + 1 < n ? words[i + 1] : default;
        var n2 = i + 2 < n ? words[i + 2] : default;
        var place = (i == 0 ? 1u : 0) + (isHeadline ? 2u : 0);
        var k = 0;
        uint t = 0;
        to[k++] = FeatureHash.Of(t++, w.Form);
        to[k++] = FeatureHash.Of(t++, w.Lower);
        to[k++] = FeatureHash.Of(t++, w.Suffix1);
        to[k++] = FeatureHash.Of(t++, w.Suffix2);
        to[k++] = FeatureHash.Of(t++, w.Suffix3);
        to[k++] = FeatureHash.Of(t++, w.Suffix4);
        to[k++] = FeatureHash.Of(t++, w.Prefix1);
        to[k++] = FeatureHash.Of(t++, w.Prefix2);
        to[k++] = FeatureHash.Of(t++, w.Prefix3);
        to[k++] = FeatureHash.Of(t++, w.Shape, place);
        to[k++] = FeatureHash.Of(t++, w.Shape, place, w.Suffix2);
        to[k++] = FeatureHash.Of(t++, w.IsCapital ? 1u : 0, place, w.Class);
        to[k++] = FeatureHash.Of(t++, w.Cluster);
        to[k++] = FeatureHash.Of(t++, w.Coarse, w.Suffix2, w.IsCapital ? 1u : 0);
        to[k++] = FeatureHash.Of(t++, w.Class);
        to[k++] = FeatureHash.Of(t++, t1);
        to[k++] = FeatureHash.Of(t++, t1, t2);
        to[k++] = FeatureHash.Of(t++, t1, t2, t3);
        to[k++] = FeatureHash.Of(t++, t1, w.Lower);
        to[k++] = FeatureHash.Of(t++, t2, w.Lower);
        to[k++] = FeatureHash.Of(t++, t1, t2, w.Lower);
        to[k++] = FeatureHash.Of(t++, t1, w.Suffix2);
        to[k++] = FeatureHash.Of(t++, t1, w.Suffix3, w.IsCapital ? 1u : 0);
        to[k++] = FeatureHash.Of(t++, t1, w.Class);
        to[k++] = FeatureHash.Of(t++, t1, w.Cluster);
        to[k++] = FeatureHash.Of(t++, p1.Lower);
        to[k++] = FeatureHash.Of(t++, p2.Lower);
        to[k++] = FeatureHash.Of(t++, n1.Lower);
        to[k++] = FeatureHash.Of(t++, n2.Lower);
        to[k++] = FeatureHash.Of(t++, p1.Lower, w.Lower);
        to[k++] = FeatureHash.Of(t++, w.Lower, n1.Lower);
        to[k++] = FeatureHash.Of(t++, p1.Lower, n1.Lower, w.Class);
        to[k++] = FeatureHash.Of(t++, n1.Class);
        to[k++] = FeatureHash.Of(t++, n1.Class, n2.Class);
        to[k++] = FeatureHash.Of(t++, w.Class, n1.Class);
        to[k++] = FeatureHash.Of(t++, t1, n1.Class);
        to[k++] = FeatureHash.Of(t++, t1, w.Class, n1.Class);
        to[k++] = FeatureHash.Of(t++, w.Lower, n1.Class);
        to[k++] = FeatureHash.Of(t++, n1.Suffix3);
        to[k++] = FeatureHash.Of(t++, n1.Suffix2, w.Suffix2);
        to[k++] = FeatureHash.Of(t++, p1.Cluster, w.Cluster);
        to[k++] = FeatureHash.Of(t++, w.Cluster, n1.Cluster);
        to[k++] = FeatureHash.Of(t++, n1.Cluster);
        to[k++] = FeatureHash.Of(t++, p1.Shape, w.Shape, n1.Shape);
        to[k++] = FeatureHash.Of(t++, t1, w.Shape, n1.IsCapital ? 1u : 0);
        to[k] = FeatureHash.Of(t, w.Class, n1.Class, n2.Class);
    }

    /// <summary>True where nearly every word begins with a capital, as in headlines.</summary>
    public static bool IsHeadline(ReadOnlySpan<WordInfo> words)
    {
        var capitals = 0;
        foreach (ref readonly var word in words)
        {
            capitals += word.IsCapital ? 1 : 0;
        }

        return words.Length >= 4 && capitals * 2 > words.Length;
    }
}
