namespace BriefingGen.Extraction.Evaluation;

/// <summary>Pairs gold attributions with found ones, the best pair first, each at most once.</summary>
internal static class AttributionMatches
{
    /// <summary>Half of the words of two contents are the same.</summary>
    public const double LeastContent = 0.5;

    /// <summary>The index of the found attribution by the index of the gold one.</summary>
    public static Dictionary<int, int> Of(List<RoleWords> gold, List<RoleWords> found)
    {
        var pairs = new List<(double Score, int Gold, int Found)>();
        for (var i = 0; i < gold.Count; i++)
        {
            for (var j = 0; j < found.Count; j++)
            {
                var content = gold[i].ContentF1(found[j]);
                if (content >= LeastContent && SourcesAndCues(gold[i], found[j]) is > 0 and var shared)
                {
                    pairs.Add((content + shared, i, j));
                }
            }
        }

        var matches = new Dictionary<int, int>();
        var taken = new HashSet<int>();
        foreach (var (_, i, j) in pairs.OrderDescending())
        {
            if (!matches.ContainsKey(i) && taken.Add(j))
            {
                matches.Add(i, j);
            }
        }

        return matches;
    }

    // How many of source and cue overlap; none where both sides credit somebody, and not the same.
    private static int SourcesAndCues(RoleWords gold, RoleWords found)
    {
        var source = gold.Overlaps(found, 0);
        var isOther = gold[0].Count > 0 && found[0].Count > 0 && !source;
        return isOther ? 0 : (source ? 1 : 0) + (gold.Overlaps(found, 1) ? 1 : 0);
    }
}
