using BriefingGen.Extraction.Facts;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Extraction.Positions;

public sealed class SpeakerKindsTests
{
    [Fact]
    public void A_name_after_a_dash_under_a_quotation_is_its_speaker()
    {
        var facts = NewsText.Facts(
            "“The bridge will open before the winter, and it will be safe.” – Commissioner Solveig Hattlund",
            "Work began in May."
        );

        Assert.Equal("solveig-hattlund", facts.Saying("before the winter").Actor);
    }

    [Fact]
    public void A_quotation_without_a_verb_belongs_to_whom_the_sentence_before_is_about()
    {
        var facts = NewsText.Facts(
            "Mayor Solveig Hattlund was furious. “They lied. The books show it.” Governor Erik Sandvik disagreed. “She is wrong.”"
        );

        Assert.Equal("solveig-hattlund", facts.Saying("They lied").Actor);
        Assert.Equal("erik-sandvik", facts.Saying("She is wrong").Actor);
    }

    [Fact]
    public void Who_is_quoted_speaks_and_not_the_paper_that_quotes()
    {
        var facts = NewsText.Facts(
            "The Fjordblad website quoted Minister Solveig Hattlund as saying the port would reopen.",
            "“We shall wait,” the Dagsavis quoted General Erik Sandvik as saying."
        );

        Assert.Equal("solveig-hattlund", facts.Saying("the port would reopen").Actor);
        Assert.Equal("erik-sandvik", facts.Saying("We shall wait").Actor);
    }

    [Theory]
    [InlineData("Ministers Solveig Hattlund and Erik Sandvik said the port would reopen.")]
    [InlineData("Both rivals, Solveig Hattlund and Erik Sandvik, say the port would reopen.")]
    [InlineData("Norway and Finland said in one letter that the port would reopen.")]
    public void What_several_say_together_is_no_ones_alone(string text) =>
        Assert.Null(NewsText.Facts(text).Saying("port would reopen").Actor);

    [Fact]
    public void An_office_or_a_relative_is_not_its_holder_nor_hers()
    {
        var facts = NewsText.Facts(
            "Mayor Solveig Hattlund closed the port. Her office said the repairs would last weeks.",
            "“It leaks,” her brother said. Her husband, carpenter Erik Sandvik, said the quay was sound."
        );

        Assert.NotEqual("solveig-hattlund", facts.Saying("repairs would last").Actor);
        Assert.NotEqual("solveig-hattlund", facts.Saying("It leaks").Actor);
        Assert.Equal("erik-sandvik", facts.Saying("quay was sound").Actor);
    }

    [Fact]
    public void He_and_she_are_told_apart_by_given_names()
    {
        var facts = NewsText.Facts(
            "Ambassador Anna Hattlund met General Peter Sandvik in Lima on Friday. He said the pass was open. She said the road was not."
        );

        Assert.Equal("peter-sandvik", facts.Saying("the pass was open").Actor);
        Assert.Equal("anna-hattlund", facts.Saying("the road was not").Actor);
    }

    [Fact]
    public void Mr_and_Mrs_choose_between_two_of_one_surname()
    {
        var facts = NewsText.Facts(
            "Merchant Peter Sandvik and his wife Anna Sandvik were charged with fraud.",
            "“I never saw the books,” Mrs Sandvik said. Mr Sandvik said the money was his."
        );

        Assert.Equal("anna-sandvik", facts.Saying("never saw the books").Actor);
        Assert.Equal("peter-sandvik", facts.Saying("the money was his").Actor);
    }

    [Fact]
    public void The_papers_own_sentence_is_not_put_into_a_mouth()
    {
        var facts = NewsText.Facts(
            "There were no clashes at the harbour on Monday. There was no fire in the town, the mayor said. Fishermen ended their strike on Monday."
        );

        var position = facts.Saying("no fire in the town");
        Assert.DoesNotContain(position.Content, c => c.Text.Contains("clashes", StringComparison.Ordinal));
        Assert.DoesNotContain(position.Content, c => c.Text.Contains("Fishermen", StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_and_the_header_are_never_a_source()
    {
        const string text =
            "Norwegian General\n20260912\nhttps://wire.example/own\nGeneral Erik Sandvik of Norway said the drill was over.\n";
        var article = NewsText.Article(text.TrimEnd().Split('\n'));
        var title = new BriefingGen.Language.Text.TextRegion(
            new BriefingGen.Language.Text.TextSpan(0, 17),
            BriefingGen.Language.Text.RegionKind.Title
        );
        var facts = NewsText.Facts(article with { Regions = [title, article.Regions[^1]] });

        Assert.Equal("General Erik Sandvik of Norway", facts.Saying("drill was over").Source!.Text);
    }
}
