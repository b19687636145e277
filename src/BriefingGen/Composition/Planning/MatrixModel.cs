using System.Collections.Immutable;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using Scriban.Runtime;
using static BriefingGen.Composition.Planning.ScriptLists;

namespace BriefingGen.Composition.Planning;

/// <summary>
/// Makes the matrix of actors and topics: in each cell what the actor did with what was said there. What somebody only
/// said has no cell, and whoever did nothing else no row.
/// </summary>
internal sealed class MatrixModel(
    FactIndex index,
    ClaimWording claims,
    FactModels models,
    ListCutter cutter,
    Func<string, string> label
)
{
    private readonly ActWording _acts = new(index);

    private sealed record Told(Claim Claim, string Topic, Phrase Act);

    public ScriptObject Of()
    {
        var told = index
            .Facts.Claims.Where(claim => index.Actor(claim.Actor) is { Named: true } && !claim.Lead.Topics.IsEmpty)
            .Select(claim => (Claim: claim, Act: _acts.Of(claim)))
            .Where(pair => pair.Act is not null)
            .Select(pair => new Told(pair.Claim, pair.Claim.Lead.Topics[0], pair.Act!))
            .ToList();
        var topics = cutter.Cut(
            "matrix-topics",
            told.GroupBy(one => one.Topic, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Key)
        );
        var rows = told.Where(one => topics.Items.Contains(one.Topic, StringComparer.Ordinal))
            .GroupBy(one => one.Claim.Actor!, StringComparer.Ordinal)
            .OrderByDescending(group => group.Select(one => one.Topic).Distinct(StringComparer.Ordinal).Count());
        return new ScriptObject
        {
            ["topics"] = ListCutter.List(topics, topic => Phrase.Label(label(topic), topic)),
            ["rows"] = cutter.List(
                "matrix-rows",
                rows,
                group => Row(index.Actor(group.Key)!, topics.Items, [.. group])
            ),
        };
    }

    private ScriptObject Row(ActorFact actor, ImmutableArray<string> topics, List<Told> told) =>
        new()
        {
            ["actor"] = models.Actor(actor),
            ["cells"] = List(topics, topic => List(Cell(told.Where(one => one.Topic == topic)), Item)),
        };

    private IEnumerable<List<Told>> Cell(IEnumerable<Told> told) =>
        cutter
            .Cut(
                "matrix-acts",
                told.GroupBy(one => one.Act.Words, StringComparer.OrdinalIgnoreCase)
                    .OrderByDescending(group => group.Max(one => one.Claim.Score))
                    .ThenBy(group => group.Key, StringComparer.Ordinal)
            )
            .Items.Select(group => group.ToList());

    private ScriptObject Item(List<Told> told)
    {
        var stance = FixedWords.Of(told[0].Claim.Lead.Stance);
        return new ScriptObject
        {
            ["act"] = told[0].Act,
            ["stance"] = Phrase.Label(stance, stance),
            ["count"] = told.Count,
            ["refs"] = claims.Cite(told[0].Claim),
        };
    }
}
