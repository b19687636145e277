using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Evaluation;

namespace BriefingGen.Cli.Commands;

/// <summary><c>eval</c>: scores our own analysis and extraction against gold data.</summary>
internal static class EvalCommand
{
    private const int MostErrors = 10_000;

    public static Command Create(CliHost host)
    {
        var gold = new Argument<string>("GOLD")
        {
            Description =
                "A CoNLL-U file; a folder with text/NAME.txt and attributions/NAME_XXXX.ann; or one with gold.jsonl and "
                + "text/ID.txt.",
        };
        var keepsWords = new Option<bool>("--given-tokens")
        {
            Description = "Keep the words and sentences of the CoNLL-U file instead of reading its raw text.",
        };
        var errors = new Option<int>("--errors")
        {
            Description = "List up to N errors of each kind, with article and offsets.",
            HelpName = "N",
        };
        errors.Validators.Add(result =>
        {
            // The value itself throws where it is no number.
            if (
                result.Tokens is [var token]
                && !(
                    int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                    && n <= MostErrors
                )
            )
            {
                result.AddError($"--errors takes a number from 0 to {MostErrors}.");
            }
        });
        var predictions = new Option<string?>("--predictions")
        {
            Description = "Also write what was scored, as parse or extract print it.",
            HelpName = "FILE",
        };
        var templates = CommonOptions.Templates();
        var json = CommonOptions.Json();
        var command = new Command("eval", "Score our analysis and extraction against gold data.")
        {
            gold,
            keepsWords,
            errors,
            predictions,
            templates,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var path = parsed.GetRequiredValue(gold);
                EvaluationResult result;
                try
                {
                    result = await BriefingPipeline
                        .Create(host.Clock)
                        .EvaluateAsync(
                            path,
                            parsed.GetValue(keepsWords),
                            () => TemplateFolder.Find(parsed.GetValue(templates)),
                            cancellationToken
                        );
                }
                catch (Exception exception)
                    when (exception
                            is IOException
                                or UnauthorizedAccessException
                                or InvalidDataException
                                or ConlluFormatException
                    )
                {
                    await host.Error.WriteLineAsync($"briefgen: {path}: {exception.Message}");
                    return ExitCodes.NoInput;
                }

                if (parsed.GetValue(predictions) is { } file)
                {
                    Write(file, result.Predictions);
                }

                var listed = Listed(result.Report, parsed.GetValue(errors));
                var text = parsed.GetValue(json) ? Json(path, result, listed) : Table(result, listed);
                await host.Out.WriteLineAsync(text.AsMemory(), cancellationToken);
                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static List<ScoreError> Listed(ScoreReport report, int most) =>
        [
            .. report
                .Errors.GroupBy(static error => error.Kind, StringComparer.Ordinal)
                .OrderBy(static kind => kind.Key, StringComparer.Ordinal)
                .SelectMany(kind => kind.Take(most)),
        ];

    private static string Table(EvaluationResult result, List<ScoreError> errors)
    {
        // Treebank figures differ in the second place, those of extraction hardly in the first.
        var digits = result.Kind == "conllu" ? "F2" : "F1";
        var lines = new List<string> { $"{"", -16}{"P", 8}{"R", 8}{"F1", 8}   right/spurious/missed" };
        lines.AddRange(
            result.Report.Rows.Select(row =>
                row.Precision is { } precision
                    ? $"{row.Name, -16}{Number(precision), 8}{Number(row.Recall ?? 0), 8}{Number(row.Value), 8}   {row.Right}/{row.Spurious}/{row.Missed}"
                    : $"{row.Name, -16}{"", 8}{Number(row.Value), 8}{"", 8}   {row.Right} of {row.Right + row.Missed}"
            )
        );
        lines.AddRange(result.Report.Notes);
        if (errors.Count > 0)
        {
            lines.Add("");
            lines.Add(
                "errors: "
                    + string.Join(
                        ", ",
                        result
                            .Report.Errors.CountBy(static error => error.Kind, StringComparer.Ordinal)
                            .OrderBy(static kind => kind.Key, StringComparer.Ordinal)
                            .Select(static kind => $"{kind.Key} {kind.Value}")
                    )
            );
            lines.AddRange(
                errors.Select(static error =>
                    $"{error.Kind}\t{error.Article}:{error.Start}-{error.End}\t{OneLine(error.Expected)}\t{OneLine(error.Found)}"
                )
            );
        }

        return string.Join('\n', lines);

        string Number(double value) => value.ToString(digits, CultureInfo.InvariantCulture);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');

    private static string Json(string gold, EvaluationResult result, List<ScoreError> errors) =>
        JsonSerializer.Serialize(
            new
            {
                schema = "briefgen.eval/1",
                gold,
                result.Kind,
                figures = result.Report.Rows,
                result.Report.Notes,
                errorCounts = result
                    .Report.Errors.CountBy(static error => error.Kind, StringComparer.Ordinal)
                    .OrderBy(static kind => kind.Key, StringComparer.Ordinal)
                    .ToDictionary(static kind => kind.Key, static kind => kind.Value, StringComparer.Ordinal),
                errors,
            },
            JsonSummary.Options
        );

    // Aside and renamed: never half a file.
    private static void Write(string path, IEnumerable<string> lines)
    {
        var aside = path + ".partial";
        try
        {
            using (var writer = new StreamWriter(aside) { NewLine = "\n" })
            {
                foreach (var line in lines)
                {
                    writer.WriteLine(line);
                }
            }

            File.Move(aside, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RenderingException($"{path}: cannot be written: {exception.Message}", exception);
        }
    }
}
