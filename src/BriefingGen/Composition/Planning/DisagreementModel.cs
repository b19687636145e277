using BriefingGen.Composition.Stories;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Disagreements;
using Scriban.Runtime;

namespace BriefingGen.Composition.Planning;

/// <summary>Makes what templates see of a disagreement: both sides, each in words that stand alone.</summary>
internal sealed class DisagreementModel(FactIndex index, FactModels facts, LoneLines lines)
{
    private readonly Dictionary<string, WordedItem?> _sides = new(StringComparer.Ordinal);

    /// <summary>
    /// False where nothing names the matter, or a side is too long or points to what only its article tells: it is left to the
    /// workbook.
    /// </summary>
    public bool Has(Disagreement item) =>
        item.Matter.Length > 0 && Side(item.First) is not null && Side(item.Second) is not null;

    /// <summary>What templates see of it.</summary>
    public ScriptObject Of(Disagreement item) =>
        new()
        {
            ["matter"] = Phrase.Label(item.Matter),
            ["first"] = Model(item.First),
            // One sentence that tells both sides prints once.
            ["second"] = IsOneSentence(item) ? null : Model(item.Second),
            ["type"] = item.Type.ToString().ToLowerInvariant(),
            ["status"] =
                item.Status == DisagreementStatus.Open ? null : Phrase.Label(item.Status.ToString().ToLowerInvariant()),
        };

    private ScriptObject Model(Claim claim)
    {
        var model = facts.Claim(claim);
        var side = Side(claim)!;
        model["text"] = side.Text;
        model["refs"] = side.Refs;
        return model;
    }

    private WordedItem? Side(Claim claim)
    {
        if (!_sides.TryGetValue(claim.Lead.Id, out var side))
        {
            _sides.Add(claim.Lead.Id, side = Worded(claim));
        }

        return side;
    }

    private WordedItem? Worded(Claim claim) =>
        index.IsTooLong(claim) ? null
        // Facts without a parse are worded as they stand.
        : lines.IsQuotation(claim) || !index.HasOutlines(claim.Lead.Article) ? facts.Worded(claim)
        : lines.Of(claim.Lead);

    private bool IsOneSentence(Disagreement item) =>
        item.First.Lead.Article == item.Second.Lead.Article
        && index
            .Sentences(item.First.Lead.Article, ClaimWording.Extent(item.First.Lead))
            .Contains(index.Sentences(item.Second.Lead.Article, ClaimWording.Extent(item.Second.Lead)));
}
