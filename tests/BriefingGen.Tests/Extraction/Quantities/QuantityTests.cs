using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Quantities;

/// <summary>Figures that are said of something.</summary>
public sealed class QuantityTests
{
    private static QuantityFact Only(string sentence, string figure) =>
        Assert.Single(NewsText.Facts(sentence).Quantities, q => q.Figure.Wording == figure);

    [Theory]
    [InlineData("At least 14 people were killed near Bergen.", "14", 14.0, null)]
    [InlineData("Up to 20 people were wounded near Bergen.", "20", null, 20.0)]
    [InlineData("About 3,400 people fled from Bergen.", "3,400", 3400.0, 3400.0)]
    [InlineData("Two hundred people fled from Bergen.", "Two hundred", 200.0, 200.0)]
    [InlineData("Between 10 and 12 people fled from Bergen.", "10 and 12", 10.0, 12.0)]
    public void A_figure_has_its_ends(string sentence, string figure, double? low, double? high)
    {
        var quantity = Only(sentence, figure);

        Assert.Equal((low, high), (quantity.Low, quantity.High));
        Assert.Equal("people", quantity.Counted.Wording);
        Assert.Equal("people", quantity.Head is "person" ? "people" : quantity.Head);
    }

    [Theory]
    [InlineData("More than half of the 80 sailors were freed.", "half", 50.0, null)]
    [InlineData("A third of the ships sank near Bergen.", "A third", 33.3, 33.3)]
    [InlineData("About two thirds of voters stayed home.", "two thirds", 66.7, 66.7)]
    public void A_share_is_a_figure_in_per_cent(string sentence, string figure, double? low, double? high)
    {
        var quantity = Only(sentence, figure);

        Assert.Equal((low, high, "percent"), (quantity.Low, quantity.High, quantity.Unit));
    }

    [Fact]
    public void An_amount_is_said_of_what_changes()
    {
        var quantity = Only("The central bank of Norway raised its key rate to 5 percent.", "5");

        Assert.Equal(("percent", "its key rate"), (quantity.Unit, quantity.Counted.Wording));
    }

    [Fact]
    public void A_hedge_stands_with_its_words() =>
        Assert.Equal("At least", Only("At least 14 people were killed near Bergen.", "14").Hedge?.Wording);

    [Fact]
    public void A_corrected_figure_names_the_older_one()
    {
        var newer = Only("The ministry of Norway revised the toll to 14 from 12.", "14");

        Assert.Equal((12.0, 12.0), (newer.Replaces?.Low, newer.Replaces?.High));
    }

    [Theory]
    [InlineData("The law of 2018 was read in Section 1001.")]
    [InlineData("One of them left at 9 am.")]
    [InlineData("The talks lasted three hours.")]
    public void Years_labels_times_and_spans_of_time_are_none(string sentence) =>
        Assert.Empty(NewsText.Facts(sentence).Quantities);
}
