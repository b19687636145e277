using System.Globalization;
using BriefingGen.Fusion;
using BriefingGen.Tests.Extraction;

namespace BriefingGen.Tests.Fusion;

/// <summary>Articles of our own, read from their words and fused.</summary>
internal static class ToldNews
{
    private static readonly DateOnly First = new(2025, 9, 12);

    /// <summary>Fuses articles, each with the days since Friday, 12 September 2025, and its paragraphs.</summary>
    public static FusedFacts Fuse(params (int Day, string[] Paragraphs)[] articles) =>
        new FactFuser().Fuse(
            [
                .. articles.Select(
                    (article, i) =>
                        NewsText.Facts(
                            NewsText.Article(article.Paragraphs) with
                            {
                                Id = i.ToString("x16", CultureInfo.InvariantCulture),
                                Path = $"{i}.txt",
                                Published = First.AddDays(article.Day),
                            }
                        )
                ),
            ],
            [.. articles.Select((_, i) => i + 1)],
            FusionOptions.Default
        );

    /// <summary>The event that a trigger in a sentence tells; fails the test where there is none.</summary>
    public static Event Telling(this FusedFacts fused, string trigger, string sentence) =>
        Assert.Single(
            fused.Events,
            e =>
                e.Outcomes.Any(o =>
                    o.Trigger.Wording.Contains(trigger, StringComparison.Ordinal)
                    && o.Sentence.Wording.Contains(sentence, StringComparison.Ordinal)
                )
        );
}
