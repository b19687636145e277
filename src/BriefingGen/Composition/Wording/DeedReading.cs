using System.Collections.Frozen;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Composition.Wording;

/// <summary>
/// Tells what a source did from what it said: "signed an agreement" is the article's own report, "said that they had
/// signed" is a claim.
/// </summary>
internal static class DeedReading
{
    // Verbs of doing that attitudes are read from as well: whoever approves something is for it.
    private static readonly FrozenSet<string> s_deeds = Words(
        "signed signs approved approves adopted adopts ratified ratifies voted votes vetoed vetoes imposed imposes lifted lifts"
            + " eased eases extended extends listed lists blacklisted blacklists sanctioned sanctions banned bans expelled expels"
            + " recalled recalls met meets visited visits received receives froze freezes frozen passed passes issued issues"
            + " launched launches agreed agrees concluded concludes suspended suspends renewed renews sign approve adopt ratify"
            + " vote veto impose lift ease extend list ban expel recall meet visit receive freeze pass issue launch agree"
    );

    // What may stand beside such a verb and leaves it told as it is.
    private static readonly FrozenSet<string> s_beside = Words(
        "has have had was were been be is are did does do not never n't also later jointly formally finally again already"
            + " now then once for on up with to"
    );

    // What opens a clause: "agreed that", "voted to", which says what is thought or meant.
    private static readonly FrozenSet<string> s_clauses = Words("that to whether if how what why when because");

    /// <summary>How a claim's register reads: what a source judges, what the article tells that it did, what it says.</summary>
    public static string Register(Claim claim) =>
        claim.Assessment is not null ? "Assessed"
        : IsDeed(claim.Lead) ? "Reported"
        : "Claimed";

    /// <summary>True where the article tells in its own words what the source did.</summary>
    public static bool IsDeed(PositionFact position)
    {
        if (position.Cue is null || position.Form != PositionForm.Indirect || position.Stance is Stance.Assesses)
        {
            return false;
        }

        var cue = Split(position.Cue.Wording);
        var deeds = cue.Count(s_deeds.Contains);
        return deeds == 1
            && cue.All(word => s_deeds.Contains(word) || s_beside.Contains(word))
            && !s_clauses.Contains(cue[^1])
            && !position.Content.IsEmpty
            && Split(position.Content[0].Wording) is [var first, ..]
            && !s_clauses.Contains(first);
    }

    private static string[] Split(string words) =>
        words
            .ToLowerInvariant()
            .Replace('’', '\'')
            .Split([' ', '\n', '\t', ',', ':', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
