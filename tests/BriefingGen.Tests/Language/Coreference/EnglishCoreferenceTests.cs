using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Language.Coreference;

public class EnglishCoreferenceTests
{
    private static readonly LanguagePipeline Pipeline = EnglishLanguage.Create();

    [Theory]
    [InlineData("Anna Harland met Peter Dorn in Vessin. She said that talks would go on.", "She", "Harland")]
    [InlineData("Anna Harland met Peter Dorn in Vessin. He said that talks would go on.", "He", "Dorn")]
    [InlineData("President Peter Dorn resigned on Monday. His party had lost the vote.", "His", "Dorn")]
    [InlineData("Mrs Orlov greeted Mr Tamas. He thanked the guests.", "He", "Tamas")]
    public void A_pronoun_means_the_person_of_its_gender(string text, string pronoun, string name)
    {
        var document = Analyze(text);

        Assert.Equal(ClusterOf(document, name), ClusterOf(document, pronoun));
    }

    [Theory]
    [InlineData("Peter Dorn spoke first. She was angry.", "She")]
    [InlineData("Anna Harland spoke first. His anger was plain.", "His")]
    [InlineData("Mrs Orlov spoke first. He was angry.", "He")]
    public void A_pronoun_is_never_linked_against_gender(string text, string pronoun)
    {
        var document = Analyze(text);

        Assert.Equal(-1, MentionOf(document, pronoun).Antecedent);
        Assert.Equal(0, MentionOf(document, pronoun).Confidence);
    }

    [Fact]
    public void A_pronoun_with_nobody_before_it_stays_unresolved() =>
        Assert.Equal(-1, MentionOf(Analyze("He said that talks would go on."), "He").Antecedent);

    [Fact]
    public void A_family_name_means_the_full_name()
    {
        var document = Analyze("Anna Harland arrived on Sunday. Peter Dorn left. Harland then opened the talks.");

        Assert.Equal(ClusterOf(document, "Harland", last: false), ClusterOf(document, "Harland"));
        Assert.NotEqual(ClusterOf(document, "Dorn"), ClusterOf(document, "Harland"));
    }

    [Fact]
    public void Two_persons_of_one_family_name_stay_apart()
    {
        var document = Analyze("Mr Harland waited outside. Mrs Harland opened the talks.");

        Assert.NotEqual(ClusterOf(document, "Harland", last: false), ClusterOf(document, "Harland"));
    }

    [Fact]
    public void The_links_of_a_pronoun_have_a_confidence_between_0_and_1()
    {
        var document = Analyze("Anna Harland opened the talks. She said that they went well, and her aides agreed.");

        Assert.All(document.Coreference.Mentions, static m => Assert.InRange(m.Confidence, 0, 1));
        Assert.InRange(MentionOf(document, "She").Confidence, 0.4, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0 \uD800")]
    [InlineData("he his him himself she her hers it its they them their")]
    [InlineData("\" ” “ She ( ) said , , , Her")]
    public void Any_text_passes(string text) => Assert.NotNull(Analyze(text).Coreference);

    [Fact]
    public void Ten_thousand_pronouns_are_read_in_bounded_time()
    {
        var document = Analyze(string.Concat(Enumerable.Repeat("Anna Harland said that he saw her there. ", 2500)));

        Assert.True(document.Coreference.Mentions.Length > 5000);
    }

    [Fact]
    public void The_same_text_gives_the_same_mentions()
    {
        const string Text = "Anna Harland met Peter Dorn. He thanked her, and she smiled. The minister left.";

        // Immutable arrays are equal only where they are one: their elements are compared.
        Assert.Equal(Analyze(Text).Coreference.Mentions.ToArray(), Analyze(Text).Coreference.Mentions.ToArray());
    }

    private static Document Analyze(string text)
    {
        var source = new SourceText(text);
        return Pipeline.Analyze(source, TextRegions.FromPlainText(source), null);
    }

    private static Mention MentionOf(Document document, string word, bool last = true)
    {
        // By the last word: "His party" is no mention of "His".
        var fitting = document.Coreference.Mentions.Where(m => document.Read(m.End - 1, m.End) == word);
        return last ? fitting.Last() : fitting.First();
    }

    private static int ClusterOf(Document document, string word, bool last = true) =>
        MentionOf(document, word, last).Cluster;
}
