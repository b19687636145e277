using BriefingGen.Extraction;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Extraction.Topics;

public class TaxonomyTests
{
    private const string Good = """
        topics:
          - id: fisheries
            label: Fisheries
            words: [trawler, fishing quota, herring*]
            outcomes: [SANCTION, agree]
            weight: 1.5
            evidence: sanction
          - id: harbours
            words:
              - harbour
              - cease-fire
        """;

    private static readonly Lazy<LanguagePipeline> Language = new(EnglishLanguage.Create);

    private static Taxonomy Read(string yaml) => TaxonomyLoader.Read(new StringReader(yaml), "taxonomy.yaml");

    [Fact]
    public void Topics_are_read_in_order_with_their_words_outcomes_and_weight()
    {
        var taxonomy = Read(Good);

        Assert.Equal(["fisheries", "harbours"], taxonomy.Topics.Select(t => t.Id));
        Assert.Equal(["trawler", "fishing quota", "herring*"], taxonomy.Topics[0].Words.ToArray());
        Assert.Equal([OutcomeType.Sanction, OutcomeType.Agree], taxonomy.Topics[0].Outcomes.ToArray());
        Assert.Equal(1.5, taxonomy.Topics[0].Weight);
        Assert.Equal((TopicEvidence.Sanction, null), (taxonomy.Topics[0].Evidence, taxonomy.Topics[1].Evidence));
        Assert.Equal("Harbours", taxonomy.Topics[1].Label);
        Assert.Equal(1, taxonomy.Topics[1].Weight);
    }

    [Theory]
    [InlineData("topics:\n  - id: a\n    wordz: [x]\n", "taxonomy.yaml:3:")]
    [InlineData("topic:\n  - id: a\n", "taxonomy.yaml:1:")]
    [InlineData("topics:\n  - id: A B\n    words: [x]\n", "taxonomy.yaml:2:")]
    [InlineData("topics:\n  - id: a\n    words: [x]\n  - id: a\n    words: [y]\n", "taxonomy.yaml:4:")]
    [InlineData("topics:\n  - words: [x]\n", "taxonomy.yaml:2:")]
    [InlineData("topics:\n  - id: a\n    words: [x]\n    outcomes: [PARTY]\n", "taxonomy.yaml:4:")]
    [InlineData("topics:\n  - id: a\n    words: [x]\n    outcomes: [3]\n", "taxonomy.yaml:4:")]
    [InlineData("topics:\n  - id: a\n    words: [x]\n    weight: much\n", "taxonomy.yaml:4:")]
    [InlineData("topics:\n  - id: a\n    words: [x]\n    weight: -1\n", "taxonomy.yaml:4:")]
    [InlineData("topics:\n  - id: a\n    words: ['*']\n", "taxonomy.yaml:3:")]
    [InlineData("topics:\n  - id: a\n    words: ['st*op']\n", "taxonomy.yaml:3:")]
    [InlineData("topics:\n  - id: a\n    words: x\n", "taxonomy.yaml:3:")]
    [InlineData("topics:\n  - id: a\n", "taxonomy.yaml:2:")]
    [InlineData("topics: &t\n  - id: a\n    words: [x]\n  - *t\n", "taxonomy.yaml:4:")]
    [InlineData("topics: [\n", "taxonomy.yaml:")]
    [InlineData("", "taxonomy.yaml:1:")]
    public void An_error_names_file_and_line(string yaml, string place)
    {
        var error = Assert.Throws<ConfigurationException>(() => Read(yaml));

        Assert.StartsWith(place, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_an_error_and_no_crash()
    {
        Assert.Throws<ConfigurationException>(() => Read("topics: " + new string('[', 100_000)));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<ConfigurationException>(() => TaxonomyLoader.Load("no-such-taxonomy.yaml"));

        Assert.Contains("no-such-taxonomy.yaml", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The trawler left.", "fisheries")]
    [InlineData("The trawlers left the harbour.", "fisheries harbours")]
    [InlineData("The fishing quota fell and the harbour, the harbour was empty.", "fisheries harbours")]
    [InlineData("The harbour of the old harbour town saw one trawler.", "harbours fisheries")]
    [InlineData("A cease-fire was near, a cease fire at last.", "harbours")]
    [InlineData("HERRINGS were sold.", "fisheries")]
    [InlineData("He went fishing without a quota.", "")]
    [InlineData("Nothing was said of ports.", "")]
    public void Words_phrases_and_endings_are_found_most_fitting_first(string sentence, string topics)
    {
        var tagger = new TopicTagger(Read(Good));
        var article = NewsText.Article(sentence);
        var document = Language.Value.Analyze(article.Text, article.Regions, article.Published);
        var context = new ArticleContext(article, document);

        Assert.Equal(topics, string.Join(' ', tagger.Tag(context, 0, context.Count)));
    }

    [Fact]
    public void A_type_of_outcome_belongs_to_its_topics()
    {
        ITopicTagger tagger = new TopicTagger(Read(Good));

        Assert.Equal(["fisheries"], tagger.Of(OutcomeType.Sanction).ToArray());
        Assert.Empty(tagger.Of(OutcomeType.Assault));
    }
}
