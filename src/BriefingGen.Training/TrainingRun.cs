using System.Diagnostics;
using System.Globalization;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Models;
using BriefingGen.Language.Neural;
using BriefingGen.Language.Tagging;
using BriefingGen.Language.Tokenizing;
using BriefingGen.Training.Neural;

namespace BriefingGen.Training;

/// <summary>
/// Trains components in their order, each on the files of those before it. The seed is fixed: the same data gives the
/// same files.
/// </summary>
internal sealed class TrainingRun
{
    private const string TeacherName = "teacher";

    private readonly TrainingOptions _options;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lazy<List<TrainSentence>> _clean;
    private readonly Lazy<List<TrainSentence>> _all;

    public TrainingRun(TrainingOptions options)
    {
        _options = options;
        _clean = new Lazy<List<TrainSentence>>(() =>
            [.. Corpus.Read(options.Treebank("ewt-train")), .. Corpus.Read(options.Treebank("gum-train"))]
        );
        _all = new Lazy<List<TrainSentence>>(() =>
            [
                .. _clean.Value,
                .. Corpus.Degrade(_clean.Value),
                .. Corpus.Headlines(_clean.Value, new Random(options.Seed)),
            ]
        );
    }

    /// <summary>Trains the words' table: tags that words take, and clusters from vectors where a file of them is given.</summary>
    public void Words()
    {
        var tags = TrainSentence.TagsOf(_clean.Value);
        var clusters = _options.Embeddings is { } path
            ? Clusters(path)
            : throw new InvalidOperationException("The component 'words' needs --embeddings FILE.");
        Write(WordTable.Component, WordTableTrainer.Train(_clean.Value, tags, clusters).Write);
    }

    /// <summary>Trains the sentence splitter.</summary>
    public void Splitter() =>
        Write(SplitterModel.Component, Splitting.SplitterTraining.Run(_options, Console.Out).Write);

    /// <summary>Trains the lemmatizer.</summary>
    public void Lemmas() =>
        Write(LemmaTable.Component, LemmaTrainer.Train(_all.Value, TrainSentence.TagsOf(_clean.Value)).Write);

    /// <summary>Cuts the word vectors to the vocabulary that is shipped.</summary>
    public void Vectors()
    {
        var path = _options.Embeddings ?? throw new InvalidOperationException("'vectors' needs --embeddings FILE.");
        var rank = 0;
        var seen = _clean
            .Value.SelectMany(static s => s.Forms)
            .Select(static f => f.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        var vectors = WordVectors.ReadRaw(path, w => rank++ < _options.Words || seen.Contains(w));
        var table = VectorTable.Create(vectors.Select(static v => (WordSurface.KeyOf(v.Word), v.Vector)));
        Report($"vectors of {table.Count} words");
        Write(VectorTable.Component, table.Write);
    }

    /// <summary>Trains a first network on the treebanks alone, which then reads news for the encoder to learn from.</summary>
    public void Teacher()
    {
        var settings = new SyntaxSettings { Seed = _options.Seed, Name = TeacherName };
        var sentences = _clean.Value.ConvertAll(static s => s.WithoutEntities());
        var file = Network(sentences, [], settings with { Epochs = _options.Epochs(settings.Epochs) });
        Write(TeacherName, _options.TeacherPath, file);
    }

    /// <summary>Trains the encoder, with tags and syntax, on the treebanks and on news that the first network read.</summary>
    public void Encoder()
    {
        var vectors = VectorTable.Read(_options.ReadModel(VectorTable.Component));
        using var stream = File.OpenRead(_options.TeacherPath);
        var teacher = new EnglishSyntax(ModelFile.Read(stream, TeacherName), vectors);
        var silver = SilverText.Read(Path.Combine(_options.Data, "attributions", "train", "text"), teacher);
        Report($"{silver.Count} sentences of news");
        var settings = new SyntaxSettings
        {
            Seed = _options.Seed,
            SilverShare = 1,
            Epochs = _options.Epochs(28),
        };
        Write(
            SyntaxModel.Component,
            _options.ModelPath(SyntaxModel.Component),
            Network(_clean.Value, silver, settings)
        );
    }

    private Action<ModelFile> Network(
        IReadOnlyList<TrainSentence> gold,
        IReadOnlyList<TrainSentence> silver,
        SyntaxSettings settings
    )
    {
        var tags = TrainSentence.TagsOf(gold);
        var labels = SyntaxTrainer.LabelsOf(gold);
        var vectors = VectorTable.Read(_options.ReadModel(VectorTable.Component));
        var trainer = new SyntaxTrainer(gold, silver, tags, labels, vectors, settings);
        var (ewt, gum) = (Corpus.Read(_options.Treebank("ewt-dev")), Corpus.Read(_options.Treebank("gum-dev")));
        trainer.Train(Path.Combine(_options.Work, settings.Name + ".checkpoint"), [("EWT dev", ewt), ("GUM dev", gum)]);
        return file =>
        {
            trainer.Write(file);
            file.Add("tags", tags.Lines());
            file.Add("labels.names", labels);
            file.Add("features", FeatureTrainer.Lines(gold, tags));
        };
    }

    /// <summary>Trains the network of names over the encoder.</summary>
    public void Entities()
    {
        var words = ReadWords();
        var (names, countries) = (NameGazetteer.Load(), CountryGazetteer.Load());
        var syntax = ReadSyntax(_options);
        var documents = EntityTrainer.Read(_options, syntax, names);
        var annotated = documents.Count;
        Report($"{annotated} documents with names");
        var settings = EntityTrainer.Settings(syntax.EncodingSize, _options.Seed);
        var net = Train(1, epochs: 8);
        for (var round = 2; round <= EntityTrainer.Rounds; round++)
        {
            var file = new ModelFile();
            net.Write(file);
            var reader = new EnglishEntities(words, file, names, countries);
            documents.RemoveRange(annotated, documents.Count - annotated);
            documents.AddRange(EntityTrainer.Silver(_options, syntax, reader));
            Report($"{documents.Count} documents with those that the network before read");
            net = Train(round, round < EntityTrainer.Rounds ? 8 : 14);
        }

        Write(EnglishEntities.Component, net.Write);

        LabelNet Train(int round, int epochs) =>
            EntityTrainer.Train(
                documents,
                document => EntityView.Of(document, words, names, countries),
                settings with
                {
                    Epochs = _options.Epochs(epochs),
                },
                Path.Combine(_options.Work, $"names-{round}.checkpoint")
            );
    }

    /// <summary>The pipeline with the models as they were trained.</summary>
    public LanguagePipeline Pipeline() => EnglishLanguage.Create(CountryGazetteer.Load(), _options.ReadModel);

    /// <summary>The encoder as it was trained.</summary>
    public static EnglishSyntax ReadSyntax(TrainingOptions options) =>
        new(options.ReadModel(SyntaxModel.Component), VectorTable.Read(options.ReadModel(VectorTable.Component)));

    /// <summary>Prints the scores of the trained components on the development sets, tokens as given.</summary>
    public void Score()
    {
        ScoreTable.Print(_options, Console.Out);
        EntityScores.Print(_options, Console.Out);
    }

    private Dictionary<string, (ushort Fine, ushort Coarse)> Clusters(string path)
    {
        var seen = _clean
            .Value.SelectMany(static s => s.Forms)
            .Select(static f => f.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        var rank = 0;
        var vectors = WordVectors.Read(
            path,
            w => w.All(static c => char.IsLetter(c) || c is '-' or '.') && (rank++ < _options.Words || seen.Contains(w))
        );
        var list = vectors.ConvertAll(static v => v.Vector);
        var fine = WordClusters.Cluster(list, 600, _options.Seed);
        var coarse = WordClusters.Cluster(list, 100, _options.Seed);
        Report($"clusters of {list.Count} words");
        return Enumerable
            .Range(0, list.Count)
            .ToDictionary(i => vectors[i].Word, i => (fine[i], coarse[i]), StringComparer.Ordinal);
    }

    private WordTable ReadWords() => WordTable.Read(_options.ReadModel(WordTable.Component));

    private void Write(string component, Action<ModelFile> fill) =>
        Write(component, _options.ModelPath(component), fill);

    private void Write(string component, string path, Action<ModelFile> fill)
    {
        var file = new ModelFile();
        fill(file);
        using (var stream = File.Create(path + ".part"))
        {
            file.Write(stream, component);
        }

        File.Move(path + ".part", path, overwrite: true);
        Report($"{component}: {new FileInfo(path).Length / 1024:N0} KB");
    }

    private void Report(string what) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{_clock.Elapsed:mm\\:ss}] {what}"));
}
