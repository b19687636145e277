namespace BriefingGen.Fusion.Terms;

/// <summary>Cosine of articles by their terms, each pair worked out once.</summary>
internal sealed class ArticleLikeness(IReadOnlyList<TermVector> vectors)
{
    private readonly Dictionary<(int, int), float> _known = [];

    /// <summary>From 0 to 1.</summary>
    public double Of(int a, int b)
    {
        if (a == b)
        {
            return 1;
        }

        var pair = a < b ? (a, b) : (b, a);
        if (!_known.TryGetValue(pair, out var likeness))
        {
            likeness = (float)vectors[a].Cosine(vectors[b]);
            _known.Add(pair, likeness);
        }

        return likeness;
    }
}
