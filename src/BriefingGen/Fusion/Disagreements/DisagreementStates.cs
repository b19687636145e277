using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Stories;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>
/// Says whether a disagreement still stands: resolved where a side takes its words back or grants those of the other, narrowed
/// where it weakens them or a third one finds something, overtaken where a newer fact made what a side said void. In doubt it
/// is open.
/// </summary>
internal sealed class DisagreementStates(SourceTable sources, MergedActors actors, Lexicon lexicon)
{
    private const double OneMatter = 0.4;
    private const double Granted = 0.5;
    private const int LeastWords = 2;

    private static readonly FrozenSet<string> Granting = Set("admit acknowledge concede confirm accept grant");
    private static readonly FrozenSet<string> Finding = Set("find conclude determine establish confirm rule verify");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The disagreements with their states, in their order.</summary>
    public ImmutableArray<Disagreement> Of(
        ImmutableArray<Disagreement> disagreements,
        ImmutableArray<Claim> claims,
        IReadOnlyList<Supersession> superseded,
        ImmutableArray<Change> changes
    )
    {
        var overtaken = superseded.Select(s => s.Before).ToHashSet(StringComparer.Ordinal);
        var moved = changes
            .SelectMany(c => c.Before.Select(id => (Id: id, c.Kind)))
            .ToLookup(c => c.Id, c => c.Kind, StringComparer.Ordinal);
        var later = claims
            .Where(c => c.Lead.CueLemma is { } cue && (Granting.Contains(cue) || Finding.Contains(cue)))
            .ToLookup(c => c.Story, StringComparer.Ordinal);
        return
        [
            .. disagreements.Select(d =>
                d with
                {
                    Status = Moved(d, moved) ?? Answered(d, later[d.Story]) ?? Overtaken(d, overtaken),
                }
            ),
        ];
    }

    private static DisagreementStatus Overtaken(Disagreement d, HashSet<string> overtaken) =>
        Positions(d).Any(overtaken.Contains) ? DisagreementStatus.Overtaken : DisagreementStatus.Open;

    private static IEnumerable<string> Positions(Disagreement d) =>
        d.First.Positions.Concat(d.Second.Positions).Select(p => p.Id);

    // What one of the sides said is told to have been put right, turned round or not repeated.
    private static DisagreementStatus? Moved(Disagreement d, ILookup<string, ChangeKind> moved)
    {
        var kinds = Positions(d).SelectMany(id => moved[id]).ToHashSet();
        return kinds.Overlaps([ChangeKind.Corrected, ChangeKind.Reversed, ChangeKind.Resolved])
                ? DisagreementStatus.Resolved
            : kinds.Contains(ChangeKind.Weakened) ? DisagreementStatus.Narrowed
            : null;
    }

    private DisagreementStatus? Answered(Disagreement d, IEnumerable<Claim> later)
    {
        DisagreementStatus? state = null;
        foreach (var claim in later.Where(c => IsAfter(c, d.First) && IsAfter(c, d.Second)))
        {
            if (Grants(claim, d.First, d.Second) || Grants(claim, d.Second, d.First))
            {
                return DisagreementStatus.Resolved;
            }

            if (
                Finding.Contains(claim.Lead.CueLemma!)
                && claim.Actor is not null
                && !IsOf(claim, d.First)
                && !IsOf(claim, d.Second)
                && Math.Max(Alike(claim, d.First), Alike(claim, d.Second)) >= OneMatter
            )
            {
                state = DisagreementStatus.Narrowed;
            }
        }

        return state;
    }

    // "The ministry acknowledged that its guns had fired": who denied it says what the other said.
    private bool Grants(Claim claim, Claim own, Claim other) =>
        Granting.Contains(claim.Lead.CueLemma!)
        && claim.Lead.Polarity == other.Lead.Polarity
        && claim.Lead.Polarity != Polarity.Negative
        && IsOf(claim, own)
        && !IsOf(claim, other)
        && Alike(claim, other) >= Granted;

    private bool IsOf(Claim claim, Claim side) =>
        claim.Actor == side.Actor
        || (
            actors.Find(claim.Actor)?.Country is { } state
            && state == actors.Find(side.Actor)?.Country
            && Sides.Same(actors, claim.Actor, side.Actor, strict: true)
        );

    private double Alike(Claim a, Claim b)
    {
        var (x, y) = (Words(a), Words(b));
        return x.Words.Length < LeastWords || y.Words.Length < LeastWords ? 0 : lexicon.Covered(y, x);
    }

    private WordSet Words(Claim claim) =>
        lexicon.Set(claim.Lead.Content.SelectMany(c => ContentWords.Terms(c.Wording)).Where(ContentWords.IsTelling));

    private bool IsAfter(Claim claim, Claim side)
    {
        if (claim.Lead.Article == side.Lead.Article)
        {
            return claim.Lead.Sentence.Start > side.Lead.Sentence.Start;
        }

        return sources.Published(claim.Lead.Article) is { } x && sources.Published(side.Lead.Article) is { } y && x > y;
    }
}
