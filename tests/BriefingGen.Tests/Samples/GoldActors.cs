using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Samples;

/// <summary>Scores actors: found, then with the right type, role, country, and all of these.</summary>
internal sealed class GoldActors(GoldTable table)
{
    private const string Kind = "actor";

    private static readonly (string Measure, Func<GoldActor, ActorFact, bool> IsRight)[] _measures =
    [
        ("found", (_, _) => true),
        ("type", (g, a) => g.Types.Contains(a.Type)),
        ("role", (g, a) => IsRole(g.Role, a.Role)),
        ("country", (g, a) => g.Countries.Contains(a.Country, StringComparer.Ordinal)),
        ("all", (g, a) => g.Types.Contains(a.Type) && IsRole(g.Role, a.Role) && g.Countries.Contains(a.Country)),
    ];

    public void Score(Gold gold, ArticleFacts facts, GoldActorMap map)
    {
        var byGold = facts.Actors.ToLookup(a => map.GoldOf(a.Actor), StringComparer.Ordinal);
        foreach (var wanted in gold.Actors.Where(g => !g.Optional))
        {
            // Where one actor came out as two, the fuller name stands for it and the other is too much.
            var found = byGold[wanted.Actor].MaxBy(a => a.Name.Length);
            foreach (var (measure, isRight) in _measures)
            {
                table.Wanted(Kind, measure, found is not null && isRight(wanted, found));
                foreach (var given in byGold[wanted.Actor])
                {
                    table.Given(Kind, measure, ReferenceEquals(given, found) && isRight(wanted, given));
                }
            }

            Tell(gold.Name, wanted, found);
        }

        foreach (var given in byGold[null])
        {
            table.Error($"actor/false {gold.Name}: {given.Name} ({given.Type}, {given.Role}, {given.Country})");
            foreach (var (measure, _) in _measures)
            {
                table.Given(Kind, measure, right: false);
            }
        }
    }

    private void Tell(string article, GoldActor wanted, ActorFact? found)
    {
        if (found is null)
        {
            table.Error($"actor/missed {article}: {wanted.Name}");
            return;
        }

        foreach (var (measure, isRight) in _measures.Where(m => m.Measure != "all" && !m.IsRight(wanted, found)))
        {
            var (want, got) = measure switch
            {
                "type" => (wanted.Type.ToString(), found.Type.ToString()),
                "role" => (wanted.Role, found.Role),
                _ => (wanted.Country, found.Country),
            };
            table.Error($"actor/{measure} {article}: {wanted.Name}: {got ?? "-"}, should be {want ?? "-"}");
        }
    }

    private static bool IsRole(string? wanted, string? given) =>
        wanted is null || given is null
            ? wanted is null && given is null
            : Holds(given, wanted) || Holds(wanted, given);

    private static bool Holds(string text, string words) =>
        $" {text} ".Contains($" {words} ", StringComparison.OrdinalIgnoreCase);
}
