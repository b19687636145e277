using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;
using BriefingGen.Fusion;

namespace BriefingGen.Tests.Fusion;

public class ClaimAndEventMergingTests
{
    private const string Claimed = "the bridge over the Sild will open to food convoys at dawn";

    private static InventedArticle Holt(
        string id,
        string content,
        Stance stance = Stance.Asserts,
        string? copyOf = null
    ) =>
        new InventedArticle(id, duplicateOf: copyOf)
            .Person("mira-holt", "Mira Holt", "NO")
            .Says("mira-holt", content, stance);

    [Fact]
    public void One_claim_in_two_articles_is_one_with_two_origins()
    {
        var fused = InventedArticle.Fuse(
            Holt("a", Claimed),
            Holt("b", "that the bridge over the Sild will open at dawn to food convoys")
        );

        var claim = Assert.Single(fused.Claims);
        Assert.Equal(2, claim.Positions.Length);
        Assert.Equal(2, claim.Origins);
        Assert.Equal(claim.Lead, claim.Positions[0]);
    }

    [Fact]
    public void Copies_of_one_wire_story_are_one_origin()
    {
        var fused = InventedArticle.Fuse(Holt("a", Claimed), Holt("b", Claimed, copyOf: "a"), Holt("c", Claimed));

        Assert.Equal(2, Assert.Single(fused.Claims).Origins);
        Assert.Equal([1, 1, 2], fused.Articles.Select(a => a.Origin));
    }

    [Fact]
    public void The_same_file_twice_says_nothing_twice_but_is_listed_twice()
    {
        var fused = InventedArticle.Fuse(Holt("a", Claimed), Holt("a", Claimed));

        Assert.Equal(2, fused.Articles.Length);
        Assert.Single(Assert.Single(fused.Claims).Positions);
    }

    [Theory]
    [InlineData("the bridge over the Sild will not open to food convoys at dawn")]
    [InlineData("the harbour of Lakeport will open to grain ships next week")]
    [InlineData("the bridge over the Sild will open to 12 food convoys at dawn")]
    public void Other_claims_of_the_same_actor_stay_apart(string other)
    {
        Assert.Equal(2, InventedArticle.Fuse(Holt("a", Claimed), Holt("b", other)).Claims.Length);
    }

    [Fact]
    public void The_same_words_said_and_denied_are_two_claims()
    {
        Assert.Equal(2, InventedArticle.Fuse(Holt("a", Claimed), Holt("b", Claimed, Stance.Denies)).Claims.Length);
    }

    [Fact]
    public void The_same_words_from_two_actors_are_two_claims()
    {
        var other = new InventedArticle("b").Person("ivo-lund", "Ivo Lund", "SE").Says("ivo-lund", Claimed);

        Assert.Equal(2, InventedArticle.Fuse(Holt("a", Claimed), other).Claims.Length);
    }

    [Fact]
    public void What_unnamed_people_say_is_not_what_a_named_one_says() =>
        Assert.Equal(
            2,
            InventedArticle
                .Fuse(
                    new InventedArticle("a")
                        .Person("ada-lind", "Ada Lind", "NO")
                        .Says(
                            "ada-lind",
                            "the port of Tolm will stay closed until the ice has gone",
                            source: "Ada Lind"
                        ),
                    new InventedArticle("b").Says(
                        null,
                        "the port of Tolm will stay closed until the ice has gone",
                        source: "two people briefed on the talks"
                    )
                )
                .Claims.Length
        );

    [Fact]
    public void The_telling_that_is_an_assessment_leads_and_keeps_its_assessor()
    {
        var fused = InventedArticle.Fuse(
            Holt("a", Claimed + " on Friday"),
            new InventedArticle("b").Person("holt", "Holt", "NO").Says("holt", Claimed).Assessed()
        );

        var claim = Assert.Single(fused.Claims);
        Assert.Equal("b", claim.Lead.Article);
        Assert.Equal("mira-holt", claim.Assessment!.Assessor);
    }

    private static InventedArticle Met(
        string id,
        string[] actors,
        DateOnly? date,
        string sentence,
        string trigger = "met",
        bool negated = false,
        OutcomeStatus status = OutcomeStatus.Actual,
        string? place = null
    )
    {
        var article = new InventedArticle(id);
        foreach (var actor in actors)
        {
            article = article.Person(actor, actor.Replace('-', ' ').ToUpperInvariant());
        }

        return article.Happens(OutcomeType.Consult, sentence, trigger, actors, date, negated, status, place);
    }

    private static readonly DateOnly Tuesday = new(2031, 5, 6);
    private static readonly string[] Two = ["mira-holt", "ivo-lund"];

    [Fact]
    public void One_meeting_in_two_articles_is_one_event()
    {
        var fused = InventedArticle.Fuse(
            Met("a", Two, Tuesday, "Mira Holt and Ivo Lund met in Lakeport on Tuesday."),
            Met("b", Two, Tuesday.AddDays(1), "Holt sat down with Lund.", status: OutcomeStatus.Reported)
        );

        var item = Assert.Single(fused.Events);
        Assert.Equal(2, item.Outcomes.Length);
        Assert.Equal(OutcomeStatus.Actual, item.Lead.Status);
    }

    [Fact]
    public void A_meeting_without_a_day_is_the_one_whose_day_is_known()
    {
        var fused = InventedArticle.Fuse(
            Met("a", Two, Tuesday, "Mira Holt and Ivo Lund met in Lakeport on Tuesday."),
            Met("b", Two, null, "Holt had met Lund there.")
        );

        Assert.Equal(Tuesday, Assert.Single(fused.Events).Lead.Date);
    }

    public static TheoryData<string> OtherMeetings => new() { "day", "people", "denied", "planned", "call", "place" };

    [Theory]
    [MemberData(nameof(OtherMeetings))]
    public void Another_meeting_is_another_event(string differs)
    {
        const string sentence = "Mira Holt and Ivo Lund met there.";
        var other = differs switch
        {
            "day" => Met("b", Two, Tuesday.AddDays(4), sentence, place: "Lakeport"),
            "people" => Met("b", ["mira-holt", "ana-reyes"], Tuesday, sentence, place: "Lakeport"),
            "denied" => Met("b", Two, Tuesday, sentence, negated: true, place: "Lakeport"),
            "planned" => Met("b", Two, Tuesday, sentence, status: OutcomeStatus.Planned, place: "Lakeport"),
            "call" => Met("b", Two, Tuesday, "They spoke on the phone.", "phone call"),
            _ => Met("b", Two, Tuesday, sentence, place: "Port Sild"),
        };

        var fused = InventedArticle.Fuse(Met("a", Two, Tuesday, sentence, place: "Lakeport"), other);

        Assert.Equal(2, fused.Events.Length);
    }

    [Fact]
    public void Two_strikes_of_a_day_told_in_other_words_are_two_events()
    {
        var article = new InventedArticle("a")
            .State("norland", "Norland", "NO")
            .State("suderia", "Suderia", "SE")
            .Happens(
                OutcomeType.Assault,
                "Norland shelled a grain store in Port Sild.",
                "shelled",
                ["norland", "suderia"],
                Tuesday
            )
            .Happens(
                OutcomeType.Assault,
                "Norland bombed barracks near Hemmel.",
                "bombed",
                ["norland", "suderia"],
                Tuesday
            );

        Assert.Equal(2, InventedArticle.Fuse(article).Events.Length);
    }

    [Fact]
    public void Articles_are_numbered_by_day_publisher_and_path_and_the_order_of_input_does_not_count()
    {
        InventedArticle[] articles =
        [
            new InventedArticle("d", new DateOnly(2031, 5, 12), "Courier")
                .Person("mira-holt", "Mira Holt")
                .Says("mira-holt", Claimed),
            new InventedArticle("c", new DateOnly(2031, 5, 12), "Beacon")
                .Person("mira-holt", "Mira Holt")
                .Says("mira-holt", Claimed),
            new InventedArticle("b", new DateOnly(2031, 5, 10), "Courier")
                .Person("holt", "Holt")
                .Says("holt", "no one was hurt in the flood"),
            Met("a", Two, Tuesday, "Mira Holt and Ivo Lund met."),
        ];

        var forward = InventedArticle.Fuse(articles);
        var backward = InventedArticle.Fuse([.. articles.Reverse()]);

        Assert.Equal(["b", "a", "c", "d"], forward.Articles.Select(a => a.Facts.Article.Id));
        Assert.Equal([1, 2, 3, 4], forward.Articles.Select(a => a.Number));
        Assert.Equal(
            forward.Articles.Select(a => a.Facts.Article.Id),
            backward.Articles.Select(a => a.Facts.Article.Id)
        );
        Assert.Equal(
            forward.Claims.Select(c => (c.Lead.Id, c.Score)),
            backward.Claims.Select(c => (c.Lead.Id, c.Score))
        );
        Assert.Equal(
            forward.Events.Select(c => (c.Lead.Id, c.Score)),
            backward.Events.Select(c => (c.Lead.Id, c.Score))
        );
        Assert.Equal(forward.Actors.Select(a => a.Actor), backward.Actors.Select(a => a.Actor));
    }

    [Fact]
    public void The_weight_of_a_topic_moves_its_claims_up()
    {
        var facts = new InventedArticle("a")
            .Person("mira-holt", "Mira Holt")
            .Says("mira-holt", Claimed)
            .Says("mira-holt", "grain prices rose again in the markets of Lakeport")
            .Facts();
        facts = facts with
        {
            Positions =
            [
                facts.Positions[0] with
                {
                    Topics = ["humanitarian"],
                },
                facts.Positions[1] with
                {
                    Topics = ["economy"],
                },
            ],
        };
        var taxonomy = new Taxonomy([
            new Topic("humanitarian", "H", ["convoy"], [], 1),
            new Topic("economy", "E", ["price"], [], 3),
        ]);

        var fused = new FactFuser().Fuse([facts], FusionOptions.For(taxonomy));

        Assert.Equal("economy", fused.Claims[0].Lead.Topics[0]);
    }
}
