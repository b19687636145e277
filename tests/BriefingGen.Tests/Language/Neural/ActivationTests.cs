using System.Runtime.Intrinsics;
using BriefingGen.Language.Neural;

namespace BriefingGen.Tests.Language.Neural;

public sealed class ActivationTests
{
    [Fact]
    public void Exponential_sigmoid_and_tangent_are_close_to_the_true_functions()
    {
        for (var x = -20f; x <= 20f; x += 0.037f)
        {
            var v = Vector512.Create(x);
            Assert.Equal(1, Activation.Exp(v)[0] / Math.Exp(x), 1e-5);
            Assert.Equal(1 / (1 + Math.Exp(-x)), Activation.Sigmoid(v)[3], 1e-6);
            Assert.Equal(Math.Tanh(x), Activation.Tanh(v)[15], 1e-6);
        }
    }

    [Fact]
    public void Extreme_scores_make_probabilities_and_no_infinity()
    {
        float[] scores = [1000, -1000, 999, 0, .. Enumerable.Repeat(-500f, 20)];
        _ = Activation.Softmax(scores);
        Assert.Equal(1, scores.Sum(), 1e-5);
        Assert.Equal(0.731, scores[0], 1e-3);
        Assert.All(scores, static p => Assert.InRange(p, 0, 1));
    }
}
