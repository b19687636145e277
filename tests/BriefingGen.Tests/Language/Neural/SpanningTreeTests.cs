using BriefingGen.Language.Parsing;
using CsCheck;

namespace BriefingGen.Tests.Language.Neural;

public sealed class SpanningTreeTests
{
    [Fact]
    public void The_best_of_all_trees_with_one_root_is_found() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 100_000])
            .Sample(
                (words, seed) =>
                {
                    var random = new Random(seed);
                    var scores = new float[words * (words + 1)];
                    foreach (ref var s in scores.AsSpan())
                    {
                        s = random.NextSingle() * 10;
                    }

                    var heads = new int[words];
                    SpanningTree.Decode(words, [.. scores], heads);
                    return IsTree(heads) && Math.Abs(Sum(scores, heads) - BestSum(scores, words)) < 1e-3;
                },
                iter: 2000
            );

    [Fact]
    public void A_long_sentence_of_equal_scores_still_makes_one_tree()
    {
        var heads = new int[200];
        SpanningTree.Decode(200, new float[200 * 201], heads);
        Assert.True(IsTree(heads));
    }

    private static double BestSum(float[] scores, int words)
    {
        var best = double.NegativeInfinity;
        var heads = new int[words];
        var all = (int)Math.Pow(words + 1, words);
        for (var n = 0; n < all; n++)
        {
            var rest = n;
            for (var i = 0; i < words; i++)
            {
                heads[i] = rest % (words + 1);
                rest /= words + 1;
            }

            best = IsTree(heads) ? Math.Max(best, Sum(scores, heads)) : best;
        }

        return best;
    }

    private static double Sum(float[] scores, int[] heads) =>
        heads.Select((h, i) => (double)scores[(i * (heads.Length + 1)) + h]).Sum();

    private static bool IsTree(int[] heads)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            var (at, steps) = (i + 1, 0);
            while (at > 0 && steps++ <= heads.Length)
            {
                at = heads[at - 1];
            }

            if (at > 0)
            {
                return false;
            }
        }

        return heads.Count(static h => h == 0) == 1;
    }
}
