using System.Globalization;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Models;

namespace BriefingGen.Training;

/// <summary>Scores of the entity component: exact names with their type, on development data, tokens as given.</summary>
internal static class EntityScores
{
    /// <summary>Prints precision, recall and F1 by type.</summary>
    public static void Print(TrainingOptions options, TextWriter output)
    {
        var words = WordTable.Read(options.ReadModel(WordTable.Component));
        var tagger = TrainingRun.ReadSyntax(options);
        var entities = new EnglishEntities(
            words,
            options.ReadModel(EnglishEntities.Component),
            NameGazetteer.Load(),
            CountryGazetteer.Load()
        );
        output.WriteLine("names                precision recall    F1   (exact span and type)");
        foreach (
            var (name, documents) in new[]
            {
                ("gum", EntityCorpus.Gum(options.Treebank("gum-dev"), static f => f).ToList()),
                (
                    "uner ewt",
                    EntityCorpus
                        .Columns(Path.Combine(options.Data, "entities/uner-ewt-dev.iob2"), static f => f)
                        .ToList()
                ),
            }
        )
        {
            var seconds = 0.0;
            foreach (var document in documents)
            {
                tagger.Annotate(document.Document, CancellationToken.None);
                var before = Environment.CpuUsage.TotalTime;
                entities.Annotate(document.Document, CancellationToken.None);
                seconds += (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            }

            foreach (var type in (EntityType[])[EntityType.Person, EntityType.Organization, EntityType.Location])
            {
                Row(output, $"{name} {type}", documents, t => t == type);
            }

            Row(output, name, documents, static t => t <= EntityType.Location);
            var speed = documents.Sum(static d => d.Labels.Length) / seconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {speed:F0} words/s"));
        }
    }

    /// <summary>Prints the scores of WikiGold's documents, each fold by a network that saw only the others.</summary>
    public static void CrossValidate(TrainingOptions options, TextWriter output)
    {
        const int Folds = 5;
        var words = WordTable.Read(options.ReadModel(WordTable.Component));
        var syntax = TrainingRun.ReadSyntax(options);
        var (names, countries) = (NameGazetteer.Load(), CountryGazetteer.Load());
        var documents = EntityTrainer.Read(options, syntax, names);
        var tested = new List<EntityDocument>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var net = EntityTrainer.Train(
                documents.Where(d => d.WikiGold is not { } n || n % Folds != fold).ToList(),
                document => EntityView.Of(document, words, names, countries),
                EntityTrainer.Settings(syntax.EncodingSize, options.Seed) with
                {
                    Epochs = options.Epochs(12),
                }
            );
            var file = new ModelFile();
            net.Write(file);
            var entities = new EnglishEntities(words, file, names, countries);
            foreach (
                var document in documents.Where(d => d is { IsChanged: false, WikiGold: { } n } && n % Folds == fold)
            )
            {
                entities.Annotate(document.Document, CancellationToken.None);
                tested.Add(document);
            }
        }

        Row(output, "wikigold, 5 folds", tested, static t => t <= EntityType.Location);
        Row(output, "  with other names", tested, static _ => true);
    }

    private static void Row(
        TextWriter output,
        string name,
        IEnumerable<EntityDocument> documents,
        Func<EntityType, bool> counts
    )
    {
        var (hits, gold, found) = (0, 0, 0);
        foreach (var document in documents)
        {
            var wanted = EnglishEntities.Spans(document.Labels).Where(e => counts(e.Type)).Select(Key).ToHashSet();
            var got = document.Document.Entities.Where(e => counts(e.Type)).Select(Key).ToList();
            hits += got.Count(wanted.Contains);
            gold += wanted.Count;
            found += got.Count;
        }

        var (p, r) = (100.0 * hits / Math.Max(1, found), 100.0 * hits / Math.Max(1, gold));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -22} {p, 7:F2} {r, 6:F2} {200.0 * hits / Math.Max(1, gold + found), 6:F2}"
            )
        );
    }

    private static (int First, int End, EntityType Type) Key(Entity entity) => (entity.First, entity.End, entity.Type);
}
