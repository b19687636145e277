using System.Diagnostics;
using System.Globalization;
using BriefingGen.Language.Models;
using BriefingGen.Language.Neural;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Training.Neural;

/// <summary>How the encoder is trained.</summary>
internal sealed record SyntaxSettings
{
    public string Name { get; init; } = "encoder";
    public int Epochs { get; init; } = 26;
    public int Seed { get; init; } = 1;
    public float Rate { get; init; } = 2e-3f;
    public int WarmUp { get; init; } = 300;
    public int BatchWords { get; init; } = 1200;
    public int Units { get; init; } = 192;
    public int WordSize { get; init; } = 64;
    public int PartSize { get; init; } = 64;
    public int MaxLength { get; init; } = 160;
    public double DegradedShare { get; init; } = 0.2;
    public double HeadlineShare { get; init; } = 0.04;

    /// <summary>Words of silver sentences for each gold word in an epoch.</summary>
    public double SilverShare { get; init; }
}

/// <summary>Trains the shared encoder on tags and syntax.</summary>
internal sealed class SyntaxTrainer
{
    private readonly SyntaxSettings _settings;
    private readonly TagSet _tags;
    private readonly Dictionary<string, int> _labelIndex;
    private readonly List<NeuralSentence[]> _sentences = [];
    private readonly List<NeuralSentence[]> _silver = [];
    private readonly SyntaxNet _net;
    private readonly SyntaxWorker[] _workers;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>All relations, <c>root</c> first.</summary>
    public static List<string> LabelsOf(IEnumerable<TrainSentence> sentences) =>
        [
            "root",
            .. sentences
                .SelectMany(static s => s.Relations)
                .Where(static r => r is not "root")
                .GroupBy(static r => r, StringComparer.Ordinal)
                .Where(static g => g.Count() >= 5)
                .Select(static g => g.Key)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Prepares the data.</summary>
    /// <param name="clean">Training sentences.</param>
    /// <param name="silver">Sentences that another network analysed.</param>
    /// <param name="tags">All pairs of tags.</param>
    /// <param name="labels">All relations.</param>
    /// <param name="vectors">Fixed vectors.</param>
    /// <param name="settings">How to train.</param>
    public SyntaxTrainer(
        IReadOnlyList<TrainSentence> clean,
        IReadOnlyList<TrainSentence> silver,
        TagSet tags,
        IReadOnlyList<string> labels,
        VectorTable vectors,
        SyntaxSettings settings
    )
    {
        (_settings, _tags) = (settings, tags);
        _labelIndex = labels
            .Select(static (l, i) => (l, i))
            .ToDictionary(static p => p.l, static p => p.i, StringComparer.Ordinal);
        Types = new WordTypes(
            clean.Concat(silver).SelectMany(static s => s.Forms),
            vectors,
            minCount: silver.Count > 0 ? 3 : 2
        );
        _sentences.AddRange(clean.Where(s => s.Length <= settings.MaxLength).Select(Forms));
        _silver.AddRange(silver.Select(Forms));

        _net = new SyntaxNet(
            new SyntaxShape(
                vectors.Dimensions,
                settings.WordSize,
                settings.PartSize,
                settings.Units,
                32,
                settings.Units,
                96,
                tags.Tags.Length,
                labels.Count
            ),
            Types.Rows,
            (ulong)settings.Seed
        );
        _workers = [.. Enumerable.Range(0, Param.Workers).Select(w => new SyntaxWorker(_net, w))];
    }

    /// <summary>Called after an epoch, when its checkpoint is written, with the number of epochs that are done.</summary>
    public Action<int>? EpochDone { get; set; }

    private WordTypes Types { get; }

    /// <summary>Writes the network into a model file.</summary>
    public void Write(ModelFile file)
    {
        file.Add("shape", [_net.Shape.ToLine()]);
        WordInputs.WriteKeys(file, Types.Keys);
        foreach (var param in _net.All.Where(p => p != _net.Names.Weight && p != _net.Names.Bias))
        {
            if (param.IsSparse)
            {
                WeightFile.AddTable(file, param.Name, param.Value.Span, param.Rows, param.Columns);
            }
            else
            {
                WeightFile.Add(file, param.Name, param.Value.Span, param.Rows, param.Columns);
            }
        }
    }

    /// <summary>Trains, going on from a checkpoint where there is one.</summary>
    /// <param name="checkpoint">Path of the checkpoint.</param>
    /// <param name="development">Named sets to score after some epochs.</param>
    /// <param name="cancellationToken">Ends the training between epochs.</param>
    public void Train(
        string checkpoint,
        IReadOnlyList<(string Name, IReadOnlyList<TrainSentence> Set)> development,
        CancellationToken cancellationToken = default
    )
    {
        var optimizer = new Optimizer(_net.All) { Decay = 1e-3f };
        var (done, time) = Checkpoint.Read(checkpoint, _net.All, _settings.ToString());
        optimizer.Time = time;
        optimizer.Pack();
        var words = _sentences.Sum(static s => (long)s[0].Length);
        var all = words * Enumerable.Range(0, _settings.Epochs).Sum(e => 1 + SilverShare(e));
        var steps = (int)(all / _settings.BatchWords) + _settings.Epochs;
        for (var epoch = done; epoch < _settings.Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var began = _clock.Elapsed;
            var hits = Epoch(epoch, optimizer, steps, (long)(words * SilverShare(epoch)), out var batches);
            Checkpoint.Write(checkpoint, _net.All, epoch + 1, optimizer.Time, _settings.ToString());
            Report(
                $"{_settings.Name}, epoch {epoch + 1} of {_settings.Epochs}: loss {hits.Loss / batches:F4}, tags {Share(hits.Tags, hits)}, heads {Share(hits.Heads, hits)}, relations {Share(hits.Labels, hits)} on training words, {(_clock.Elapsed - began).TotalSeconds:F0} s"
            );
            EpochDone?.Invoke(epoch + 1);
            if ((epoch + 1) % 4 == 0 || epoch + 1 == _settings.Epochs)
            {
                foreach (var (name, set) in development)
                {
                    var score = Evaluate(set);
                    Report(
                        $"  {name}: tags {Share(score.Tags, score)} UAS {Share(score.Heads, score)} LAS (with subtypes) {Share(score.Labels, score)}"
                    );
                }
            }
        }
    }

    /// <summary>Hits over sentences, without noise.</summary>
    public SyntaxHits Evaluate(IReadOnlyList<TrainSentence> sentences)
    {
        var all = new SyntaxHits();
        foreach (var chunk in sentences.Select(Convert).Chunk(64))
        {
            var parts = Split(chunk);
            var hits = new SyntaxHits[Param.Workers];
            Parallel.For(
                0,
                Param.Workers,
                w => hits[w] = _workers[w].Run(parts[w], false, 0, new DropRates(), default)
            );
            all += hits[0] + hits[1];
        }

        return all;
    }

    // The last quarter is learnt mostly from gold.
    private double SilverShare(int epoch) =>
        epoch < _settings.Epochs * 3 / 4 ? _settings.SilverShare : _settings.SilverShare / 4;

    // The sentence, its headline form, and where it differs its degraded form.
    private NeuralSentence[] Forms(TrainSentence sentence)
    {
        TrainSentence[] forms = [sentence, Corpus.Headline(sentence), .. Corpus.Degrade([sentence])];
        return [.. forms.Select(Convert)];
    }

    private SyntaxHits Epoch(int epoch, Optimizer optimizer, int steps, long silverWords, out int batches)
    {
        var noise = new Noise((ulong)_settings.Seed, (ulong)(1000 + epoch));
        var picked = _sentences.ConvertAll(s => Pick(s, ref noise));
        while (silverWords > 0 && _silver.Count > 0)
        {
            var sentence = Pick(_silver[noise.Below(_silver.Count)], ref noise);
            picked.Add(sentence);
            silverWords -= sentence.Length;
        }

        var order = picked.ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = noise.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        var hits = new SyntaxHits();
        batches = 0;
        for (var at = 0; at < order.Length; batches++)
        {
            var (end, words) = (at, 0);
            while (end < order.Length && words < _settings.BatchWords)
            {
                words += order[end++].Length;
            }

            hits += Step(order[at..end], words, optimizer, steps);
            at = end;
        }

        return hits;
    }

    private NeuralSentence Pick(NeuralSentence[] forms, ref Noise noise)
    {
        var chance = noise.Next();
        return chance < _settings.HeadlineShare ? forms[1]
            : forms.Length > 2 && chance < _settings.HeadlineShare + _settings.DegradedShare ? forms[2]
            : forms[0];
    }

    private SyntaxHits Step(NeuralSentence[] batch, int words, Optimizer optimizer, int steps)
    {
        var parts = Split(batch);
        var hits = new SyntaxHits[Param.Workers];
        Parallel.For(
            0,
            Param.Workers,
            w =>
                hits[w] = _workers[w]
                    .Run(
                        parts[w],
                        true,
                        1f / words,
                        new DropRates(),
                        new Noise((ulong)_settings.Seed, ((ulong)optimizer.Time * 2) + (ulong)w + (1UL << 32))
                    )
        );
        var done = optimizer.Time / (float)steps;
        var rate = _settings.Rate * Math.Min(1, (optimizer.Time + 1f) / _settings.WarmUp);
        optimizer.Step(rate * Math.Max(0.02f, 1 - done));
        return hits[0] + hits[1];
    }

    // Every second one of the sentences in order of length: both workers get as much.
    private static List<NeuralSentence>[] Split(NeuralSentence[] batch)
    {
        var parts = new List<NeuralSentence>[] { [], [] };
        foreach (var (sentence, i) in batch.OrderBy(static s => s.Length).Select(static (s, i) => (s, i)))
        {
            parts[i % Param.Workers].Add(sentence);
        }

        return parts;
    }

    private NeuralSentence Convert(TrainSentence s) =>
        new(
            [.. s.Forms.Select(Types.Of)],
            [.. s.Upos.Select((u, i) => _tags.IndexOf(u, s.Xpos[i]))],
            [.. s.Heads.Select(h => h == s.Length ? 0 : h + 1)],
            [.. s.Relations.Select(r => _labelIndex.GetValueOrDefault(r, -1))],
            s.Entities
        );

    private static string Share(int count, SyntaxHits of) =>
        (100.0 * count / of.Words).ToString("F2", CultureInfo.InvariantCulture);

    private void Report(FormattableString line) =>
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"[{_clock.Elapsed:mm\\:ss}] ")
                + FormattableString.Invariant(line)
        );
}
