using System.Globalization;
using System.Text;
using BriefingGen.Sources;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Duplicates;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Tests.Sources;

public class DuplicateFinderTests
{
    private static readonly string[] Story =
    [
        "LAKEPORT (Reuters) - Norland and Suderia failed to agree on a ceasefire on Monday, but their foreign ministers said they would meet again within a week.",
        "“We are not there yet, but we’ve started to listen,” Norland’s Foreign Minister Ingrid Halvorsen told reporters after six hours of talks in the lakeside café where the host country had put them.",
        "Her Suderian colleague, Tomas Varga, said his government would not withdraw from the valley because it did not believe the written assurances that Norland had given in April.",
        "Diplomats from the host country said the two sides had exchanged lists of prisoners – and that a first exchange of up to forty people could take place before the end of the month.",
        "The European Council is to discuss a third round of sanctions on Thursday, which would freeze the assets of two Suderian banks and bar their directors from travelling.",
        "An intelligence assessment seen by lawmakers in Norland says it is unlikely that Suderia will pull back its artillery before the harvest, a person who read it said.",
    ];

    private static readonly string[] FollowUp =
    [
        "LAKEPORT (Reuters) - Suderia opened two crossings in the valley for aid on Wednesday, a first sign of movement since talks with Norland stalled earlier this week.",
        "Forty lorries with flour and medicine had passed the northern crossing by noon, a spokeswoman for the relief agency said, adding that the southern one was still closed.",
        "Foreign Minister Ingrid Halvorsen called the step welcome but small, and said that Norland would judge its neighbour by what happened to the guns on the hills.",
        "Diplomats from the host country said the two sides had exchanged lists of prisoners – and that a first exchange of up to forty people could take place before the end of the month.",
        "Varga’s office declined to comment on reports that he would travel to the capital of the host country on Friday for a second round.",
    ];

    [Fact]
    public void A_wire_story_that_three_outlets_print_has_one_origin()
    {
        var origins = Find(
            Make("Courier: talks end without truce", "20310513", Story),
            Make("No truce in Lakeport", "20310512", Story),
            Make("Ministers to meet again", "20310513", Story[..^1]),
            Make("Something else", "20310512", FollowUp)
        );

        Assert.Equal([1, 1, 1, 2], origins.Select(o => o.Origin));
        Assert.Equal([1, null, 1, null], origins.Select(o => o.CopyOf));
        Assert.Equal([CopyKind.Exact, CopyKind.None, CopyKind.Near, CopyKind.None], origins.Select(o => o.Kind));
        Assert.All(origins, o => Assert.Equal("Reuters", o.Agency));
    }

    [Theory]
    [InlineData("Harbour Wire", "harbourwire.example", 1)]
    [InlineData("Harbour Wire", "herald.example", 0)]
    [InlineData("HW", "hwnews.example", 1)]
    public void Of_one_day_the_agencys_own_text_is_the_one_that_others_copied(
        string agency,
        string outlet,
        int original
    )
    {
        string[] story = [Story[0].Replace("Reuters", agency, StringComparison.Ordinal), .. Story[1..]];
        var origins = Find(
            Make("Talks end", "20310512", story) with
            {
                Publisher = "courier.example",
            },
            Make("Talks end without truce", "20310512", story[..^1]) with
            {
                Publisher = outlet,
            }
        );

        Assert.Null(origins[original].CopyOf);
        Assert.Equal(original, origins[1 - original].CopyOf);
    }

    [Fact]
    public void A_text_that_lost_its_marks_and_the_order_of_its_paragraphs_is_a_copy()
    {
        string[] degraded = [.. Story.Select(Degrade).Reverse()];

        var origins = Find(Make("Talks end", "20310512", Story), Make("Talks end", "20310512", degraded));

        Assert.Equal(0, origins[1].CopyOf);
        Assert.True(origins[1].Similarity > 0.9);
    }

    [Fact]
    public void A_text_cut_to_its_first_half_is_a_copy()
    {
        var origins = Find(Make("Talks end", "20310512", Story), Make("In brief", "20310512", Story[..3]));

        Assert.Equal(0, origins[1].CopyOf);
    }

    [Fact]
    public void A_follow_up_that_repeats_background_is_no_copy()
    {
        string[] withBackground = [.. FollowUp, Story[4]];

        var origins = Find(Make("Talks end", "20310512", Story), Make("Crossings open", "20310514", withBackground));

        Assert.Equal([1, 2], origins.Select(o => o.Origin));
        Assert.All(origins, o => Assert.Null(o.DuplicateOf));
    }

    [Fact]
    public void One_of_two_copies_without_a_date_is_the_copy()
    {
        var origins = Find(Make("A", null, Story), Make("B", "20310512", Story));

        Assert.Equal([1, null], origins.Select(o => o.CopyOf));
    }

    [Fact]
    public void The_same_text_twice_is_a_copy_of_its_own_id()
    {
        var article = Make("A", "20310512", Story);

        var origins = Find(article, article);

        Assert.Equal(
            (article.Id, 0, CopyKind.Exact),
            (origins[1].DuplicateOf, origins[1].CopyOf!.Value, origins[1].Kind)
        );
        Assert.Null(origins[0].DuplicateOf);
    }

    [Fact]
    public void Short_texts_that_share_their_form_are_no_copies()
    {
        var origins = Find(
            Make("A", "20310512", ["Norland and Suderia agreed on Monday to exchange forty prisoners."]),
            Make("B", "20310512", ["Norland and Suderia agreed on Monday to reopen four crossings."])
        );

        Assert.Equal([1, 2], origins.Select(o => o.Origin));
    }

    [Fact]
    public void Texts_without_Latin_letters_are_compared_by_their_own()
    {
        string[] russian =
        [
            "Министры иностранных дел двух стран встретились в понедельник, но не договорились о прекращении огня и разъехались.",
        ];
        string[] other =
        [
            "Совет рассмотрит в четверг третий пакет мер, который заморозит счета двух банков и закроет въезд их директорам.",
        ];

        var origins = Find(Make("A", null, russian), Make("B", null, other), Make("C", null, russian));

        Assert.Equal([1, 2, 1], origins.Select(o => o.Origin));
    }

    [Theory]
    [InlineData("LAKEPORT, May 12 (Reuters) - Talks ended.", "Reuters")]
    [InlineData("LAKEPORT (AP) — Talks ended.", "AP")]
    [InlineData("LAKEPORT (AP)  Talks ended.", "AP")]
    [InlineData("Lakeport (NNA) – Talks ended.", "NNA")]
    [InlineData("The European Union (EU) said talks ended.", null)]
    [InlineData("The minister (who left) - she said - came back.", null)]
    public void A_dateline_names_the_agency(string paragraph, string? agency) =>
        Assert.Equal(agency, Assert.Single(Find(Make("A", null, [paragraph]))).Agency);

    [Fact]
    public void Ten_thousand_articles_are_compared_without_the_square_of_their_number()
    {
        var random = new Random(11);
        var words = Enumerable.Range(0, 4000).Select(i => "w" + i.ToString(CultureInfo.InvariantCulture)).ToArray();
        var articles = Enumerable
            .Range(0, 10_000)
            .Select(i =>
                Make(
                    "T",
                    null,
                    [string.Join(' ', Enumerable.Range(0, 120).Select(_ => words[random.Next(words.Length)]))]
                )
            )
            .ToList();
        articles.Add(articles[4321]);

        var origins = new DuplicateFinder().Find(articles);

        Assert.Equal(4321, origins[^1].CopyOf);
        Assert.Equal(10_000, origins.Select(o => o.Origin).Distinct().Count());
    }

    private static IReadOnlyList<ArticleOrigin> Find(params IReadOnlyList<Article> articles) =>
        new DuplicateFinder().Find(articles);

    private static Article Make(string title, string? date, IReadOnlyList<string> paragraphs)
    {
        var lines = date is null ? [title, "https://a.example/" + title.Length] : (string[])[title, date];
        var text = string.Join('\n', [.. lines, .. paragraphs]);
        var options = new ReadOptions(SourceFolder.Today);
        return PlainTextReader.Read("a.txt", new DecodedText(text, "utf-8", []), options).Article!;
    }

    // As archives lose them: quotation marks, apostrophes, and every character beyond ASCII.
    private static string Degrade(string text)
    {
        var builder = new StringBuilder();
        foreach (var c in text)
        {
            if (c < 0x80 && c is not '\'' and not '"')
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }
}
