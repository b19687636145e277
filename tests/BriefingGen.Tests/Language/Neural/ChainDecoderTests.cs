using BriefingGen.Language.Neural;
using CsCheck;

namespace BriefingGen.Tests.Language.Neural;

public sealed class ChainDecoderTests
{
    private const int Classes = 3;

    [Fact]
    public void The_best_of_all_runs_that_may_stand_is_found() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 10_000])
            .Sample(
                (length, seed) =>
                {
                    var random = new Random(seed);
                    var pairs = Enumerable.Range(0, (Classes + 1) * Classes).Select(_ => random.NextSingle()).ToArray();
                    var scores = Enumerable.Range(0, length * Classes).Select(_ => random.NextSingle()).ToArray();
                    var found = new byte[length];
                    new ChainDecoder(Classes, pairs, MayStand).Decode(length, scores, Classes, found);
                    Assert.True(MayStandAll(found));
                    Assert.Equal(Best(length, pairs, scores), Score(found, pairs, scores), 1e-4);
                },
                iter: 500
            );

    [Fact]
    public void Of_any_number_of_classes_the_likeliest_run_is_found_and_the_first_of_equals() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 12], Gen.Int[0, 10_000])
            .Sample(
                (classes, length, seed) =>
                {
                    // Few different numbers, so that many runs are equally likely.
                    var random = new Random(seed);
                    var pairs = Enumerable.Range(0, (classes + 1) * classes).Select(_ => (float)random.Next(4));
                    var scores = Enumerable.Range(0, length * classes).Select(_ => (float)random.Next(4)).ToArray();
                    var table = pairs.ToArray();
                    var found = new byte[length];
                    new ChainDecoder(classes, table).Decode(length, scores, classes, found);
                    Assert.Equal(StepByStep(classes, length, table, scores), found);
                },
                iter: 300
            );

    private static byte[] StepByStep(int classes, int length, float[] pairs, float[] scores)
    {
        var best = Enumerable.Range(0, classes).Select(k => pairs[(classes * classes) + k] + scores[k]).ToArray();
        var before = new List<int[]>();
        for (var t = 1; t < length; t++)
        {
            var from = new int[classes];
            var next = new float[classes];
            for (var k = 0; k < classes; k++)
            {
                from[k] = Enumerable.Range(0, classes).MaxBy(j => best[j] + pairs[(j * classes) + k]);
                next[k] = best[from[k]] + pairs[(from[k] * classes) + k] + scores[(t * classes) + k];
            }

            before.Add(from);
            best = next;
        }

        var run = new byte[length];
        var last = Enumerable.Range(0, classes).MaxBy(k => best[k]);
        for (var t = length - 1; t >= 0; t--)
        {
            run[t] = (byte)last;
            last = t == 0 ? 0 : before[t - 1][last];
        }

        return run;
    }

    // 2 goes on with 1: never first, never behind 0.
    private static bool MayStand(int label, int before) => label != 2 || before is 1 or 2;

    private static bool MayStandAll(byte[] run) => !run.Where((c, i) => !MayStand(c, i == 0 ? -1 : run[i - 1])).Any();

    private static double Best(int length, float[] pairs, float[] scores)
    {
        var best = double.NegativeInfinity;
        for (var n = 0; n < Math.Pow(Classes, length); n++)
        {
            var run = Enumerable
                .Range(0, length)
                .Select(i => (byte)(n / (int)Math.Pow(Classes, i) % Classes))
                .ToArray();
            best = MayStandAll(run) ? Math.Max(best, Score(run, pairs, scores)) : best;
        }

        return best;
    }

    private static double Score(byte[] run, float[] pairs, float[] scores) =>
        run.Select((c, i) => (double)scores[(i * Classes) + c] + pairs[((i == 0 ? Classes : run[i - 1]) * Classes) + c])
            .Sum();
}
