using System.Globalization;
using BriefingGen.Language.Neural;

namespace BriefingGen.Training.Neural;

/// <summary>How a network of labels is trained.</summary>
internal sealed record LabelSettings
{
    public required string Name { get; init; }
    public required int[] Groups { get; init; }
    public required int Features { get; init; }
    public required int DenseSize { get; init; }
    public int ProjectedSize { get; init; } = 128;
    public int FeatureSize { get; init; } = 32;
    public int Units { get; init; } = 64;
    public int Epochs { get; init; } = 12;
    public int Seed { get; init; } = 1;
    public float Rate { get; init; } = 2e-3f;
    public int BatchWords { get; init; } = 1000;
    public float Drop { get; init; } = 0.4f;
}

/// <summary>Trains networks of labels.</summary>
internal static class LabelTrainer
{
    /// <summary>Trains one.</summary>
    /// <param name="sequences">What it learns from.</param>
    /// <param name="settings">How.</param>
    /// <param name="checkpoint">Path of the checkpoint, or null for none.</param>
    /// <param name="report">Called after epochs with the network so far, or null.</param>
    public static LabelNet Train(
        IReadOnlyList<LabelSequence> sequences,
        LabelSettings settings,
        string? checkpoint = null,
        Action<int, LabelNet>? report = null
    )
    {
        var shape = new LabelShape(
            settings.DenseSize,
            settings.ProjectedSize,
            settings.Features,
            settings.FeatureSize,
            settings.Units,
            settings.Groups.Sum()
        );
        var net = new LabelNet(shape, settings.Groups, (ulong)settings.Seed);
        LabelWorker[] workers =
        [
            .. Enumerable.Range(0, Param.Workers).Select(w => new LabelWorker(net, w, settings.Drop)),
        ];
        var optimizer = new Optimizer(net.All) { Decay = 1e-3f };
        var done = 0;
        if (checkpoint is not null)
        {
            (done, optimizer.Time) = Checkpoint.Read(checkpoint, net.All, settings.ToString() + sequences.Count);
        }

        optimizer.Pack();
        var words = sequences.Sum(static s => (long)s.Length);
        var steps = (int)((words / settings.BatchWords) + 1) * settings.Epochs;
        for (var epoch = done; epoch < settings.Epochs; epoch++)
        {
            var (right, loss, batches) = Epoch(sequences, settings, workers, optimizer, epoch, steps);
            Console.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{settings.Name}, epoch {epoch + 1} of {settings.Epochs}: loss {loss / batches:F4}, {100.0 * right / words:F2} on training words"
                )
            );
            if (checkpoint is not null)
            {
                Checkpoint.Write(checkpoint, net.All, epoch + 1, optimizer.Time, settings.ToString() + sequences.Count);
            }

            report?.Invoke(epoch + 1, net);
        }

        return net;
    }

    private static (int Right, double Loss, int Batches) Epoch(
        IReadOnlyList<LabelSequence> sequences,
        LabelSettings settings,
        LabelWorker[] workers,
        Optimizer optimizer,
        int epoch,
        int steps
    )
    {
        var noise = new Noise((ulong)settings.Seed, (ulong)(5000 + epoch));
        var order = sequences.ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = noise.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        var (right, loss, batches) = (0, 0.0, 0);
        for (var at = 0; at < order.Length; batches++)
        {
            var (end, words) = (at, 0);
            while (end < order.Length && words < settings.BatchWords)
            {
                words += order[end++].Length;
            }

            var parts = new List<LabelSequence>[] { [], [] };
            foreach (var (sequence, i) in order[at..end].OrderBy(static s => s.Length).Select(static (s, i) => (s, i)))
            {
                parts[i % Param.Workers].Add(sequence);
            }

            var results = new (int Right, double Loss)[Param.Workers];
            var time = (ulong)optimizer.Time;
            Parallel.For(
                0,
                Param.Workers,
                w =>
                    results[w] = workers[w]
                        .Learn(
                            parts[w],
                            1f / words,
                            new Noise((ulong)settings.Seed, (time * 2) + (ulong)w + (1UL << 40))
                        )
            );
            var rate = settings.Rate * Math.Min(1, (optimizer.Time + 1f) / 100);
            optimizer.Step(rate * Math.Max(0.02f, 1 - (optimizer.Time / (float)steps)));
            right += results.Sum(static r => r.Right);
            loss += results.Sum(static r => r.Loss);
            at = end;
        }

        return (right, loss, batches);
    }
}
