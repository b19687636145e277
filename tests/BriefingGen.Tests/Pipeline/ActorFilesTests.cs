using BriefingGen.Extraction;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language;
using BriefingGen.Language.Entities;
using BriefingGen.Sources;
using BriefingGen.Tests.Extraction;

namespace BriefingGen.Tests.Pipeline;

public sealed class ActorFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actors");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_listed_role_and_country_win_over_the_text()
    {
        var actor = Facts(
                """
                actors:
                  - name: Solveig Hattlund
                    role: Special Envoy
                    country: FI
                """,
                "Norwegian Foreign Minister Solveig Hattlund left Vienna."
            )
            .Actor("solveig-hattlund");

        Assert.Equal(("Special Envoy", "FI", "list"), (actor.Role, actor.Country, actor.CountryBy));
        Assert.Equal((2, "name role country"), (actor.Listed!.Line, string.Join(' ', actor.Listed.Fields)));
        Assert.EndsWith("/actors.yaml", actor.Listed.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listed_alias_is_found_where_nothing_else_tells_a_name()
    {
        var facts = Facts(
            """
            actors:
              - name: Harbour Watch
                aliases: [the lantern people]
                type: organization
            """,
            "Nobody saw the lantern people at the gate."
        );

        Assert.Equal(ActorType.Organization, facts.Actor("harbour-watch").Type);
        Assert.Contains("the lantern people", facts.Actor("harbour-watch").Aliases);
    }

    [Fact]
    public void Case_and_word_edges_count()
    {
        const string Yaml = """
            actors:
              - name: Orel
            """;

        Assert.DoesNotContain(Facts(Yaml, "The orel and the Orelite slept.").Actors, a => a.Name == "Orel");
    }

    [Fact]
    public void A_listed_surname_takes_the_fuller_mention_with_it()
    {
        var facts = Facts(
            """
            actors:
              - name: Solveig M. Hattlund
                aliases: [Hattlund]
            """,
            "Norwegian Foreign Minister Solveig Hattlund left Vienna.",
            "Hattlund said that the talks had failed."
        );

        var actor = facts.Actor("solveig-m-hattlund");
        Assert.Equal(("Foreign Minister", "NO"), (actor.Role, actor.Country));
        Assert.Equal(actor.Actor, facts.Saying("the talks had failed").Actor);
        Assert.DoesNotContain(facts.Actors, a => a.Name == "Solveig Hattlund");
    }

    [Theory]
    [InlineData("actors:\n  - name: Bloomberg News\n    doNotExtract: true\n")]
    [InlineData("doNotExtract: [Bloomberg News]\n")]
    public void What_the_list_forbids_is_no_actor(string yaml)
    {
        const string Text =
            "Norwegian Foreign Minister Solveig Hattlund told Bloomberg News that the talks had failed.";

        Assert.Contains(Facts("", Text).Actors, a => a.Name == "Bloomberg News");
        Assert.DoesNotContain(Facts(yaml, Text).Actors, a => a.Name == "Bloomberg News");
    }

    [Theory]
    [InlineData("actors:\n  - name: Orel\n    rolle: Envoy\n", ":3:", "role")]
    [InlineData("actors:\n  - role: Envoy\n", ":2:", "name")]
    [InlineData("actors:\n  - name: Orel\n    country: Norway\n", ":3:", "Norway")]
    [InlineData("actors:\n  - name: Orel\n    type: planet\n", ":3:", "planet")]
    [InlineData("actors: {\n", ":", "actors.yaml")]
    public void A_wrong_entry_is_an_error_with_its_line(string yaml, string line, string word)
    {
        var error = Assert.ThrowsAny<ConfigurationException>(() => Load(yaml));

        Assert.Contains(line, error.Message, StringComparison.Ordinal);
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_the_list_is_empty() =>
        Assert.Empty(ActorFiles.Load(_folder.FullName, [], CountryGazetteer.Load()).Actors);

    [Fact]
    public void The_list_of_the_templates_stands_before_that_of_the_articles()
    {
        var articles = _folder.CreateSubdirectory("articles");
        File.WriteAllText(Path.Combine(articles.FullName, ActorFiles.Name), "actors:\n  - name: Second\n");
        File.WriteAllText(Path.Combine(_folder.FullName, ActorFiles.Name), "actors:\n  - name: First\n");

        var list = ActorFiles.Load(_folder.FullName, [articles.FullName], CountryGazetteer.Load());

        Assert.Equal(["First", "Second"], list.Actors.Select(a => a.Name));
    }

    private ActorList Load(string yaml)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, ActorFiles.Name), yaml);
        return ActorFiles.Load(_folder.FullName, [], CountryGazetteer.Load());
    }

    private ArticleFacts Facts(string yaml, params string[] paragraphs) =>
        new ArticleExtractor(EnglishLanguage.Create(), new Taxonomy([]), actors: Load(yaml)).Extract(
            NewsText.Article(paragraphs)
        );
}
