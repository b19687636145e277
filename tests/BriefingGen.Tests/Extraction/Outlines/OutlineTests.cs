using System.Collections.Immutable;
using BriefingGen.Composition.Phrasing;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Extraction.Outlines;

public sealed class OutlineTests
{
    [Theory]
    [InlineData("But the harbour council rejected the plan.", "the harbour council rejected the plan.")]
    [InlineData("The port of Lorne, a town of fishermen, signed the lease.", "The port of Lorne signed the lease.")]
    [InlineData("The ferry company, which owns nine ships, signed the lease.", "The ferry company signed the lease.")]
    [InlineData("The council approved the lease, ending a dispute of many years.", "The council approved the lease.")]
    [InlineData(
        "The council approved the lease on Monday, because the old pier had collapsed.",
        "The council approved the lease on Monday."
    )]
    [InlineData("The council approved the lease and closed the old pier.", "The council approved the lease.")]
    [InlineData("The council approved the lease (the second this year).", "The council approved the lease.")]
    [InlineData("And then the council approved the lease.", "the council approved the lease.")]
    [InlineData("Later in the day, the council approved the lease.", "the council approved the lease.")]
    [InlineData("In the meantime, the council approved the lease.", "the council approved the lease.")]
    public void What_only_adds_to_a_sentence_goes(string sentence, string shortest) =>
        Assert.Equal(shortest, Shortest(sentence));

    [Theory]
    [InlineData("The council did not approve the lease in Lorne.")]
    [InlineData("The council may approve the lease in Lorne.")]
    [InlineData("The council approved about nine leases.")]
    [InlineData("The council will approve the lease if the pier holds.")]
    [InlineData("The council approved more leases than the guild had asked for.")]
    [InlineData("The council approved nine leases.")]
    [InlineData("The ships that carry grain left the port.")]
    [InlineData("The guild claims that the council approved the lease.")]
    [InlineData("The council did not approve the lease because the pier had collapsed.")]
    [InlineData("No ship left the port after the storm.")]
    [InlineData("The council approved the lease, but did not sign it.")]
    [InlineData("The council met, argued, and left.")]
    [InlineData("The council's clerk, Ada Lindgren, signed the lease.")]
    public void What_binds_denies_weakens_or_picks_out_stays(string sentence) =>
        Assert.Equal(sentence, Shortest(sentence));

    [Theory]
    [InlineData("The harbour council rejected the offer.", true)]
    [InlineData("The harbour council rejected the offer of a lease.", false)]
    [InlineData("The guild made an offer, and the council rejected the offer.", false)]
    [InlineData("Those talks ended on Monday.", true)]
    [InlineData("On Monday, the Lorne senator opened a rally.", true)]
    [InlineData("The guild begged the former minister of ports for a lease.", true)]
    [InlineData("Ada Lindgren of the guild left, and the bakers thanked the Lorne senator.", false)]
    [InlineData("On Monday, the mayor of Lorne opened a rally.", false)]
    [InlineData("A senator from Lorne opened a rally on Monday.", false)]
    [InlineData("Ada Lindgren begged the former minister of ports for a lease.", true)]
    [InlineData("Ada Lindgren took one of their boats.", true)]
    [InlineData("The above article was printed on Monday.", true)]
    [InlineData("The port lies above the town.", false)]
    [InlineData("The guild's support for the lease shows that it holds, she says.", true)]
    [InlineData("The guild met the council, but those talks ended on Monday.", false)]
    public void What_only_the_sentence_before_tells_points_elsewhere(string sentence, bool points) =>
        Assert.Equal(
            points,
            NewsText
                .Facts(sentence)
                .Outlines.SelectMany(outline => outline.References)
                .Any(reference => reference.Kind == ReferenceKind.Open)
        );

    [Fact]
    public void Within_a_quotation_nothing_goes()
    {
        const string Quoted = "“We signed the lease, which is a good one, and we closed the pier,” the mayor said.";
        Assert.Equal(Quoted, Shortest(Quoted));
    }

    [Fact]
    public void A_comma_that_closes_something_else_stays() =>
        Assert.Equal(
            "After Monday's vote, the council left.",
            Shortest("After Monday's vote, which was close, the council left.")
        );

    [Fact]
    public void What_was_plainly_said_stands_without_its_speaker_and_a_denial_with_its_verb()
    {
        var said = Speech("Harbour Minister Ada Lindgren said on Monday that the pier was closed.");
        Assert.Equal(("the pier was closed", true), said);
        var denied = Speech("Harbour Minister Ada Lindgren denied that the pier was closed.");
        Assert.Equal(("denied that the pier was closed", false), denied);
    }

    [Theory]
    [InlineData("Harbour Minister Ada Lindgren did not say that the pier was closed.")]
    [InlineData("Harbour Minister Ada Lindgren may say that the pier was closed.")]
    public void What_was_not_plainly_said_keeps_its_verb(string sentence) =>
        Assert.DoesNotContain(NewsText.Facts(sentence).Outlines.Single().Speeches, speech => speech.IsPlain);

    [Fact]
    public void A_pronoun_for_a_known_person_is_told_from_one_that_nobody_is_known_for()
    {
        var facts = NewsText.Facts(
            "Harbour Minister Ada Lindgren met the guild on Monday.",
            "She promised a new pier.",
            "It will be long."
        );
        var references = facts.Outlines.SelectMany(outline => outline.References).ToList();
        Assert.Contains(references, one => one.Kind == ReferenceKind.Pronoun && Text(facts, one.Span) == "She");
        Assert.Contains(references, one => one.Kind == ReferenceKind.Open && Text(facts, one.Span) == "It");
    }

    [Fact]
    public void The_middle_of_three_clauses_does_not_go_alone() =>
        Assert.DoesNotContain(
            NewsText
                .Facts(
                    "The truce has held along the front, but shells fell on Bergen on Sunday, and each side blames the other."
                )
                .Outlines.Single()
                .Cuts,
            cut => cut.Kind == CutKind.Conjunct
        );

    [Fact]
    public void A_day_that_opens_a_sentence_before_a_comma_takes_its_preposition() =>
        Assert.True(
            NewsText.Facts("Tuesday, the council of Bergen closed the port.").Outlines.Single().Days.Single().Bare
        );

    [Theory]
    [InlineData("The minister hosts a Sunday talk show in Bergen.")]
    [InlineData("The minister spoke to the Friday papers in Bergen.")]
    [InlineData("The council met every Monday and voted on the port.")]
    public void A_kind_of_day_is_no_day_of_the_calendar(string text) =>
        Assert.All(NewsText.Facts(text).Outlines, outline => Assert.Empty(outline.Days));

    [Fact]
    public void A_weekday_knows_its_date_and_whether_it_needs_a_preposition()
    {
        var days = NewsText.Facts("The council met on Monday and will meet again Tuesday.").Outlines.Single().Days;
        Assert.Equal(new DateOnly(2025, 9, 8), days[0].From);
        Assert.True(days[0].Replaces);
        Assert.False(days[0].Bare);
        Assert.True(days[1].Bare);
    }

    [Fact]
    public void Outlines_are_read_as_they_were_written()
    {
        var facts = NewsText.Facts(
            "Harbour Minister Ada Lindgren, who met the guild on Monday, denied that about nine piers were closed.",
            "She said that the council would not sign, because the pier had collapsed."
        );
        var read = OutlineCodec.Read(OutlineCodec.Write(facts.Outlines));
        Assert.Equal(OutlineCodec.Write(facts.Outlines), OutlineCodec.Write(read));
        Assert.Equal(facts.Outlines.SelectMany(o => o.Cuts), read.SelectMany(o => o.Cuts));
    }

    private static string Shortest(string sentence)
    {
        var facts = NewsText.Facts(sentence);
        var outline = facts.Outlines.Single();
        return Print.Of(sentence, Compression.Shorten(sentence, outline, [outline.Sentence], [], 0));
    }

    private static (string Text, bool IsPlain) Speech(string sentence)
    {
        var facts = NewsText.Facts(sentence);
        var speech = Assert.Single(facts.Outlines.Single().Speeches);
        return (Text(facts, Assert.Single(speech.Kept)), speech.IsPlain);
    }

    private static string Text(ArticleFacts facts, TextSpan span) => facts.Article.Text.ToString(span);

    internal static class Print
    {
        public static string Of(string text, ImmutableArray<TextSpan> kept) =>
            string.Concat(
                kept.Select(
                    (span, i) =>
                        (i > 0 && !",.;:!?".Contains(text[span.Start]) ? " " : "")
                        + text[span.Start..span.End].TrimEnd(' ')
                )
            );
    }
}
