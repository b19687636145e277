using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Outcomes;

/// <summary>What kind of thing a noun names decides what its verb tells of it; parties by binding, owner and shared voice.</summary>
public sealed class NounKindTests
{
    private static OutcomeType[] Types(params string[] text) => [.. NewsText.Facts(text).Outcomes.Select(o => o.Type)];

    [Theory]
    [InlineData("The mayor's team hammered the ordinance for weeks.")]
    [InlineData("Norway has fought hard to defend the levy.")]
    [InlineData("Karl Berg shot back that the question was unfair.")]
    [InlineData("Karl Berg is using the premier as a shield against criticism.")]
    [InlineData("The ending killed the momentum of the film.")]
    public void Nobody_assaults_what_has_no_body(string sentence) =>
        Assert.DoesNotContain(OutcomeType.Assault, Types("Karl Berg is a candidate for mayor.", sentence));

    [Theory]
    [InlineData("Swedish jets bombed a convoy near Bergen.")]
    [InlineData("Gunmen stormed the town hall today.")]
    [InlineData("Rebels killed a number of soldiers near Bergen.")]
    public void What_has_one_may_be_hit(string sentence) => Assert.Contains(OutcomeType.Assault, Types(sentence));

    [Theory]
    [InlineData("Karl Berg released the transcripts of the hearing.", OutcomeType.Concede)]
    [InlineData("Anna Lund allowed resentment to grow.", OutcomeType.Concede)]
    [InlineData("Karl Berg was backing down from his plan, but Lund was not.", OutcomeType.Support)]
    [InlineData("Karl Berg went on to discuss his views on fishing.", OutcomeType.Consult)]
    [InlineData("Karl Berg was slated to speak in Bergen.", OutcomeType.Accuse)]
    [InlineData("A rich donor could shell out a fortune for it.", OutcomeType.Assault)]
    [InlineData("Employers seek workers with a degree.", OutcomeType.Request)]
    [InlineData("Anna Lund appealed to younger voters on Tuesday.", OutcomeType.Request)]
    [InlineData("They want somebody who is not going to lie to them, Anna Lund said.", OutcomeType.Accuse)]
    [InlineData("Anna Lund went on the offensive against Karl Berg.", OutcomeType.Assault)]
    [InlineData("Anna Lund waged a charm offensive in the fishing towns.", OutcomeType.Assault)]
    [InlineData("The candidates attacked each other for their votes.", OutcomeType.Assault)]
    [InlineData("The campaign of Karl Berg paid $9,000 in rent on June 9.", OutcomeType.Aid)]
    [InlineData("Karl Berg charged his tenants for the garden.", OutcomeType.Accuse)]
    [InlineData("Karl Berg freed up $20 million for the ferry.", OutcomeType.Concede)]
    [InlineData("Anna Lund declined several requests for an interview.", OutcomeType.Reject)]
    public void A_word_of_another_sense_has_not_the_type(string sentence, OutcomeType type) =>
        Assert.DoesNotContain(type, Types("Karl Berg and Anna Lund run for mayor.", sentence));

    [Theory]
    [InlineData("The appeals court reversed the decision on Monday.", OutcomeType.Reject)]
    [InlineData("The premier of Sweden backed down on Monday.", OutcomeType.Concede)]
    [InlineData("Sweden is ready to send troops to Norway.", OutcomeType.Agree)]
    public void The_sense_that_names_it_has(string sentence, OutcomeType type) =>
        Assert.Contains(type, Types(sentence));

    [Fact]
    public void A_second_participle_shares_the_passive_of_the_first()
    {
        var outcome = NewsText
            .Facts("Karl Berg was charged in Sweden in 2024 and deported to Norway this year.")
            .Outcomes.Single(o => o.Trigger.Wording == "deported");

        Assert.DoesNotContain(outcome.Participants, p => p.Role == ParticipantRole.Source && p.Actor == "karl-berg");
    }

    [Theory]
    [InlineData("Norway wants back a sailor held prisoner in Sweden.", "held")]
    [InlineData("Norway wants back a clerk of the court arrested in Sweden.", "arrested")]
    public void Who_is_held_or_arrested_does_not_do_it(string sentence, string trigger) =>
        Assert.DoesNotContain(
            NewsText
                .Facts(sentence)
                .Outcomes.Where(o => o.Trigger.Wording.StartsWith(trigger, StringComparison.Ordinal)),
            o => o.Participants.Any(p => p.Role == ParticipantRole.Source)
        );

    [Fact]
    public void The_cells_of_a_table_tell_no_event() =>
        Assert.Empty(Types("Norway | 4 | attacked | 12.0 | Sweden | 5 | visited | 3.1 | Finland"));

    [Fact]
    public void The_charge_is_no_part_of_who_is_accused()
    {
        var outcome = NewsText.Facts("Three officers accused the former mayor of theft.").Outcomes.Single();

        Assert.Contains(outcome.Participants, p => p.Text == "the former mayor");
    }

    [Fact]
    public void Who_has_an_idea_acts_by_it()
    {
        var outcome = NewsText
            .Facts("Norway's attempts to divide the council demand an answer, Anna Lund said.")
            .Outcomes;

        Assert.Contains(outcome.SelectMany(o => o.Participants), p => p.Actor == "norway");
        Assert.DoesNotContain(outcome.SelectMany(o => o.Participants), p => p.Text == "Norway's attempts");
    }

    [Fact]
    public void Nobody_helps_himself_with_him()
    {
        var outcomes = NewsText.Facts("Karl Berg left. Erik Holm wants to avoid helping him.").Outcomes;

        Assert.NotEmpty(outcomes);
        Assert.All(
            outcomes,
            o =>
                Assert.False(
                    o.Participants.Any(p => p.Role == ParticipantRole.Source && p.Actor == "erik-holm")
                        && o.Participants.Any(p => p.Role == ParticipantRole.Target && p.Actor == "erik-holm")
                )
        );
    }
}
