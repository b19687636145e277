using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Disagreements;

namespace BriefingGen.Fusion.Editions;

/// <summary>
/// Finds where somebody contradicts what they said in the edition before: the rules of disagreement, asked of one speaker
/// twice. What would be a disagreement of two is a reversal of one; another figure is more or less of the same.
/// </summary>
internal sealed class StanceMoves(FusionWork union)
{
    private const int MostClaims = 60;

    private readonly TalksJudgementReader _judgements = new();
    private readonly TalksRule _talks = new(union.Actors);
    private readonly ContraryRule _contrary = new(union.Actors);

    /// <summary>The moves, by speaker.</summary>
    /// <param name="isEarlier">Whether an article belongs to the edition before.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IEnumerable<Change> Find(Func<string, bool> isEarlier, CancellationToken cancellationToken)
    {
        foreach (
            var speaker in union
                .Facts.Claims.Where(c => c.Actor is not null && union.Actors.Find(c.Actor) is { Named: true })
                .GroupBy(c => c.Actor!, StringComparer.Ordinal)
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = Read(speaker.Where(c => c.Positions.All(p => isEarlier(p.Article))));
            if (before.Count == 0)
            {
                continue;
            }

            foreach (var after in Read(speaker.Where(c => !c.Positions.Any(p => isEarlier(p.Article)))))
            {
                var found = before.Select(b => Compare(b, after)).FirstOrDefault(c => c is not null);
                if (found is not null)
                {
                    yield return found;
                }
            }
        }
    }

    private List<ReadClaim> Read(IEnumerable<Claim> claims) =>
        [.. claims.Take(MostClaims).Select(c => new ReadClaim(c, union.Sources, union.Actors, _judgements))];

    private Change? Compare(ReadClaim before, ReadClaim after)
    {
        if (!before.IsNear(after) || before.SharesArticle(after) || before.Day is null || !(before.Day <= after.Day))
        {
            return null;
        }

        var contrary = _talks.Find(before, after) ?? _contrary.Find(before, after);
        if (contrary is not null)
        {
            return Make(ChangeKind.Reversed, before, after, contrary.Why);
        }

        // The same thing counted, exactly, in one place; the rule asks for no more than a day between them.
        return FigureRule.Conflict(before, after) is { } figure && Figures(before, after) is var (x, y)
            ? Make(y > x ? ChangeKind.Strengthened : ChangeKind.Weakened, before, after, figure.Why)
            : null;
    }

    private static (long Before, long After)? Figures(ReadClaim before, ReadClaim after) =>
        before
            .Figures.SelectMany(x =>
                after
                    .Figures.Where(y => x.Quantity == y.Quantity && x.Who == y.Who && x.Value != y.Value)
                    .Select(y => ((long, long)?)(x.Value, y.Value))
            )
            .FirstOrDefault();

    private static Change Make(ChangeKind kind, ReadClaim before, ReadClaim after, string why) =>
        new(kind, [before.Claim.Lead.Id], [after.Claim.Lead.Id], null, null, $"one speaker on one matter: {why}");
}
