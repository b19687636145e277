using BriefingGen.Training;

string[] order = ["words", "vectors", "teacher", "encoder", "tagger", "lemmas", "ner", "repair", "attribution", "score", "wikigold"];
var options = TrainingOptions.Parse(args);
var wanted = options.Components is [] or ["all"]
    ? order.Where(c => (c is not ("words" or "vectors") || options.Embeddings is not null) && c is not "wikigold").ToArray()
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
        case "vectors":
            run.Vectors();
            break;
        case "teacher":
            run.Teacher();
            break;
        case "encoder":
            run.Encoder();
            break;
        case "tagger":
            run.Tagger();
            break;
        case "lemmas":
            run.Lemmas();
            break;
        case "ner":
            run.Entities();
            break;
        case "repair":
            BriefingGen.Training.Repair.RepairTraining.Run(options.Data, options.Models);
            break;
        case "attribution":
            BriefingGen.Training.Attribution.AttributionTraining.Run(options, run.Pipeline());
            break;
        case "wikigold":
            EntityScores.CrossValidate(options, Console.Out);
            break;
        default:
            run.Score();
            break;
    }
}

return 0;
