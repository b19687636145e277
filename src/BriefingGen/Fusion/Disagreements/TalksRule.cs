using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>One side says that talks went well, the other that they went badly, and both mean the same talks.</summary>
internal sealed class TalksRule(MergedActors actors)
{
    /// <summary>True for a matter that this rule names.</summary>
    public static bool IsItsMatter(string matter) =>
        matter is "progress" or "headway" or "breakthrough" or "dialogue" or "diplomacy"
        || matter.StartsWith("talk", StringComparison.Ordinal)
        || matter.StartsWith("negotiati", StringComparison.Ordinal);

    public Disagreement? Find(ReadClaim first, ReadClaim second)
    {
        if (Judge(first) is not { } a || Judge(second) is not { } b || a.Good == b.Good || !SameTalks(first, second))
        {
            return null;
        }

        var both = first.Countries.Intersect(second.Countries);
        var where = both.IsEmpty
            ? "both stand in one article, among sentences about talks"
            : $"both speak of {string.Join(", ", both)}";
        var why =
            $"one side judges {a.Matter} by '{a.Words}' ({Word(a.Good)}), the other {b.Matter} by '{b.Words}' ({Word(b.Good)}); {where}";
        return new Disagreement(
            Longer(a.Matter, b.Matter),
            first.Claim,
            second.Claim,
            DisagreementType.Position,
            why,
            first.SharesArticle(second) ? 0.85 : 0.75
        );
    }

    private static TalksJudgement? Judge(ReadClaim claim) =>
        (claim.Claim.Lead.Stance, claim.Judgement) switch
        {
            (Stance.Asserts or Stance.Assesses or Stance.Accuses, { } said) => said,

            // Progress that is denied or doubted is none; who denies a failure has not said that it went well.
            (Stance.Denies or Stance.Doubts, { Good: true } said) when claim.Words.Negations == 0 => said with
            {
                Good = false,
            },
            _ => null,
        };

    // Two parties to the talks are named on both sides; within one article one is enough, if the other speaks.
    private bool SameTalks(ReadClaim a, ReadClaim b)
    {
        if (a.Judgement!.Implied || b.Judgement!.Implied)
        {
            return a.SharesArticle(b) && SpeakForDifferentSides(a, b);
        }

        var shared = a.Countries.Intersect(b.Countries).Count;
        if (shared >= 2)
        {
            return true;
        }

        return shared == 1 && SpeakForDifferentSides(a, b) && a.SharesArticle(b);
    }

    private bool SpeakForDifferentSides(ReadClaim a, ReadClaim b) =>
        actors.Find(a.Claim.Actor) is { Named: true } first
        && actors.Find(b.Claim.Actor) is { Named: true } second
        && first.Country != second.Country;

    private static string Word(bool good) => good ? "well" : "badly";

    private static string Longer(string a, string b) => b.Length > a.Length ? b : a;
}
