using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;

namespace BriefingGen.Fusion.Stories;

/// <summary>Where the title of an article stands.</summary>
internal static class StoryTitles
{
    /// <summary>The title's span; the first characters of the text where it has none.</summary>
    public static SourceSpan Of(ArticleFacts facts)
    {
        var article = facts.Article;
        var region = article.Regions.FirstOrDefault(r => r.Kind == RegionKind.Title);
        if (region.Span.Length == 0)
        {
            region = article.Regions.FirstOrDefault();
        }

        var span =
            region.Span.Length > 0 ? region.Span
            : facts.Sentences.IsDefaultOrEmpty ? new TextSpan(0, Math.Min(80, article.Text.Value.Length))
            : facts.Sentences[0];
        return SourceSpan.Of(facts.Reading, span);
    }
}
