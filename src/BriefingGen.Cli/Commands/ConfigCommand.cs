using System.CommandLine;
using System.Text.Json;
using BriefingGen.Cli.Settings;
using BriefingGen.Sources;

namespace BriefingGen.Cli.Commands;

/// <summary><c>config</c>: shows and checks the settings.</summary>
internal static class ConfigCommand
{
    public static Command Create(CliHost host)
    {
        var command = new Command("config", "Show and check the settings.");
        command.Subcommands.Add(Show(host));
        command.Subcommands.Add(Validate(host));
        command.Subcommands.Add(Schema(host));
        return command;
    }

    private static Command Show(CliHost host)
    {
        var origin = new Option<bool>("--origin") { Description = "Say where each value comes from." };
        var json = CommonOptions.Json();
        var command = new Command("show", "Print the settings in force; secrets only by where they stand.")
        {
            origin,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = SettingsReader.Read(host, parsed.GetValue(CommonOptions.Config));
                var text = parsed.GetValue(json)
                    ? JsonSerializer.Serialize(
                        new { schema = "briefgen.config/1", settings = settings.Values },
                        JsonSummary.Options
                    )
                    : string.Join('\n', settings.Values.Select(value => Line(value, parsed.GetValue(origin))));
                await host.Out.WriteLineAsync(text.AsMemory(), cancellationToken);
                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static Command Validate(CliHost host)
    {
        var command = new Command("validate", "Check the settings and say nothing where they are right.");
        command.SetAction(parsed =>
        {
            var settings = SettingsReader.Read(host, parsed.GetValue(CommonOptions.Config));
            var problems = SettingsCheck.Problems(settings).ToList();
            return problems.Count == 0 ? ExitCodes.Done : throw new ConfigurationException(string.Join('\n', problems));
        });
        return command;
    }

    private static Command Schema(CliHost host)
    {
        var command = new Command("schema", "Print the JSON Schema of briefgen.json, for editors.");
        command.SetAction(
            async (_, cancellationToken) =>
            {
                var schema = SettingsSchema.Build().ToJsonString(JsonSummary.Options);
                await host.Out.WriteLineAsync(schema.AsMemory(), cancellationToken);
                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static string Line(SettingValue value, bool withOrigin) =>
        $"{value.Key.Replace(':', '.')} = {value.Value}" + (withOrigin ? $"    ({value.Origin})" : "");
}
