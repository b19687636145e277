using BriefingGen.Language;
using BriefingGen.Language.Text;
using CsCheck;

namespace BriefingGen.Tests.Language.Text.Repair;

/// <summary>Repair touches text whose marks were lost, and no other.</summary>
public sealed class CleanTextTests
{
    private static readonly LanguagePipeline Pipeline = TextPipeline.Create();

    // Clean sentences as papers print them, each without a mark.
    private static readonly string[] Clean =
    [
        "The council of Dunholm met on Monday and agreed on a budget of 40 million crowns for the new quay.",
        "Talks between the two states resume in Lakeport next week, officials of both sides said.",
        "The minister of fisheries told members that quotas will fall by a tenth from May.",
        "Storms closed the road to Port Elsa, and crews of four towns cleared it within two days.",
        "Banks, airlines and shipping lines asked the states of the region for longer terms.",
        "Orlund and Kadria signed the agreement on prisoners after six rounds of talks.",
        "The envoys arrived at noon, and their hosts showed them the repaired bridges.",
    ];

    // Names, titles and slips of the pen that look as if a mark were lost.
    private static readonly string[] Odd =
    [
        "Rss item titles are short, and readers of the harbour pages know them.",
        "A study of Johns Hopkins researchers found that ferries carry more freight than trains do.",
        "The Doobies play in the park of Lakeport, where tickets cost nine crowns.",
        "Three Kings Bay has had no doctor since the clinic of the islands closed in June.",
        "Farmers protests are planned in five cities, the union of growers announced.",
    ];

    [Fact]
    public void A_clean_text_comes_through_as_it_stands() =>
        Gen.Select(Gen.Int[0, Clean.Length - 1].Array[1, 14], Gen.Int[0, Odd.Length - 1])
            .Sample(
                static (chosen, odd) =>
                {
                    var text = string.Join('\n', [.. chosen.Distinct().Select(i => Clean[i]), Odd[odd]]);
                    Assert.Equal(text, Read(text));
                },
                iter: 400
            );

    [Theory]
    [InlineData("Rss item")]
    [InlineData("Visit the Forests News page for more.")]
    [InlineData("Nolans singer Ada Lind gave the speech in Lakeport, and nobody of the council was there to hear it.")]
    public void A_word_alone_is_no_evidence(string text) => Assert.Equal(text, Read(text));

    [Fact]
    public void A_text_that_says_dont_once_on_purpose_and_has_its_accents_is_left_alone()
    {
        const string text =
            "The café in Malmö sells a shirt that says dont panic, and the owners have sold hundreds of them since May – in three colours, and in sizes for children as well.";

        Assert.Equal(text, Read(text));
    }

    [Fact]
    public void Two_different_words_are_evidence() =>
        Assert.Equal(
            "Orlund's envoy says the talks won't be held.",
            Read("Orlunds envoy says the talks wont be held.")
        );

    private static string Read(string text)
    {
        var source = new SourceText(text);
        return Pipeline.Analyze(source, TextRegions.FromPlainText(source), null).Reading.Value;
    }
}
