namespace BriefingGen.Fusion;

/// <summary>What the parts of a story's rank weigh; the user's, from <c>profile.yaml</c>.</summary>
/// <param name="Today">For news of the edition's day.</param>
/// <param name="Yesterday">For news of the day before.</param>
/// <param name="Deed">Most that the newest deed adds.</param>
/// <param name="Origins">So many independent origins count, the first not.</param>
/// <param name="Contested">Where two sides contest it.</param>
/// <param name="Ahead">Where something is announced ahead with a date.</param>
/// <param name="Changed">Where it moved since the edition before.</param>
/// <param name="Unchanged">Where it did not; taken off.</param>
/// <param name="Loud">Where every title of it shouts or speaks to the reader; taken off.</param>
/// <param name="Matter">Where it is of no topic of the taxonomy; taken off.</param>
public sealed record RankingWeights(
    int Today = 4,
    int Yesterday = 2,
    int Deed = 4,
    int Origins = 3,
    int Contested = 1,
    int Ahead = 1,
    int Changed = 2,
    int Unchanged = 2,
    int Loud = 3,
    int Matter = 2
);
