using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Outcomes;

/// <summary>What the type follows from: the predicate and its arguments together.</summary>
public class OutcomeSenseTests
{
    [Theory]
    [InlineData("Most doctors agree that the vaccine works.")]
    [InlineData("The minister warned of floods in the north.")]
    [InlineData("The Norwegian ministry declined to comment on the report.")]
    [InlineData("The mayor withdrew 40 euros from a bank in Oslo.")]
    [InlineData("A heart attack killed the captain in Oslo.")]
    [InlineData("The captain died of a heart attack in Oslo.")]
    [InlineData("A fire killed nine pupils in Oslo.")]
    [InlineData("A lorry hit a bus and killed three pupils in Oslo.")]
    [InlineData("Anna Lund contributed reporting from Oslo.")]
    [InlineData("Timber exports contributed a fifth of growth.")]
    [InlineData("The Norwegian firms meet their commitments.")]
    [InlineData("The council sanctioned the use of drones.")]
    [InlineData("The minister attacked the budget.")]
    [InlineData("Missiles in the north threaten the region.")]
    [InlineData("Senator Anna Lund fought for years for higher wages.")]
    [InlineData("Anna Lund battled Karl Berg for the top spot in the party.")]
    [InlineData("Anna Lund suspended her campaign in Oslo.")]
    [InlineData("Anna Lund held a rally in Oslo for her campaign.")]
    [InlineData("Anna Lund raised $2 million from bankers.")]
    [InlineData("Shares in Oslo retreated on Friday.")]
    [InlineData("Young voters support Anna Lund by a wide margin.")]
    [InlineData("Anna Lund defended herself in the debate.")]
    [InlineData("The plan was met with fierce opposition by Anna Lund.")]
    [InlineData("Anna Lund demonstrated that she knows the budget.")]
    [InlineData("Anna Lund took control of the company.")]
    [InlineData("Anna Lund put the bill on the agenda.")]
    [InlineData("Anna Lund warned against haste.")]
    [InlineData("Anna Lund gave credit to nobody.")]
    [InlineData("Anna Lund answered a dozen questions about the budget on Meet the Neighbours.")]
    [InlineData("The tax-cutting mayor of Oslo smiled.")]
    [InlineData("Karl Berg's attacks on her credibility hurt Anna Lund.")]
    public void A_word_in_another_sense_is_no_event(string sentence)
    {
        Assert.Empty(NewsText.Facts(sentence).Outcomes);
    }

    [Theory]
    [InlineData("Norway agreed to share the river with Sweden.", OutcomeType.Agree)]
    [InlineData("The minister warned Sweden that Norway would close the border.", OutcomeType.Threaten)]
    [InlineData("Norway refused to release the Swedish sailors.", OutcomeType.Reject)]
    [InlineData("Norway withdrew its soldiers from Sweden.", OutcomeType.Retreat)]
    [InlineData("Norwegian jets attacked a bridge in Sweden.", OutcomeType.Assault)]
    [InlineData("A roadside bomb killed three soldiers in Sweden.", OutcomeType.Assault)]
    [InlineData("Norway contributed two million dollars to the Swedish flood fund.", OutcomeType.Aid)]
    [InlineData("Norway met Sweden in Geneva.", OutcomeType.Consult)]
    [InlineData("Norway sanctioned two Swedish banks.", OutcomeType.Sanction)]
    [InlineData("Norway threatened to leave the alliance with Sweden.", OutcomeType.Threaten)]
    [InlineData("Norway postponed its tariffs on Swedish steel.", OutcomeType.Concede)]
    [InlineData("Anna Lund said on Monday that Sweden had lied about the dam.", OutcomeType.Accuse)]
    [InlineData("Norwegian troops fought rebels in the hills.", OutcomeType.Assault)]
    [InlineData("Anna Lund voted for the bill in favour of Sweden.", OutcomeType.Support)]
    [InlineData("Anna Lund spoke to Karl Berg on Friday.", OutcomeType.Consult)]
    public void The_same_word_with_those_who_can_is_one(string sentence, OutcomeType type)
    {
        Assert.Contains(NewsText.Facts(sentence).Outcomes, o => o.Type == type);
    }

    [Fact]
    public void A_condition_stands_on_the_outcome()
    {
        var outcome = NewsText
            .Facts("Norway will impose sanctions on Sweden unless the sailors are freed.")
            .Outcomes.First(o => o.Type == OutcomeType.Sanction);

        Assert.Equal(OutcomeStatus.Possible, outcome.Status);
        Assert.Equal("unless the sailors are freed", outcome.Condition?.Text);
    }

    [Theory]
    [InlineData("The ferry was blown up by retreating soldiers.", "retreating soldiers", "The ferry")]
    [InlineData("The mayor was shot dead by a hooded man on Friday.", "a hooded man", "The mayor")]
    [InlineData(
        "The seizure of two trawlers by Norwegian sailors angered Sweden.",
        "Norwegian sailors",
        "two trawlers"
    )]
    [InlineData("The murder of a judge by a gang shocked Norway.", "a gang", "a judge")]
    public void Who_did_it_to_whom_is_read_from_the_grammar(string sentence, string source, string target)
    {
        var outcome = NewsText.Facts(sentence).Outcomes[0];

        Assert.Contains(outcome.Participants, p => p.Role == ParticipantRole.Source && p.Text == source);
        Assert.Contains(outcome.Participants, p => p.Role == ParticipantRole.Target && p.Text == target);
    }

    [Theory]
    [InlineData("Norway freed more than half of the 80 captives.", "more than half of the 80 captives")]
    [InlineData("Norwegian troops killed between 10 and 15 rebels.", "between 10 and 15 rebels")]
    [InlineData("Norwegian troops killed at least 12 rebels.", "at least 12 rebels")]
    public void A_number_keeps_its_hedge(string sentence, string target)
    {
        Assert.Contains(
            NewsText.Facts(sentence).Outcomes.SelectMany(o => o.Participants),
            p => p.Role == ParticipantRole.Target && p.Text == target
        );
    }

    [Theory]
    [InlineData("Anna Lund, Olof Berg, Nils Holm, Ida Moe, Per Dahl.")]
    [InlineData("Norway 12 Sweden 8 Finland 7 Denmark 3")]
    [InlineData("Ayes: Lund, Berg, Holm. Noes: Moe, Dahl. Absent: Vik.")]
    [InlineData("O wind that strikes the shore, O night that kills the day")]
    [InlineData("00:01:12 LUND: Well. 00:01:15 BERG: Yes, well.")]
    [InlineData("")]
    [InlineData("((( ... ))) --- ;;; \"\" ''")]
    public void What_is_no_prose_tells_no_event(string text)
    {
        Assert.Empty(NewsText.Facts(text).Outcomes);
    }

    [Fact]
    public void A_paragraph_of_hundreds_of_clauses_is_read()
    {
        var text = string.Join(
            ", and ",
            Enumerable.Range(0, 300).Select(i => $"the clerk said that ship {i} was late")
        );

        Assert.Empty(NewsText.Facts($"{text}.").Outcomes);
    }
}
