using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>
/// One side says what the other denies: the same words but for one negation; a charge against somebody and that
/// one's denial; support and opposition for one thing.
/// </summary>
internal sealed class ContraryRule(MergedActors actors)
{
    private const double SameWords = 0.6;

    // A verb of denial within one article needs fewer words; a mere "no" needs almost all of them.
    private const double NearWords = 0.5;
    private const double AllWords = 0.8;
    private const int LeastShared = 3;

    public Disagreement? Find(ReadClaim a, ReadClaim b) =>
        Negated(a, b) ?? Denied(a, b) ?? Denied(b, a) ?? ForAndAgainst(a, b);

    private static Disagreement? Negated(ReadClaim a, ReadClaim b)
    {
        if (!IsSaid(a) || !IsSaid(b) || a.IsIrreal || b.IsIrreal)
        {
            return null;
        }

        var denies = (a.Words.Negations + b.Words.Negations) % 2 == 1;
        return
            denies
            && Math.Max(a.Words.Negations, b.Words.Negations) == 1
            && a.Words.Figures.SetEquals(b.Words.Figures)
            && Math.Min(a.Words.Words.Count, b.Words.Words.Count) >= LeastShared
            && a.Words.Similarity(b.Words) >= SameWords + 0.1
            ? Make(a, b, "the same words, denied by one side", 0.8)
            : null;
    }

    // "denied that its forces had shelled the town" against "Norland's forces shelled the town".
    private Disagreement? Denied(ReadClaim charge, ReadClaim denial)
    {
        // Denied by the verb ("denied that it holds civilians") or in the words ("holds no civilians").
        var byVerb = denial.Claim.Lead.Stance == Stance.Denies && denial.Words.Negations == 0;
        var byWord =
            IsSaid(denial)
            && denial.Words.Negations == 1
            && denial.Words.Figures.IsEmpty
            && !denial.IsIrreal
            && charge.SharesArticle(denial);
        if (!(byVerb || byWord))
        {
            return null;
        }

        if (
            !(IsSaid(charge) || charge.Claim.Lead.Stance == Stance.Accuses)
            || charge.Words.Negations > 0
            || charge.IsIrreal
            || !IsAbout(charge, denial.Claim.Actor)
        )
        {
            return null;
        }

        var shared = charge.Words.Shared(denial.Words);
        var words = byVerb ? Math.Min(charge.Words.Words.Count, denial.Words.Words.Count) : denial.Words.Words.Count;
        var least = (byVerb, charge.SharesArticle(denial)) switch
        {
            (true, true) => NearWords,
            (true, false) => SameWords,
            _ => AllWords,
        };
        if (words < 2 || shared < Math.Max(charge.SharesArticle(denial) ? 2 : LeastShared, least * words))
        {
            return null;
        }

        return Make(charge, denial, $"{shared} words of the charge stand in the denial of the one it is against", 0.8);
    }

    private static Disagreement? ForAndAgainst(ReadClaim a, ReadClaim b)
    {
        var (x, y) = (a.Claim.Lead.Stance, b.Claim.Lead.Stance);
        if (!((x, y) is (Stance.Supports, Stance.Opposes) or (Stance.Opposes, Stance.Supports)))
        {
            return null;
        }

        var shared = a.Words.Shared(b.Words);
        return
            a.Words.Negations == b.Words.Negations
            && a.Words.Words.Intersect(b.Words.Words).Except(a.Names).Except(b.Names).Count >= LeastShared
            && a.Words.Similarity(b.Words) >= SameWords / 2
            && a.Words.Figures.SetEquals(b.Words.Figures)
            ? Make(a, b, $"one side is for it, the other against; {shared} words are the same", 0.7)
            : null;
    }

    // The one who denies, or the country that this one speaks for.
    private bool IsAbout(ReadClaim claim, string? actor) =>
        claim.Claim.Lead.About.Contains(actor!, StringComparer.Ordinal)
        || (
            actors.Find(actor)?.Country is { } country
            && actors.Find(claim.Claim.Actor)?.Country != country
            && claim.Claim.Lead.About.Any(s => actors.Find(s)?.Country == country)
        );

    private static bool IsSaid(ReadClaim claim) => claim.Claim.Lead.Stance is Stance.Asserts or Stance.Assesses;

    private static Disagreement Make(ReadClaim a, ReadClaim b, string why, double confidence) =>
        new(Matter(a, b), a.Claim, b.Claim, DisagreementType.Position, why, confidence);

    // The longest run of words of the first that has most shared words is too clever: the shared words, in its order.
    private static string Matter(ReadClaim a, ReadClaim b)
    {
        var shared = ContentWords
            .Split(a.Text)
            .Where(w => b.Words.Words.Contains(ContentWords.Stem(w)))
            .Distinct(StringComparer.Ordinal)
            .Take(4);
        return string.Join(' ', shared);
    }
}
