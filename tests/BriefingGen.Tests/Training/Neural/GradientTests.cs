using BriefingGen.Language.Neural;
using BriefingGen.Training.Neural;

namespace BriefingGen.Tests.Training.Neural;

/// <summary>Gradients against differences of the loss.</summary>
public sealed unsafe class GradientTests
{
    [Fact]
    public void The_chain_loss_falls_as_its_gradient_says()
    {
        var all = new List<Param>();
        var chain = new ChainLoss("pairs", 3, all);
        var random = new Random(3);
        foreach (ref var v in all[0].Value.Span)
        {
            v = random.NextSingle() - 0.5f;
        }

        float[] scores = [.. Enumerable.Range(0, 12).Select(_ => (random.NextSingle() * 2) - 1)];
        int[] gold = [0, 2, 1, 1];
        var gradient = scores.ToArray();
        _ = chain.Gradient(0, 4, gradient, gold, 1);
        var pairGradient = all[0].Grads[0].Span.ToArray();
        for (var i = 0; i < scores.Length; i++)
        {
            Assert.Equal(Slope(scores.AsSpan(), i), gradient[i], 2e-3);
        }

        for (var i = 0; i < pairGradient.Length; i++)
        {
            Assert.Equal(Slope(all[0].Value.Span, i), pairGradient[i], 2e-3);
        }

        double Slope(Span<float> of, int i)
        {
            var kept = of[i];
            of[i] = kept + 0.01f;
            var above = chain.Gradient(0, 4, scores.ToArray(), gold, 1);
            of[i] = kept - 0.01f;
            var below = chain.Gradient(0, 4, scores.ToArray(), gold, 1);
            of[i] = kept;
            return (above - below) / 0.02;
        }
    }

    [Fact]
    public void The_recurrent_layer_passes_back_what_its_output_depends_on()
    {
        var all = new List<Param>();
        var noise = new Noise(5);
        const int Inputs = 5;
        const int Units = 16;
        var layer = new BiLstm("layer", Inputs, Units, all, ref noise);
        all.ForEach(static p => p.Pack());
        var batch = new SequenceBatch();
        batch.Reset([3, 5, 1]);
        var x = new FloatBuffer(batch.Rows * Inputs);
        var weight = new float[batch.Rows * layer.Outputs];
        foreach (ref var v in x.Span)
        {
            v = noise.Next() - 0.5f;
        }

        foreach (ref var v in weight.AsSpan())
        {
            v = noise.Next() - 0.5f;
        }

        var output = new FloatBuffer(weight.Length);
        _ = Loss();
        var dOutput = new FloatBuffer(weight.Length);
        weight.CopyTo(dOutput.Span);
        var dx = new FloatBuffer(x.Length);
        layer.Backward(0, batch, x.Pointer, Inputs, output.Pointer, dOutput.Pointer, dx.Pointer, Inputs);
        for (var i = 0; i < x.Length; i++)
        {
            Assert.Equal(Slope(x, i), dx.Span[i], 3e-3);
        }

        foreach (var param in all)
        {
            for (var i = 0; i < param.Count; i += 37)
            {
                Assert.Equal(Slope(param.Value, i), param.Grads[0].Span[i], 5e-3);
            }
        }

        double Loss()
        {
            all.ForEach(static p => p.Pack());
            layer.Forward(0, batch, x.Pointer, Inputs, output.Pointer);
            return output.Span.ToArray().Select((v, i) => (double)v * weight[i]).Sum();
        }

        double Slope(FloatBuffer of, int i)
        {
            var kept = of.Span[i];
            of.Span[i] = kept + 0.02f;
            var above = Loss();
            of.Span[i] = kept - 0.02f;
            var below = Loss();
            of.Span[i] = kept;
            return (above - below) / 0.04;
        }
    }
}
