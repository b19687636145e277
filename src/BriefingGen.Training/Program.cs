using BriefingGen.Training;
using BriefingGen.Training.Attribution;
using BriefingGen.Training.Coreference;
using BriefingGen.Training.Fusion;
using BriefingGen.Training.Repair;

var options = TrainingOptions.Parse(args);
var run = new TrainingRun(options);

// Each component reads the files of those before it.
(string Name, bool InAll, Action Train)[] components =
[
    ("words", options.Embeddings is not null, run.Words),
    ("vectors", options.Embeddings is not null, run.Vectors),
    ("splitter", true, run.Splitter),
    ("repair", true, () => RepairTraining.Run(options.Data, options.Models)),
    ("teacher", true, run.Teacher),
    ("encoder", true, run.Encoder),
    ("lemmas", true, run.Lemmas),
    ("ner", true, run.Entities),
    (
        "name-genders",
        options.Embeddings is not null,
        () => GivenNameGenders.Run(options, Path.Combine(options.Models, "..", "Coreference", "name-genders.tsv"))
    ),
    ("coreference", true, () => CoreferenceTraining.Run(options)),
    ("attribution", true, () => AttributionTraining.Run(options, run.Pipeline())),
    ("fusion", false, () => FusionTraining.Run(options)),
    ("score", true, run.Score),
    ("coreference-folds", false, () => CoreferenceTraining.RunFolds(options)),
    ("wikigold", false, () => EntityScores.CrossValidate(options, Console.Out)),
];
var names = components.Select(static c => c.Name).ToArray();
if (options.Components.FirstOrDefault(c => c != "all" && !names.Contains(c, StringComparer.Ordinal)) is { } unknown)
{
    Console.Error.WriteLine($"'{unknown}' is no component; there are: all {string.Join(' ', names)}");
    return 2;
}

var isAll = options.Components is [] || options.Components.Contains("all", StringComparer.Ordinal);
foreach (var (name, inAll, train) in components)
{
    if ((isAll && inAll) || options.Components.Contains(name, StringComparer.Ordinal))
    {
        train();
    }
}

return 0;
