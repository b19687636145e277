using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Tests.Composition.Planning;

public sealed class SanctionRoundTests
{
    private static SanctionFact Sanction(string measure, SanctionStatus status = SanctionStatus.Announced) =>
        new("", "", ["coastal-union"], ["tolmark"], measure, status, []);

    private static string[] Rows(params (string Trigger, SanctionFact Fact)[] told)
    {
        var article = new InventedArticle(
            "Title\nThe Coastal Union agreed measures, freezing assets and banning exports to Tolmark.\n"
                + "It lifted an older ban.\n"
        );
        var union = article.Actor("coastal-union", "Coastal Union", null, null, ActorType.Organization);
        var tolmark = article.Actor("tolmark", "Tolmark", null, "TK", ActorType.State);
        var events = told.Select(one =>
                article.Event(one.Trigger, OutcomeType.Sanction, topic: "sanctions", sanction: one.Fact)
            )
            .ToArray();
        var brief = InventedBriefing.Compose(new FusedFacts([article.Fused()], [union, tolmark], [], [.. events], []));
        return
        [
            .. brief
                .Statements.Where(s => s.Section == "sanctions" && s.Text.Contains(" | ", StringComparison.Ordinal))
                .Select(s => s.Text),
        ];
    }

    [Fact]
    public void The_measures_of_one_round_are_one_row()
    {
        var row = Assert.Single(
            Rows(
                ("agreed measures", Sanction("unspecified")),
                ("freezing assets", Sanction("asset-freeze")),
                ("banning exports", Sanction("export-control"))
            )
        );
        Assert.Contains(
            "Coastal Union | asset freeze, export control | Tolmark | announced",
            row,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_has_come_less_far_is_another_row() =>
        Assert.Equal(
            2,
            Rows(
                ("freezing assets", Sanction("asset-freeze")),
                ("lifted", Sanction("asset-freeze", SanctionStatus.Lifted))
            ).Length
        );

    [Fact]
    public void A_sanction_of_which_nobody_knows_whom_it_hits_is_no_row() =>
        Assert.Empty(Rows(("freezing assets", Sanction("asset-freeze") with { Target = [] })));
}
