using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Events;

namespace BriefingGen.Tests.Fusion.Events;

/// <summary>Tellings of one event in several articles, and tellings that must stay apart.</summary>
public sealed class SameEventTests
{
    private static readonly string[] Quarry =
    [
        "A landslide killed three workers at the Torvik quarry in Norway on Thursday.",
        "Police said that the slope above the Torvik quarry had been watched since spring.",
    ];

    [Fact]
    public void A_noun_that_refers_to_an_event_joins_its_telling_in_another_article()
    {
        var fused = ToldNews.Fuse(
            (0, ["Rebels attacked the harbour of Skandar in Norway on Thursday.", "The harbour of Skandar was shut."]),
            (
                0,
                [
                    "Sweden condemned the attack on the harbour of Skandar.",
                    "The harbour of Skandar is busy, Sweden said.",
                ]
            )
        );

        var told = fused.Telling("attacked", "Rebels attacked");

        Assert.Contains(
            told.Outcomes,
            o => o.Sentence.Wording.StartsWith("Sweden condemned", StringComparison.Ordinal)
        );
        Assert.Equal(1, told.Origins);
    }

    [Fact]
    public void What_is_only_referred_to_is_no_event_of_its_own() =>
        Assert.DoesNotContain(
            ToldNews.Fuse((0, ["Norway mourned after the derailment at Torvik.", "The valley was silent."])).Events,
            e => e.Lead is DeedFact { IsReference: true }
        );

    [Fact]
    public void Who_was_arrested_on_one_day_is_not_arrested_again_when_a_later_paper_tells_it()
    {
        var fused = ToldNews.Fuse(
            (
                0,
                [
                    "Police in Norway arrested Jonas Wedel over the theft of the Torvik chalice.",
                    "Jonas Wedel was a guard.",
                ]
            ),
            (
                3,
                [
                    "Police in Norway have arrested Jonas Wedel over the theft of the Torvik chalice.",
                    "He kept the keys.",
                ]
            )
        );

        Assert.Contains(
            fused.Telling("arrested", "have arrested").Outcomes,
            o => o.Sentence.Wording.StartsWith("Police in Norway arrested", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_price_that_rises_on_two_days_rises_twice()
    {
        var fused = ToldNews.Fuse(
            (0, ["The price of cod rose in Norway by two per cent.", "Boats from Norway stayed in port."]),
            (3, ["The price of cod rose in Norway by five per cent.", "Boats from Norway stayed in port."])
        );

        Assert.DoesNotContain(
            fused.Telling("rose", "five per cent").Outcomes,
            o => o.Sentence.Wording.Contains("two per cent", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Two_blows_on_two_days_stay_two_where_one_day_is_said_of_a_whole_sentence()
    {
        var fused = ToldNews.Fuse(
            (0, Quarry),
            (
                0,
                [
                    "Two guards were killed and four were wounded at the Torvik quarry in Norway on Monday when rebels attacked it.",
                    "The Torvik quarry in Norway is guarded.",
                ]
            )
        );

        Assert.DoesNotContain(
            fused.Telling("killed", "Two guards").Outcomes,
            o => o.Sentence.Wording.StartsWith("A landslide", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_meeting_that_may_come_is_not_the_one_that_was_held()
    {
        var fused = ToldNews.Fuse(
            (0, ["Norway's envoy Mira Holt met Ivo Lund in Skandar on Thursday.", "Mira Holt flew home."]),
            (0, ["Norway hopes for a meeting with Ivo Lund in Skandar.", "Ivo Lund may fly to Skandar."])
        );

        Assert.DoesNotContain(
            fused.Telling("met", "Mira Holt met").Outcomes,
            o => o.Sentence.Wording.StartsWith("Norway hopes", StringComparison.Ordinal)
        );
    }
}
