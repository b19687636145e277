using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Facts;

public sealed class ActorFactJsonTests
{
    private static readonly ActorFact _actor = new(
        "solveig-hattlund",
        "Solveig Hattlund",
        ActorType.Person,
        "Envoy",
        "NO",
        [],
        [],
        true,
        null,
        "actor.list"
    );

    [Fact]
    public void What_few_actors_have_is_left_out_where_there_is_nothing_to_say()
    {
        var json = FactJson.Write(_actor);

        Assert.DoesNotContain("countryBy", json, StringComparison.Ordinal);
        Assert.DoesNotContain("roles", json, StringComparison.Ordinal);
        Assert.DoesNotContain("listed", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_and_the_entry_of_the_list_are_written_with_their_parts()
    {
        var json = FactJson.Write(
            _actor with
            {
                CountryBy = "list",
                Roles = [new HeldRole("Envoy", "NO", new DateOnly(2024, 3, 1), null, false)],
                Listed = new ActorListing("desk/actors.yaml", 7, ["name", "country"]),
            }
        );

        Assert.Contains(
            """{"role":"Envoy","country":"NO","from":"2024-03-01","until":null,"former":false}""",
            json,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """listed":{"file":"desk/actors.yaml","line":7,"fields":["name","country"]}""",
            json,
            StringComparison.Ordinal
        );
    }
}
