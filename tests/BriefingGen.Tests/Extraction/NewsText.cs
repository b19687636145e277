using System.Collections.Immutable;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Extraction;

/// <summary>Paragraphs of our own, read and extracted as an article of Friday, 12 September 2025.</summary>
internal static class NewsText
{
    private static readonly Lazy<ArticleExtractor> _extractor = new(() =>
        new ArticleExtractor(EnglishLanguage.Create(), new Taxonomy([]))
    );

    public static ArticleFacts Facts(params string[] paragraphs) => _extractor.Value.Extract(Article(paragraphs));

    public static ArticleFacts Facts(Article article) => _extractor.Value.Extract(article);

    public static Article Article(params string[] paragraphs)
    {
        var text = string.Join('\n', paragraphs);
        var regions = ImmutableArray.CreateBuilder<TextRegion>();
        var at = 0;
        foreach (var paragraph in paragraphs)
        {
            regions.Add(new TextRegion(new TextSpan(at, at + paragraph.Length), RegionKind.Paragraph));
            at += paragraph.Length + 1;
        }

        return new Article(
            "0123456789abcdef",
            "own.txt",
            null,
            new SourceText(text),
            regions.ToImmutable(),
            "",
            null,
            new DateOnly(2025, 9, 12),
            null,
            "en",
            "utf-8"
        );
    }

    /// <summary>The position whose content holds some words; fails the test where there is none.</summary>
    public static PositionFact Saying(this ArticleFacts facts, string words) =>
        Assert.Single(facts.Positions, p => p.Content.Any(c => c.Wording.Contains(words, StringComparison.Ordinal)));

    public static ActorFact Actor(this ArticleFacts facts, string slug) =>
        Assert.Single(facts.Actors, a => string.Equals(a.Actor, slug, StringComparison.Ordinal));
}
