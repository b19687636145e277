using BriefingGen.Training;

string[] order =
[
    "words",
    "tagger",
    "lemmas",
    "parser",
    "ner",
    "repair",
    "attribution",
    "name-genders",
    "coreference",
    "coreference-folds",
    "score",
];
var options = TrainingOptions.Parse(args);
var wanted = options.Components is [] or ["all"]
    ? order
        .Where(c =>
            c != "coreference-folds" && (c is not ("words" or "name-genders") || options.Embeddings is not null)
        )
        .ToArray()
    : [.. options.Components];
if (wanted.FirstOrDefault(c => !order.Contains(c, StringComparer.Ordinal)) is { } unknown)
{
    Console.Error.WriteLine($"'{unknown}' is no component; there are: all {string.Join(' ', order)}");
    return 2;
}

var run = new TrainingRun(options);
foreach (var component in order.Where(c => wanted.Contains(c, StringComparer.Ordinal)))
{
    switch (component)
    {
        case "words":
            run.Words();
            break;
        case "tagger":
            run.Tagger();
            break;
        case "lemmas":
            run.Lemmas();
            break;
        case "parser":
            run.Parser();
            break;
        case "ner":
            run.Entities();
            break;
        case "repair":
            BriefingGen.Training.Repair.RepairTraining.Run(options.Data, options.Models);
            break;
        case "attribution":
            BriefingGen.Training.Attribution.AttributionTraining.Run(options);
            break;
        case "name-genders":
            BriefingGen.Training.Coreference.GivenNameGenders.Run(
                options,
                Path.Combine(options.Models, "..", "Coreference", "name-genders.tsv")
            );
            break;
        case "coreference":
            BriefingGen.Training.Coreference.CoreferenceTraining.Run(options);
            break;
        case "coreference-folds":
            BriefingGen.Training.Coreference.CoreferenceTraining.RunFolds(options);
            break;
        default:
            run.Score();
            break;
    }
}

return 0;
