using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;
using BriefingGen.Training.Neural;

namespace BriefingGen.Training;

/// <summary>Trains the entity model.</summary>
internal static class EntityTrainer
{
    /// <summary>Networks that are trained one after another, each on what the one before read.</summary>
    public const int Rounds = 2;

    /// <summary>All training documents, tagged, in clean and in degraded form.</summary>
    public static List<EntityDocument> Read(TrainingOptions options, ILanguageComponent tagger, NameGazetteer names)
    {
        var documents = new List<EntityDocument>();
        // Of the copies without capitals, and with nothing else, some do: most text is written with care.
        foreach (var (change, every) in Changes)
        {
            documents.AddRange(EntityCorpus.Gum(options.Treebank("gum-train"), change).Where((_, i) => i % every == 0));
            documents.AddRange(WikiGold(options, change).Where(d => d.WikiGold % every == 0));
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

    private static (Func<string, string?> Change, int Every)[] Changes =>
        [
            (static f => f, 1),
            (Degraded, 1),
            (static f => f.ToLowerInvariant(), 4),
            (static f => f.ToUpperInvariant(), 12),
        ];

    /// <summary>
    /// Documents with the names that a first network and the word lists found in them, from which the second learns beside
    /// the annotated ones: one name is read alike in a whole document there, which the network alone cannot see.
    /// </summary>
    public static IEnumerable<EntityDocument> Silver(
        TrainingOptions options,
        ILanguageComponent syntax,
        EnglishEntities entities
    )
    {
        var news = Directory
            .EnumerateFiles(Path.Combine(options.Data, "attributions", "train", "text"), "*.txt")
            .Order(StringComparer.Ordinal)
            .Where(static (_, i) => i % 4 == 0)
            .Select(static path => SilverText.Prepare(File.ReadAllText(path)));
        foreach (var document in EntityCorpus.Unlabelled(options.Treebank("ewt-train")).Concat(news))
        {
            syntax.Annotate(document, CancellationToken.None);
            entities.Annotate(document, CancellationToken.None);
            var names = document.Entities.Where(static e => EntityLabels.Types.Contains(e.Type));
            yield return new EntityDocument(document, EntityCorpus.Labels(document.Tokens.Length, names));
        }
    }

    /// <summary>The documents of WikiGold; each bears its number, so that it can be left out.</summary>
    private static IEnumerable<EntityDocument> WikiGold(TrainingOptions options, Func<string, string?> change) =>
        EntityCorpus
            .Columns(Path.Combine(options.Data, "entities/wikigold/data/wikigold.conll.txt"), change)
            .Select((d, i) => d with { WikiGold = i, IsChanged = change("'A") != "'A" || change("a") != "a" });

    /// <summary>Trains on documents that have tags and encodings.</summary>
    public static LabelNet Train(
        IReadOnlyList<EntityDocument> documents,
        Func<Document, EntityView> view,
        LabelSettings settings,
        string? checkpoint = null
    ) => LabelTrainer.Train([.. documents.SelectMany(d => Sequences(d, view(d.Document)))], settings, checkpoint);

    /// <summary>How the network of names is trained.</summary>
    /// <param name="dense">Numbers that the encoder gives for a word.</param>
    /// <param name="seed">Seed of every random choice.</param>
    public static LabelSettings Settings(int dense, int seed) =>
        new()
        {
            Name = "names",
            Groups = [EntityLabels.Count],
            Features = EntityWordFeatures.Count,
            DenseSize = dense,
            Seed = seed,
        };

    private static IEnumerable<LabelSequence> Sequences(EntityDocument gold, EntityView view)
    {
        var features = new int[EntityWordFeatures.Max];
        foreach (var sentence in gold.Document.Sentences)
        {
            var words = Enumerable.Range(sentence.First, sentence.Count).ToArray();
            yield return new LabelSequence(
                [.. words.Select(i => gold.Document.Encoding.Memory(i))],
                [.. words.Select(i => features[..EntityWordFeatures.Of(view, i, features)])],
                [.. words.Select(i => (int)gold.Labels[i])]
            );
        }
    }

    private static string? Degraded(string form)
    {
        var kept = new string([.. form.Where(static c => char.IsAscii(c) && c is not ('\'' or '"' or '`'))]);
        return kept.Length == 0 ? null : kept;
    }
}
