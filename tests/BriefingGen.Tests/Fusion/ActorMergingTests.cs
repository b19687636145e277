using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Fusion;

public class ActorMergingTests
{
    [Fact]
    public void The_same_person_in_two_articles_is_one_with_all_mentions_and_the_latest_role()
    {
        var fused = InventedArticle.Fuse(
            new InventedArticle("a", new DateOnly(2031, 5, 10)).Person(
                "mira-holt",
                "Mira Holt",
                "NO",
                "Deputy Minister"
            ),
            new InventedArticle("b", new DateOnly(2031, 5, 12)).Person(
                "mira-holt",
                "Mira Holt",
                null,
                "Foreign Minister"
            )
        );

        var actor = Assert.Single(fused.Actors);
        Assert.Equal("Foreign Minister", actor.Role);
        Assert.Equal("NO", actor.Country);
        Assert.Equal(["a", "b"], actor.Mentions.Select(m => m.Article));
    }

    [Fact]
    public void A_country_that_one_article_states_is_stated_though_another_lets_it_be_inferred()
    {
        var fused = InventedArticle.Fuse(
            new InventedArticle("a").Person("mira-holt", "Mira Holt", "NO", "Foreign Minister").ByContext(),
            new InventedArticle("b").Person("mira-holt", "Mira Holt", "NO", "Foreign Minister"),
            new InventedArticle("c").Person("jon-asker", "Jon Asker", "SE", "Foreign Minister").ByContext()
        );

        Assert.Null(fused.Actors.Single(actor => actor.Actor == "mira-holt").CountryBy);
        Assert.Equal("context", fused.Actors.Single(actor => actor.Actor == "jon-asker").CountryBy);
    }

    [Fact]
    public void A_last_name_alone_belongs_to_the_one_full_name_that_has_it()
    {
        var fused = InventedArticle.Fuse(
            new InventedArticle("a").Person("holt", "Holt").Says("holt", "the border stays shut for all lorries"),
            new InventedArticle("b").Person("mira-holt", "Mira Holt", "NO")
        );

        Assert.Equal("mira-holt", Assert.Single(fused.Actors).Actor);
        Assert.Equal("mira-holt", Assert.Single(fused.Claims).Actor);
        Assert.Equal("mira-holt", fused.Claims[0].Lead.Actor);
    }

    [Fact]
    public void A_last_name_that_two_people_have_stays_alone()
    {
        var fused = InventedArticle.Fuse(
            new InventedArticle("a").Person("holt", "Holt"),
            new InventedArticle("b").Person("mira-holt", "Mira Holt", "NO"),
            new InventedArticle("c").Person("jonas-holt", "Jonas Holt", "NO")
        );

        Assert.Equal(3, fused.Actors.Length);
    }

    [Theory]
    [InlineData("Mira Holt", "Mira J. Holt", true)]
    [InlineData("Pavel Orlensky", "Pavel Orlenskiy", true)]
    [InlineData("José Ferran", "Jose Ferran", true)]
    [InlineData("Mira Holt", "Mila Holt", false)]
    [InlineData("Mira Holt", "Mira Holm", false)]
    public void Spellings_of_one_name_are_one_person(string first, string second, bool same)
    {
        var fused = InventedArticle.Fuse(
            new InventedArticle("a").Person("x", first),
            new InventedArticle("b").Person("y", second)
        );

        Assert.Equal(same ? 1 : 2, fused.Actors.Length);
    }

    [Fact]
    public void One_name_in_two_countries_is_two_people_with_two_slugs()
    {
        var fused = InventedArticle.Fuse(
            new InventedArticle("a").Person("jan-berg", "Jan Berg", "NO"),
            new InventedArticle("b").Person("jan-berg", "Jan Berg", "SE")
        );

        Assert.Equal(["jan-berg", "jan-berg-2"], fused.Actors.Select(a => a.Actor).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_state_is_one_by_its_country_whatever_it_is_called()
    {
        var fused = InventedArticle.Fuse(
            new InventedArticle("a").State("norland", "Norland", "NO"),
            new InventedArticle("b").State("kingdom-of-norland", "the Kingdom of Norland", "NO")
        );

        Assert.Single(fused.Actors);
    }

    [Fact]
    public void Initials_belong_to_the_one_organisation_that_has_them()
    {
        var fused = InventedArticle.Fuse(
            new InventedArticle("a").Actor("lmo", "LMO", ActorType.Organization),
            new InventedArticle("b").Actor("lake-monitoring-office", "Lake Monitoring Office", ActorType.Organization)
        );

        var actor = Assert.Single(fused.Actors);
        Assert.Equal("Lake Monitoring Office", actor.Name);
        Assert.Equal(["LMO"], actor.Aliases.ToArray());
    }

    [Fact]
    public void Who_is_unnamed_is_neither_someone_named_nor_the_unnamed_of_another_story()
    {
        var fused = InventedArticle.Fuse(
            new InventedArticle("a").Person("officials", "officials", "NO", named: false),
            new InventedArticle("b").Person("officials", "officials", "NO", named: false),
            new InventedArticle("c").Actor("officials", "Officials", ActorType.Group, "NO")
        );

        Assert.Equal(3, fused.Actors.Length);
        Assert.Equal(3, fused.Actors.Select(a => a.Actor).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_unnamed_of_two_prints_of_one_story_are_the_same()
    {
        var fused = InventedArticle.Fuse(
            new InventedArticle("a").Person("an-aide", "an aide", named: false),
            new InventedArticle("b", duplicateOf: "a").Person("an-aide", "an aide", named: false)
        );

        Assert.Single(fused.Actors);
    }

    [Fact]
    public void A_person_and_a_company_of_one_name_stay_apart()
    {
        var fused = InventedArticle.Fuse(
            new InventedArticle("a").Person("anton-reed", "Anton Reed"),
            new InventedArticle("b").Actor("anton-reed", "Anton Reed", ActorType.Organization)
        );

        Assert.Equal(2, fused.Actors.Length);
    }
}
