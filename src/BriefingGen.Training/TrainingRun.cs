using System.Diagnostics;
using System.Globalization;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Models;
using BriefingGen.Language.Parsing;
using BriefingGen.Language.Tagging;
using BriefingGen.Language.Tokenizing;

namespace BriefingGen.Training;

/// <summary>
/// Trains components in their order, each on the files of those before it. The seed is fixed: the same data gives the
/// same files.
/// </summary>
internal sealed class TrainingRun
{
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
        var tags = TaggerTrainer.TagsOf(_clean.Value);
        var clusters = _options.Embeddings is { } path
            ? Clusters(path)
            : throw new InvalidOperationException("The component 'words' needs --embeddings FILE.");
        Write(WordTable.Component, WordTableTrainer.Train(_clean.Value, tags, clusters).Write);
    }

    /// <summary>Trains the sentence splitter.</summary>
    public void Splitter() =>
        Write(SplitterModel.Component, Splitting.SplitterTraining.Run(_options, Console.Out).Write);

    /// <summary>Trains the tagger.</summary>
    public void Tagger()
    {
        var tags = TaggerTrainer.TagsOf(_clean.Value);
        Corpus.Describe(_all.Value, ReadWords(), tags);
        var weights = TaggerTrainer.Train(_all.Value, tags, _options.Epochs(7), _options.Seed).Freeze(2);
        Write(
            EnglishTagger.Component,
            file =>
            {
                file.Add("tags", tags.Lines());
                file.Add("weights", weights);
                file.Add("features", FeatureTrainer.Lines(_clean.Value, tags));
            }
        );
    }

    /// <summary>Trains the lemmatizer.</summary>
    public void Lemmas() =>
        Write(LemmaTable.Component, LemmaTrainer.Train(_all.Value, TaggerTrainer.TagsOf(_clean.Value)).Write);

    /// <summary>Trains the parser.</summary>
    public void Parser()
    {
        var tags = TaggerTrainer.TagsOf(_clean.Value);
        Corpus.Describe(_all.Value, ReadWords(), tags);
        TaggerTrainer.Jackknife(_all.Value, tags, folds: 3, _options.Epochs(3), _options.Seed);
        Report("tags for the parser");
        var labels = ParserTrainer.LabelsOf(_clean.Value);
        var (moves, naming) = ParserTrainer.Train(_all.Value, labels, _options.Epochs(8), _options.Seed);
        Write(
            EnglishParser.Component,
            file =>
            {
                file.Add("labels", labels);
                file.Add("moves", moves.Freeze(_options.MinUpdates));
                file.Add("naming", naming.Freeze(_options.MinUpdates));
            }
        );
    }

    /// <summary>Trains the entity model.</summary>
    public void Entities()
    {
        var words = ReadWords();
        var (names, countries) = (NameGazetteer.Load(), CountryGazetteer.Load());
        var tagger = new EnglishTagger(words, _options.ReadModel(EnglishTagger.Component));
        var documents = EntityTrainer.Read(_options, tagger, names);
        Report($"{documents.Count} documents with names");
        var model = EntityTrainer.Train(
            documents,
            document => EntityTagger.View(document, words, names, countries),
            _options.Epochs(6),
            _options.Seed
        );
        Write(EnglishEntities.Component, file => file.Add("weights", model.Freeze(minUpdates: 1)));
    }

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

    private void Write(string component, Action<ModelFile> fill)
    {
        var file = new ModelFile();
        fill(file);
        var path = _options.ModelPath(component);
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
