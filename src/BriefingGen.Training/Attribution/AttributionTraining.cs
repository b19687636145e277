using System.Globalization;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Positions;
using BriefingGen.Extraction.Positions.Network;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;
using BriefingGen.Language.Text;
using BriefingGen.Sources;
using BriefingGen.Training.Neural;

namespace BriefingGen.Training.Attribution;

/// <summary>
/// Trains what finds positions on PolNeAR's training part: the share of uses of each word that attribute
/// (<c>cues.tsv</c>), then the network that labels cues, sources and contents (<c>positions.bin</c>), the mean of its last epochs. Every second article
/// is read in its degraded state too, through the same repair as a user's.
/// </summary>
internal static class AttributionTraining
{
    private const int MinHits = 2;
    private const double MinRate = 0.02;

    // Epochs at the end whose weights are averaged.
    private const int Averaged = 5;

    public static void Run(TrainingOptions options, LanguagePipeline pipeline)
    {
        var folder = Path.Combine(options.Models, "..", "..", "BriefingGen", "Extraction", "Positions");
        var output = options.PositionModels ?? folder;
        var articles = Articles(Path.Combine(options.Data, "attributions", "train")).ToList();
        var rates = new CueRates();
        var objects = new ObjectRates();
        var read = new List<(ArticleContext Context, List<GoldAttribution> Gold)>();
        foreach (var (i, article) in articles.Index())
        {
            var clean = article.Read(pipeline, DegradedText.Unchanged(article.Text));
            rates.Add(clean.Context, clean.Gold);
            objects.Add(clean.Context, clean.Gold);
            read.Add(clean);
            if (i % 2 == 0)
            {
                read.Add(article.Read(pipeline, DegradedText.Of(article.Text)));
            }
        }

        var table = rates.Rates(MinHits, MinRate);
        WriteRates(Path.Combine(output, "cues.tsv"), table);
        WriteActs(Path.Combine(output, "cue-objects.tsv"), objects.Acts());
        var lexicon = CueLexicon.Of(table);
        var sequences = read.SelectMany(r => Sequences(r.Context, r.Gold, lexicon)).ToList();
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"positions: {read.Count} texts, {sequences.Count} sequences")
        );
        var epochs = options.Epochs(12);
        var net = LabelTrainer.Train(
            sequences,
            Settings(read[0].Context.Document.Encoding.Width, epochs, options.Seed),
            Path.Combine(options.Work, "positions.checkpoint"),
            (epoch, weights) =>
            {
                if (epoch > epochs - Averaged)
                {
                    Write(EpochPath(options, epoch), weights);
                }
            }
        );
        var last = Enumerable.Range(1, epochs).TakeLast(Averaged).Select(epoch => Read(EpochPath(options, epoch)));
        LabelMean.Apply(net, [.. last]);
        Write(Path.Combine(output, PositionNetwork.Component + ".bin"), net);
    }

    private static string EpochPath(TrainingOptions options, int epoch) =>
        Path.Combine(options.Work, string.Create(CultureInfo.InvariantCulture, $"positions.{epoch}.bin"));

    private static void Write(string path, LabelNet net)
    {
        var file = new ModelFile();
        net.Write(file);
        using var stream = File.Create(path);
        file.Write(stream, PositionNetwork.Component);
    }

    private static ModelFile Read(string path)
    {
        using var stream = File.OpenRead(path);
        return ModelFile.Read(stream, PositionNetwork.Component);
    }

    private static LabelSettings Settings(int dense, int epochs, int seed) =>
        new()
        {
            Name = "positions",
            Groups = PositionLabels.Chains.ToArray(),
            Features = PositionFeatures.Count,
            DenseSize = dense,
            ProjectedSize = 160,
            Units = 128,
            Epochs = epochs,
            Seed = seed,
            BatchWords = 4000,
            Rate = 3e-3f,
        };

    private static IEnumerable<GoldArticle> Articles(string folder)
    {
        foreach (
            var text in Directory.EnumerateFiles(Path.Combine(folder, "text"), "*.txt").Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetFileNameWithoutExtension(text);
            var annotations = Directory
                .EnumerateFiles(Path.Combine(folder, "attributions"), name + "_????.ann")
                .Order(StringComparer.Ordinal)
                .FirstOrDefault();
            if (annotations is not null)
            {
                yield return new GoldArticle(name, File.ReadAllText(text), annotations);
            }
        }
    }

    private static IEnumerable<LabelSequence> Sequences(
        ArticleContext context,
        List<GoldAttribution> gold,
        CueLexicon lexicon
    )
    {
        var features = new PositionFeatures(context, new QuotationMap(context), lexicon);
        var chains = Labels(context, gold);
        var of = new int[PositionFeatures.Max];
        foreach (var part in PositionNetwork.Parts(context))
        {
            var words = Enumerable.Range(part.First, part.Length).ToArray();
            yield return new LabelSequence(
                [.. words.Select(i => context.Document.Encoding.Memory(i))],
                [.. words.Select(i => of[..features.Of(i, of)])],
                [.. words.SelectMany(i => chains.Select(c => c[i]))]
            );
        }
    }

    private static int[][] Labels(ArticleContext context, List<GoldAttribution> gold)
    {
        int[][] chains = [new int[context.Count], new int[context.Count], new int[context.Count]];
        foreach (var attribution in gold.Where(static g => g.CueRuns.Count > 0))
        {
            // Of a cue in pieces the longest stands for it.
            var cue = attribution.CueRuns.MaxBy(static r => r.Length);
            if (!PositionLabels.Mark(chains[PositionLabels.Cue], cue, cueFollows: true))
            {
                continue;
            }

            foreach (var run in attribution.SourceRuns)
            {
                _ = PositionLabels.Mark(chains[PositionLabels.Source], run, run.End <= cue.First);
            }

            foreach (var run in attribution.ContentRuns)
            {
                _ = PositionLabels.Mark(chains[PositionLabels.Content], run, run.End <= cue.First);
            }
        }

        return chains;
    }

    private static void WriteRates(string path, SortedDictionary<string, double> values)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine("# Words that attribute in PolNeAR's training part: lemma, share of its uses that are a cue.");
        foreach (var (key, value) in values)
        {
            file.WriteLine($"{key}\t{value.ToString("0.00", CultureInfo.InvariantCulture)}");
        }
    }

    private static void WriteActs(string path, IEnumerable<(string Lemma, double Share, int Uses)> acts)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine(
            "# Verbs that are mostly an act where a noun is their object and no clause or quotation follows: lemma, share of"
        );
        file.WriteLine("# such uses that PolNeAR's training part marks as a cue, their number.");
        foreach (var (lemma, share, uses) in acts)
        {
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lemma}\t{share:0.00}\t{uses}"));
        }
    }

    /// <summary>A text with its annotations.</summary>
    private sealed record GoldArticle(string Name, string Text, string Annotations)
    {
        public (ArticleContext Context, List<GoldAttribution> Gold) Read(LanguagePipeline pipeline, DegradedText state)
        {
            var source = new SourceText(state.Text);
            var regions = SilverText.Paragraphs(state.Text);
            var article = new Article(Name, Name, null, source, regions, "", null, null, null, "en", "utf-8");
            var context = new ArticleContext(article, pipeline.Analyze(source, regions, null));
            return (context, GoldAttribution.Read(Annotations, Text, state.Map, context));
        }
    }
}
