using BriefingGen.Language.Models;

namespace BriefingGen.Language.Tagging;

/// <summary>
/// A greedy tagger from left to right, each word's tag from its form, its neighbours and the tags before it (Collins,
/// 2002, with local decisions).
/// </summary>
internal static class PerceptronTagger
{
    /// <summary>Tags one sentence.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="scorer">Weights.</param>
    /// <param name="tags">Room for one tag index a word.</param>
    public static void Tag(ReadOnlySpan<WordInfo> words, IScorer scorer, Span<byte> tags)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Count];
        Span<int> scores = stackalloc int[scorer.Classes];
        var isHeadline = TagFeatures.IsHeadline(words);
        for (var i = 0; i < words.Length; i++)
        {
            TagFeatures.Extract(words, i, tags, isHeadline, features);
            scorer.Score(features, scores);
            tags[i] = (byte)Best(scores);
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
}
