using System.CommandLine;

namespace BriefingGen.Cli.Commands;

/// <summary><c>schedule history</c>: runs, newest first.</summary>
internal static class ScheduleHistoryCommand
{
    public static Command Create(CliHost host)
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "Name of the schedule. Without it: all of them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var limit = new Option<int>("--limit")
        {
            Description = "At most so many runs.",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var number) || number < 1))
            {
                result.AddError("--limit: expected a number from 1.");
            }
        });
        var (store, json) = (StoreOption.Create(), CommonOptions.Json());
        var command = new Command("history", "List runs, newest first.") { name, limit, store, json };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                var runs = await opened.Runs.ListAsync(
                    parsed.GetValue(name),
                    parsed.GetValue(limit),
                    cancellationToken
                );
                await ScheduleCommand.PrintAsync(
                    host,
                    parsed.GetValue(json),
                    new { schema = "briefgen.schedule.history/1", runs = runs.Select(ScheduleText.Json) },
                    runs.Select(ScheduleText.Line),
                    cancellationToken
                );
                return ExitCodes.Done;
            }
        );
        return command;
    }
}
