using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;

namespace BriefingGen.Fusion.Terms;

/// <summary>
/// The vectors by which articles are grouped: half what the whole text says, half what its title and first sentence say, so that
/// articles of one crisis that share their background stand apart by their news.
/// </summary>
internal static class StoryVectors
{
    private static readonly double Half = Math.Sqrt(0.5);

    /// <summary>The vector of an article.</summary>
    public static TermVector Of(ArticleFacts facts, TermVector whole, TermSpace space)
    {
        var head = space.Vector(
            ContentWords
                .Terms(HeadOf(facts))
                .CountBy(w => w, StringComparer.Ordinal)
                .Select(w => new Term(w.Key, w.Value, 0, false))
        );
        if (head.Count == 0)
        {
            return whole;
        }

        var offset = space.Count;
        int[] terms = [.. whole.Terms, .. head.Terms.ToArray().Select(t => t + offset)];
        double[] weights =
        [
            .. whole.Weights.ToArray().Select(w => w * Half),
            .. head.Weights.ToArray().Select(w => w * Half),
        ];
        return new TermVector(terms, weights);
    }

    // The title and the first sentence that is not in it.
    private static string HeadOf(ArticleFacts facts)
    {
        var article = facts.Article;
        var title = article.Regions.FirstOrDefault(r => r.Kind == RegionKind.Title);
        var body = article.Regions.FirstOrDefault(r => r.Kind == RegionKind.Paragraph);
        var first = facts.Sentences.FirstOrDefault(s => s.Overlaps(body.Span), body.Span);
        return $"{article.Text.Slice(title.Span)} {article.Text.Slice(first)}";
    }
}
