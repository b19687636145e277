using BriefingGen.Extraction.Factuality;

namespace BriefingGen.Tests.Extraction.Factuality;

/// <summary>Signatures composed along the tree, with negation, modality and condition.</summary>
public class FactualityTests
{
    [Theory]
    [InlineData("+", "The council managed to sign the treaty.")]
    [InlineData("-", "The council did not manage to sign the treaty.")]
    [InlineData("-", "The council failed to sign the treaty.")]
    [InlineData("-", "The council has stopped signing treaties.")]
    [InlineData("+", "The council did not forget to sign the treaty.")]
    [InlineData("-", "The strike prevented the council from signing the treaty.")]
    [InlineData("-", "The council stopped short of signing the treaty.")]
    [InlineData("-", "The council came close to signing the treaty.")]
    [InlineData("possible", "The council was on the verge of signing the treaty.")]
    [InlineData("+", "The council took the trouble to sign the treaty.")]
    [InlineData("-", "The council wasted the chance to sign the treaty.")]
    [InlineData("-", "The council decided against signing the treaty.")]
    [InlineData("-", "The storm made it impossible for the council to sign the treaty.")]
    [InlineData("planned", "The council plans to sign the treaty.")]
    [InlineData("-planned", "The council does not plan to sign the treaty.")]
    [InlineData("possible", "The council is trying to sign the treaty.")]
    [InlineData("demanded", "The mayor urged the council to sign the treaty.")]
    [InlineData("-", "The council did not attempt to sign the treaty.")]
    [InlineData("+", "The council was forced to sign the treaty.")]
    [InlineData("-", "The council nearly signed the treaty.")]
    [InlineData("reported", "The council reportedly signed the treaty.")]
    public void A_word_says_of_its_complement_whether_it_happened(string told, string sentence)
    {
        Assert.Equal(told, ReadSentence.Told(sentence, "sign"));
    }

    [Theory]
    [InlineData("+", "The council did not fail to sign the treaty.")]
    [InlineData("planned", "The council plans to begin to sign the treaty.")]
    [InlineData("-planned", "The council plans to stop signing treaties.")]
    [InlineData("-possible", "The council may decide against signing the treaty.")]
    [InlineData("+", "The council failed to stop signing treaties.")]
    [InlineData("-", "The council managed to prevent the mayor from signing the treaty.")]
    [InlineData("demanded", "The mayor urged the council to manage to sign the treaty.")]
    public void What_embeds_what_embeds_it_counts_too(string told, string sentence)
    {
        Assert.Equal(told, ReadSentence.Told(sentence, "sign"));
    }

    [Theory]
    [InlineData("Neither the council nor the mayor signed the treaty.")]
    [InlineData("The council has never signed a treaty.")]
    [InlineData("The council left without signing the treaty.")]
    [InlineData("Nobody signed the treaty.")]
    [InlineData("No council signed the treaty.")]
    [InlineData("The council signed no treaty.")]
    [InlineData("The council neither met the mayor nor signed the treaty.")]
    [InlineData("The mayor did not come, nor has the council signed the treaty.")]
    public void What_is_denied_in_its_own_clause_did_not_happen(string sentence)
    {
        Assert.Equal("-", ReadSentence.Told(sentence, "sign"));
    }

    [Fact]
    public void No_longer_denies()
    {
        Assert.Equal("-", ReadSentence.Told("The army no longer attacks the port.", "attack"));
    }

    [Theory]
    [InlineData("The council not only signed the treaty but also praised it.")]
    [InlineData("The council did not leave but signed the treaty.")]
    [InlineData("Not the mayor but the council signed the treaty.")]
    [InlineData("The council did not regret that it signed the treaty.")]
    public void A_not_that_denies_something_else_leaves_it_true(string sentence)
    {
        Assert.Equal("+", ReadSentence.Told(sentence, "sign"));
    }

    [Theory]
    [InlineData("-", "Talks between the ministers were called off.")]
    [InlineData("-", "The ministers scrapped their talks.")]
    [InlineData("planned", "The ministers postponed their talks.")]
    [InlineData("-", "The collapse of the talks hurt the banks.")]
    [InlineData("-", "The talks fell through.")]
    [InlineData("planned", "The talks are scheduled for May.")]
    [InlineData("demanded", "The mayor called for talks.")]
    [InlineData("+", "The ministers held talks.")]
    [InlineData("-", "The ministers did not hold talks.")]
    [InlineData("-", "There were no talks.")]
    public void A_noun_that_names_an_event_stands_as_its_verb_says(string told, string sentence)
    {
        Assert.Equal(told, ReadSentence.Told(sentence, "talks"));
    }

    [Theory]
    [InlineData("The council will sign the treaty unless the mayor resigns.", "unless the mayor resigns")]
    [InlineData("The council will sign the treaty if the mayor resigns.", "if the mayor resigns")]
    [InlineData("If the mayor resigns, the council will sign the treaty.", "If the mayor resigns")]
    public void A_condition_leaves_it_open_and_is_kept(string sentence, string condition)
    {
        var standing = ReadSentence.Of(sentence, "sign");
        var (first, end) = Assert.NotNull(standing.Condition);

        Assert.Equal(Reality.Possible, standing.Reality);
        Assert.Equal(condition, string.Join(' ', sentence.Replace(",", " ,").TrimEnd('.').Split(' ')[first..end]));
    }

    [Fact]
    public void Even_if_is_no_condition()
    {
        var standing = ReadSentence.Of("The council will sign the treaty even if the mayor resigns.", "sign");

        Assert.Null(standing.Condition);
        Assert.Equal(Reality.Planned, standing.Reality);
    }
}
