namespace BriefingGen.Extraction.Positions;

/// <summary>A candidate with its probability.</summary>
internal readonly record struct Weighed(Candidate Candidate, double Probability);

/// <summary>
/// Chooses among candidates: one reading a cue, the outermost of nested ones, no words credited twice.
/// </summary>
internal sealed class CandidateSelector(double threshold)
{
    // An outer reading wins over a nested one unless it is this much less probable.
    private const double OuterAdvantage = 0.3;

    // Words that nobody is credited with are worth less than an error is dear.
    private const double WithoutSource = 0.55;

    private const double WeakOuter = 0.3;

    /// <param name="candidates">All readings.</param>
    /// <param name="words">Number of words of the article.</param>
    /// <returns>The chosen ones, in order of their cues.</returns>
    public List<Weighed> Select(IReadOnlyList<Weighed> candidates, int words)
    {
        var best = BestOfEachCue(candidates);
        var heads = new int[words + 1];
        foreach (var weighed in best.Values)
        {
            heads[weighed.Candidate.Head + 1] = IsStrong(weighed) ? 1 : 0;
        }

        for (var i = 1; i <= words; i++)
        {
            heads[i] += heads[i - 1];
        }

        var credited = new bool[words];
        var cue = new bool[words];
        var accepted = new List<Weighed>();
        // "None felt that the visit had shown …": a weak reading around a strong one still says whose words they are.
        var choice = best.Values.Where(w => IsStrong(w) || Holds(w, heads));
        foreach (var weighed in choice.OrderByDescending(w => Rank(w, heads)).ThenBy(w => w.Candidate.Head))
        {
            if (IsFree(weighed.Candidate, credited, cue))
            {
                accepted.Add(weighed);
                cue[weighed.Candidate.Head] = true;
                foreach (var run in weighed.Candidate.Content)
                {
                    credited.AsSpan(run.First, run.Length).Fill(true);
                }
            }
        }

        accepted.Sort((a, b) => a.Candidate.Head.CompareTo(b.Candidate.Head));
        return accepted;
    }

    private Dictionary<int, Weighed> BestOfEachCue(IReadOnlyList<Weighed> candidates)
    {
        var best = new Dictionary<int, Weighed>();
        foreach (var weighed in candidates)
        {
            if (
                (IsStrong(weighed) || (weighed.Probability >= WeakOuter && weighed.Candidate.Source is not null))
                && (!best.TryGetValue(weighed.Candidate.Head, out var other) || weighed.Probability > other.Probability)
            )
            {
                best[weighed.Candidate.Head] = weighed;
            }
        }

        return best;
    }

    private static double Rank(Weighed weighed, int[] heads) =>
        weighed.Probability + (Holds(weighed, heads) ? OuterAdvantage : 0);

    private bool IsStrong(Weighed weighed) =>
        weighed.Probability >= (weighed.Candidate.Source is null ? Math.Max(threshold, WithoutSource) : threshold);

    private static bool Holds(Weighed weighed, int[] heads) =>
        weighed.Candidate.Content.Any(c => heads[c.End] > heads[c.First]);

    private static bool IsFree(Candidate candidate, bool[] credited, bool[] cue)
    {
        if (credited[candidate.Head])
        {
            return false;
        }

        foreach (var run in candidate.Content)
        {
            for (var i = run.First; i < run.End; i++)
            {
                if (credited[i] || cue[i])
                {
                    return false;
                }
            }
        }

        return true;
    }
}
