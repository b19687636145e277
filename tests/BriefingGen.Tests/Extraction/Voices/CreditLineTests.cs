using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Voices;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Extraction.Voices;

/// <summary>Credit lines name whose work a text is; they are no part of what it says.</summary>
public sealed class CreditLineTests
{
    private const string Story = "The ferries sail again, the harbour master said.";

    private static (string Read, string? Agency) Read(string paragraph)
    {
        var text = $"{Story}\n\n{paragraph}";
        var regions = ImmutableArray.Create(
            new TextRegion(new TextSpan(0, Story.Length), RegionKind.Paragraph),
            new TextRegion(new TextSpan(Story.Length + 2, text.Length), RegionKind.Paragraph)
        );
        var article = new Article(
            "a",
            "a.txt",
            null,
            new SourceText(text),
            regions,
            "",
            null,
            null,
            null,
            "en",
            "utf-8"
        );
        var story = new CreditLines().Read(article);
        return (string.Concat(story.Regions.Skip(1).Select(r => text[r.Span.Start..r.Span.End])), story.Agency);
    }

    [Theory]
    [InlineData("Mara Tiller contributed to this report.", null)]
    [InlineData("Nordwire contributed to this report.", "Nordwire")]
    [InlineData("The Fjord Press contributed to this article.", "Fjord Press")]
    [InlineData("Reporting by Mara Tiller in Lakeport and Odd Brekke; editing by Jo Haldane", null)]
    [InlineData(
        "(Reporting by Mara Tiller; Additional reporting by Odd Brekke in Dunholm; Editing by Jo Haldane.)",
        null
    )]
    [InlineData(
        "Associated Press writers Mara Tiller in Lakeport and Odd Brekke contributed to this report.",
        "Associated Press"
    )]
    [InlineData("With reporting by Reuters and AFP", "Reuters")]
    [InlineData("© 2026 Agence France-Presse", "AFP")]
    [InlineData("Source: KUNA News Agency", "KUNA")]
    [InlineData("By Mara Tiller and Odd Brekke, Associated Press", "Associated Press")]
    [InlineData("Tiller reported from Lakeport. Odd Brekke contributed reporting from Dunholm.", null)]
    [InlineData("This story has been updated to include a comment of the ministry.", null)]
    public void A_credit_line_is_not_read_and_names_its_agency(string line, string? agency) =>
        Assert.Equal(("", agency), Read(line));

    [Theory]
    [InlineData("Tickets cost more, she said. (Reuters)", "Reuters")]
    [InlineData("Tickets cost more, she said. (With inputs from ANI)", "ANI")]
    [InlineData("Tickets cost more, she said. [AP.]", "Associated Press")]
    [InlineData("Tickets cost more, she said. (Fjord Wire)", "Fjord Wire")]
    [InlineData("Tickets cost more, she said. — AFP", "AFP")]
    [InlineData("Tickets cost more, she said. Jo Haldane contributed to this report.", null)]
    [InlineData("Tickets cost more, she said. (Reporting by Mara Tiller; Editing by Jo Haldane)", null)]
    public void A_credit_behind_a_sentence_is_cut_off(string paragraph, string? agency) =>
        Assert.Equal(("Tickets cost more, she said.", agency), Read(paragraph));

    [Theory]
    [InlineData("(Reuters) - Tickets cost more.", "Reuters")]
    [InlineData("Lakeport (Fjord Wire) - Tickets cost more.", "Fjord Wire")]
    [InlineData("LAKEPORT, Nov 28 (Reuters) Tickets cost more.", "Reuters")]
    public void A_dateline_is_cut_off_in_front(string paragraph, string? agency) =>
        Assert.Equal(("Tickets cost more.", agency), Read(paragraph));

    [Theory]
    [InlineData("The delegation of Orlund contributed to this report on fisheries and asked for money.")]
    [InlineData("Edited by the ministry, the text says that quotas will fall.")]
    [InlineData("She wrote to the watchdog (International Harbour Agency).")]
    [InlineData("The mayor spoke to Ada Lind (AP) on Monday.")]
    [InlineData("His party came third (Labour).")]
    [InlineData("The prize went to Ada R. Lindgren.")]
    [InlineData("By Friday, the port of Lakeport must be open.")]
    [InlineData("The Norwegian News Agency said that the port was closed.")]
    public void A_sentence_that_resembles_one_is_read(string sentence) =>
        Assert.Equal((sentence, null), Read(sentence));

    [Fact]
    public void Nobody_says_or_does_anything_in_a_credit_line()
    {
        var facts = NewsText.Facts(
            "Foreign Minister Ada Lind said that the talks in Lakeport would go on.",
            "The Fjord Press contributed to this report."
        );

        Assert.Equal("Fjord Press", facts.Fact.Agency);
        Assert.DoesNotContain(facts.Positions, p => p.Sentence.Text.Contains("contributed", StringComparison.Ordinal));
        Assert.DoesNotContain(facts.Deeds, d => d.Sentence.Text.Contains("contributed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_of_nothing_but_credits_is_kept_as_it_is() =>
        Assert.NotEmpty(
            new CreditLines()
                .Read(
                    new Article(
                        "a",
                        "a.txt",
                        null,
                        new SourceText("Source: Reuters"),
                        [new TextRegion(new TextSpan(0, 15), RegionKind.Paragraph)],
                        "",
                        null,
                        null,
                        null,
                        "en",
                        "utf-8"
                    )
                )
                .Regions
        );
}
