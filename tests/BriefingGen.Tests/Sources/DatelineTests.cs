using BriefingGen.Sources.Duplicates;

namespace BriefingGen.Tests.Sources;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("LAKEPORT (Reuters) - Talks went on.", "Talks went on.")]
    [InlineData("WESTPORT, Northland (AP) — Talks went on.", "Talks went on.")]
    [InlineData("LAKEPORT (Northern Wire) - Talks went on.", "Talks went on.")]
    [InlineData("PORT ELSA — Talks went on.", "Talks went on.")]
    [InlineData("LAKEPORT - Talks went on.", "Talks went on.")]
    [InlineData("NEW LORN, Nov. 19 — Talks went on.", "Talks went on.")]
    [InlineData("LAKEPORT, April 30 (Reuters) - Talks went on.", "Talks went on.")]
    [InlineData("LAKEPORT, Northland, May 3, 2022 (AP) -- Talks went on.", "Talks went on.")]
    [InlineData("PORT ELSA, Calif. -- Talks went on.", "Talks went on.")]
    [InlineData("April 30 (Northern Wire) - Talks went on.", "Talks went on.")]
    [InlineData(
        "April 30 was a day of talks (at last) - they went on.",
        "April 30 was a day of talks (at last) - they went on."
    )]
    [InlineData("LAKEPORT (AP) Talks went on.", "Talks went on.")]
    [InlineData("NATO-led troops (mostly sailors) went on.", "NATO-led troops (mostly sailors) went on.")]
    [InlineData("OPEC said so. Talks went on.", "OPEC said so. Talks went on.")]
    [InlineData("Talks (at last) - went on.", "Talks (at last) - went on.")]
    [InlineData("", "")]
    public void A_paragraph_is_read_past_its_dateline(string paragraph, string rest) =>
        Assert.Equal(rest, paragraph[Dateline.LengthIn(paragraph)..]);
}
