using System.CommandLine;
using BriefingGen.Cli.Settings;
using BriefingGen.Extraction.Facts;
using BriefingGen.Sources;

namespace BriefingGen.Cli.Commands;

/// <summary><c>extract</c>: facts as JSON Lines on standard output, in input order.</summary>
internal static class ExtractCommand
{
    public static Command Create(CliHost host)
    {
        var inputs = CommonOptions.Inputs();
        var templates = CommonOptions.Templates();
        var links = CommonOptions.FollowLinks();
        var strict = CommonOptions.Strict();
        var command = new Command("extract", "Print the facts of articles as JSON Lines.")
        {
            inputs,
            templates,
            links,
            strict,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = SettingsReader.Read(host, parsed.GetValue(CommonOptions.Config));
                using var fetcher = DeskWiring.FetcherFor(parsed.GetRequiredValue(inputs), settings, host.Clock);
                var pipeline = BriefingPipeline.Create(host.Clock, fetcher);
                var reading = await pipeline.ReadAsync(
                    parsed.GetRequiredValue(inputs),
                    host.OpenInput,
                    null,
                    null,
                    new InputScope { FollowLinks = parsed.GetValue(links) || settings.Flag("followLinks") },
                    cancellationToken
                );
                await ProgressDisplay.NameAsync(host, reading.SetAside, reading.Notes);
                var desk = Desk.Load(TemplateFolder.Find(parsed.GetValue(templates)), parsed.GetRequiredValue(inputs));
                foreach (var facts in pipeline.Extract(reading, desk, null, cancellationToken))
                {
                    foreach (var fact in facts.All)
                    {
                        await host.Out.WriteLineAsync(FactJson.Write(fact).AsMemory(), cancellationToken);
                    }
                }

                if (reading.Articles.Length == 0)
                {
                    await host.Error.WriteLineAsync("briefgen: no input could be read.");
                    return ExitCodes.NoInput;
                }

                return parsed.GetValue(strict) && reading.SetAside.Length > 0 ? ExitCodes.SetAside : ExitCodes.Done;
            }
        );
        return command;
    }
}
