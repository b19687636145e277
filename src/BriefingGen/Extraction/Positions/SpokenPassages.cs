namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Passages that the layout of the text credits as a whole, whatever verbs stand in them: turns of a transcript and
/// signed quotations. What was found within them is taken back, since it is their speaker's and not the writer's.
/// </summary>
internal static class SpokenPassages
{
    private const double Sureness = 0.6;

    /// <summary>The positions found and the passages, in order of their cues.</summary>
    public static List<Weighed> Join(IReadOnlyList<Weighed> found, IEnumerable<Candidate> passages)
    {
        var all = found.ToList();
        foreach (var passage in passages)
        {
            foreach (var run in passage.Content)
            {
                Release(all, run);
            }

            all.Add(new Weighed(passage, Sureness));
        }

        all.Sort(static (a, b) => a.Candidate.Head.CompareTo(b.Candidate.Head));
        return all;
    }

    private static void Release(List<Weighed> all, Run passage)
    {
        for (var i = all.Count - 1; i >= 0; i--)
        {
            var candidate = all[i].Candidate;
            if (!candidate.Content.Any(passage.Overlaps))
            {
                continue;
            }

            var rest = candidate.Content.Where(c => !c.Overlaps(passage)).ToList();
            if (rest.Count == 0 || passage.Contains(candidate.Head))
            {
                all.RemoveAt(i);
            }
            else
            {
                all[i] = all[i] with { Candidate = candidate with { Content = [.. rest] } };
            }
        }
    }
}
