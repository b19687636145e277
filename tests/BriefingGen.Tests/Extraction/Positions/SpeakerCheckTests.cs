namespace BriefingGen.Tests.Extraction.Positions;

public class SpeakerCheckTests
{
    [Fact]
    public void Who_was_only_spoken_of_is_not_credited_with_the_next_words()
    {
        var facts = NewsText.Facts(
            "“The end will come down to what President Ilya Dravić is willing to sign,” said a senior Meridonian diplomat.\n\n"
                + "“There is no point in talks that are built to fail,” he said."
        );

        var last = facts.Positions[^1];
        Assert.Equal("he", last.Source!.Text);
        Assert.NotEqual("ilya-dravic", last.Actor);
        Assert.Equal(facts.Positions[0].Actor, last.Actor);
    }

    [Fact]
    public void Who_spoke_before_goes_on_speaking()
    {
        var facts = NewsText.Facts(
            "Foreign Minister Mirena Soltan said the talks had failed. “We leave with nothing,” she said."
        );

        Assert.Equal("mirena-soltan", facts.Positions[^1].Actor);
    }
}
