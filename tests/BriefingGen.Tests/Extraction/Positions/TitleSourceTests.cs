using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Extraction.Positions;

/// <summary>A title is no source of the text below it.</summary>
public sealed class TitleSourceTests
{
    [Theory]
    [InlineData("Lorn, quiet streets and a long queue", "Said the shelves would be full by Friday.")]
    [InlineData("A winter of empty shelves", "Denied that trucks had been held at the bridge.")]
    public void A_title_without_a_verb_says_nothing_in_a_sentence_without_a_subject(string title, string body)
    {
        var article = NewsText.Article(title, body);
        var facts = NewsText.Facts(
            article with
            {
                Title = title,
                Regions = article.Regions.SetItem(0, article.Regions[0] with { Kind = RegionKind.Title }),
            }
        );

        Assert.All(facts.Positions, p => Assert.True(p.Source is null || p.Source.Start >= title.Length));
    }
}
