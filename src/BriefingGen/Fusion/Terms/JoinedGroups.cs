namespace BriefingGen.Fusion.Terms;

/// <summary>
/// Joins items into groups pair by pair: two groups become one where no two of their items contradict each other and their
/// items are alike on average. Of a large group a fixed number of items stands for all, so that the work stays bounded.
/// </summary>
/// <param name="count">Number of items.</param>
/// <param name="score">How alike two items are, 0 to 1.</param>
/// <param name="contradict">Whether two items can be one.</param>
/// <param name="average">How alike two groups must be on average.</param>
internal sealed class JoinedGroups(
    int count,
    Func<int, int, double> score,
    Func<int, int, Contradiction> contradict,
    double average
)
{
    // The share of pairs that may differ in what is often misread, a day or a name, where the groups are alike otherwise.
    private const double Doubtful = 0.2;

    private const int Compared = 24;
    private const int Checked = 200;

    private readonly List<int>?[] _members = [.. Enumerable.Range(0, count).Select(i => (List<int>?)[i])];
    private readonly int[] _home = [.. Enumerable.Range(0, count)];

    /// <summary>The groups, each in ascending order, in order of their first items.</summary>
    public IEnumerable<List<int>> Groups =>
        _members.OfType<List<int>>().Select(g => g.Order().ToList()).OrderBy(g => g[0]);

    /// <summary>The number of an item's group; it changes as groups are joined.</summary>
    public int Home(int item) => _home[item];

    /// <summary>Joins the groups of two items; false where they are one already, or must not be.</summary>
    /// <param name="a">An item.</param>
    /// <param name="b">Another one.</param>
    /// <param name="surely">True to join them whatever the average is.</param>
    public bool Join(int a, int b, bool surely = false)
    {
        var (first, second) = (_home[a], _home[b]);
        if (first == second)
        {
            return false;
        }

        var (group, other) = (_members[first]!, _members[second]!);
        if (Contradict(group, other) || (!surely && !AreAlike(group, other)))
        {
            return false;
        }

        var (home, leaving) = group.Count >= other.Count ? (first, second) : (second, first);
        foreach (var member in _members[leaving]!)
        {
            _home[member] = home;
        }

        _members[home]!.AddRange(_members[leaving]!);
        _members[leaving] = null;
        return true;
    }

    private bool Contradict(List<int> group, List<int> other)
    {
        var (doubtful, agreeing) = (0, 0);
        foreach (var x in group.Take(Checked))
        {
            foreach (var y in other.Take(Checked))
            {
                var found = contradict(x, y);
                if (found == Contradiction.Certain)
                {
                    return true;
                }

                doubtful += found == Contradiction.Doubtful ? 1 : 0;
                agreeing += found == Contradiction.Agreement ? 1 : 0;
            }
        }

        return doubtful > Doubtful * (doubtful + agreeing);
    }

    private bool AreAlike(List<int> group, List<int> other)
    {
        var (sum, pairs) = (0.0, 0);
        foreach (var x in group.Take(Compared))
        {
            foreach (var y in other.Take(Compared))
            {
                sum += score(x, y);
                pairs++;
            }
        }

        return sum / pairs >= average;
    }
}
