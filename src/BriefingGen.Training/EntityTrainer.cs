using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Models;

namespace BriefingGen.Training;

/// <summary>Trains the entity model.</summary>
internal static class EntityTrainer
{
    /// <summary>All training documents, tagged, in clean and in degraded form.</summary>
    public static List<EntityDocument> Read(TrainingOptions options, ILanguageComponent tagger, NameGazetteer names)
    {
        var documents = new List<EntityDocument>();
        foreach (var change in (Func<string, string?>[])[static f => f, Degraded])
        {
            documents.AddRange(EntityCorpus.Gum(options.Treebank("gum-train"), change));
            documents.AddRange(
                EntityCorpus.Columns(Path.Combine(options.Data, "entities/wikigold/data/wikigold.conll.txt"), change)
            );
        }

        foreach (var document in documents)
        {
            tagger.Annotate(document.Document, CancellationToken.None);
        }

        foreach (
            var folder in Directory
                .EnumerateDirectories(Path.Combine(options.Data, "entities"), "re3d*")
                .Order(StringComparer.Ordinal)
        )
        {
            documents.AddRange(EntityCorpus.Re3d(folder, tagger, names));
        }

        return documents;
    }

    /// <summary>Trains on tagged documents.</summary>
    public static Perceptron Train(
        IReadOnlyList<EntityDocument> documents,
        Func<Document, EntityView> view,
        int epochs,
        int seed
    )
    {
        var random = new Random(seed);
        var model = new Perceptron(EntityLabels.Count);
        var order = documents.Select(d => (Gold: d, View: view(d.Document))).ToList();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            Corpus.Shuffle(order, random);
            var wrong = order.Sum(d => Learn(d.Gold, d.View, model));
            var all = documents.Sum(static d => d.Labels.Length);
            Console.Error.WriteLine(
                $"entities, epoch {epoch + 1} of {epochs}: {100.0 - (100.0 * wrong / all):F2} on training words"
            );
        }

        return model;
    }

    private static string? Degraded(string form)
    {
        var kept = new string([.. form.Where(static c => char.IsAscii(c) && c is not ('\'' or '"' or '`'))]);
        return kept.Length == 0 ? null : kept;
    }

    private static int Learn(EntityDocument gold, EntityView view, Perceptron model)
    {
        Span<uint> features = stackalloc uint[EntityFeatures.Count];
        Span<int> scores = stackalloc int[EntityLabels.Count];
        var labels = new byte[gold.Labels.Length];
        var history = new Dictionary<uint, byte>();
        var wrong = 0;
        foreach (var sentence in gold.Document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                EntityFeatures.Extract(view, sentence.First, sentence.End, i, labels, history, features);
                model.Score(features, scores);
                var before = i > sentence.First ? labels[i - 1] : EntityLabels.Outside;
                var best = EntityTagger.Best(scores, before, isLast: i + 1 == sentence.End);
                model.Tick();
                if (best != gold.Labels[i])
                {
                    wrong++;
                    model.Update(features, gold.Labels[i], best);
                }

                // The gold class where the guess could not go on to it: else the rest of the name is lost for learning.
                labels[i] = (byte)best;
                if (i + 1 < sentence.End && !EntityLabels.MayFollow(gold.Labels[i + 1], best))
                {
                    labels[i] = gold.Labels[i];
                }

                EntityTagger.Remember(view, labels, i, history);
            }
        }

        return wrong;
    }
}
