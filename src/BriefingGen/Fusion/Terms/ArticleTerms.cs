using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Fusion.Terms;

/// <summary>The telling terms of a text.</summary>
internal static class ArticleTerms
{
    // What stands beyond this of a text moves its vector no more.
    private const int MostTerms = 4_000;

    /// <summary>The terms of an article, title included.</summary>
    public static IEnumerable<string> Of(ArticleFacts facts) => Of(facts.Article);

    private static IEnumerable<string> Of(Article article) =>
        article.Regions.IsEmpty
            ? Of(article.Title)
            : article.Regions.SelectMany(r => Of(article.Text.Slice(r.Span).ToString())).Take(MostTerms);

    /// <summary>The terms of a text.</summary>
    public static IEnumerable<string> Of(string text) => ContentWords.Terms(text);
}
