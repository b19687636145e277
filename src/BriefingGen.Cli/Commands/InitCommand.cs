using System.CommandLine;
using BriefingGen.Sources;

namespace BriefingGen.Cli.Commands;

/// <summary><c>init</c>: what a new desk starts with. It overwrites nothing.</summary>
internal static class InitCommand
{
    public static Command Create(CliHost host)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The desk's folder; it is made where it is not there.",
        };
        var profile = new Option<string>("--profile")
        {
            Description = "The brief to start from: daily (a day), weekly (seven days) or flash (one story or actor).",
            HelpName = "NAME",
            DefaultValueFactory = _ => "daily",
        };
        profile.AcceptOnlyFromAmong(TemplateFolder.Names);
        var command = new Command(
            "init",
            "Make the folder of a new desk: commented templates, settings and an empty store."
        )
        {
            folder,
            profile,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var desk = new NewDesk(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(profile));
                desk.RequireRoom();
                var made = desk.Write();
                await using (await host.Desk.OpenStore($"sqlite:{desk.Store}", cancellationToken))
                {
                    // Opening makes it.
                }

                foreach (var path in made.Append(desk.Store))
                {
                    await host.Out.WriteLineAsync(path.AsMemory(), cancellationToken);
                }

                await host.Error.WriteLineAsync(
                    $"briefgen: go on there: put articles into {Path.Combine(desk.Folder, "news")}, change {desk.Profile}, and run 'briefgen run news'."
                );
                return ExitCodes.Done;
            }
        );
        return command;
    }
}
