using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;

namespace BriefingGen.Fusion.Terms;

/// <summary>The telling terms of a text.</summary>
internal static class ArticleTerms
{
    // What stands beyond this of a text moves its vector no more.
    private const int MostTerms = 4_000;

    /// <summary>The terms of an article: its lemmas, or its words where it was read without a parse.</summary>
    public static IEnumerable<Term> Of(ArticleFacts facts) =>
        facts.Terms.IsDefaultOrEmpty ? OfWords(facts) : facts.Terms;

    private static IEnumerable<Term> OfWords(ArticleFacts facts)
    {
        var article = facts.Article;
        var words = article.Regions.IsEmpty
            ? ContentWords.Terms(article.Title)
            : article
                .Regions.SelectMany(r => ContentWords.Terms(article.Text.Slice(r.Span).ToString()))
                .Take(MostTerms);
        return words.CountBy(w => w, StringComparer.Ordinal).Select(w => new Term(w.Key, w.Value, 0, false));
    }
}
