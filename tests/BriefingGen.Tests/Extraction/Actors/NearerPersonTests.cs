using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Actors;

/// <summary>Whom "he" and "she" mean where their own sentence names somebody.</summary>
public class NearerPersonTests
{
    [Fact]
    public void He_is_the_man_of_the_clause_above_and_not_one_of_the_paragraph_before()
    {
        var facts = NewsText.Facts(
            "A spokesman for the ministry, Colin Maber, declined to comment. He did not dispute that the paper was genuine.",
            "Two officials who have read it said that it had been given to President Harold Brandt before he spoke to Viktor"
                + " Orlen by telephone on Wednesday."
        );

        var call = Assert.Single(facts.Outcomes, o => o.Trigger.Text == "spoke");
        Assert.Equal(["harold-brandt", "viktor-orlen"], call.Participants.Select(p => p.Actor));
    }

    [Fact]
    public void Who_speaks_is_not_whom_his_words_name()
    {
        var facts = NewsText.Facts(
            "Defence Minister Martin Holt opened the session. “President Harold Brandt has lost the war,” he said."
        );

        Assert.NotEqual("harold-brandt", facts.Saying("lost the war").Actor);
    }

    [Fact]
    public void Whom_she_thanks_is_not_herself()
    {
        var facts = NewsText.Facts(
            "Foreign Minister Anna Lund came to the capital on Thursday. Prime Minister Maria Berg met her there."
        );

        var met = Assert.Single(facts.Outcomes, o => o.Trigger.Text == "met");
        Assert.Equal(["maria-berg", "anna-lund"], met.Participants.Select(p => p.Actor));
    }

    [Fact]
    public void The_president_of_a_guild_is_not_the_president_named_before()
    {
        var facts = NewsText.Facts(
            "President Harold Brandt opened the fair on Thursday. The president said the hall was full.",
            "The president of a guild of bakers said the bread was late."
        );

        Assert.Equal("harold-brandt", facts.Saying("the hall was full").Actor);
        Assert.NotEqual("harold-brandt", facts.Saying("the bread was late").Actor);
    }
}
