using System.Collections.Immutable;
using BriefingGen.Sources;

namespace BriefingGen.Cli.Settings;

/// <summary>
/// Reads the settings: defaults, then <c>appsettings.json</c> beside the program, <c>briefgen.json</c> in the current
/// folder (or the file of <c>--config</c>), the environment, and the command line, each over those before it.
/// </summary>
internal static class SettingsReader
{
    public const string FileName = "briefgen.json";

    /// <summary>Reads and checks them.</summary>
    /// <param name="host">Gives the environment.</param>
    /// <param name="file">The file that <c>--config</c> names; null for <see cref="FileName"/> where it is there.</param>
    /// <param name="arguments">What the command line sets, by key; null values are left out.</param>
    /// <exception cref="ConfigurationException">A file is missing or wrong, a key is not known, or a value is wrong.</exception>
    public static SettingsTable Read(CliHost host, string? file, params (string Key, string? Value)[] arguments)
    {
        var layers = new List<SettingsLayer> { SettingsLayer.Defaults() };
        var beside = Path.Combine(AppContext.BaseDirectory, "appsettings.json");
        if (File.Exists(beside))
        {
            layers.Add(SettingsLayer.File(beside));
        }

        var own = file ?? FileName;
        if (File.Exists(own))
        {
            layers.Add(SettingsLayer.File(own));
        }
        else if (file is not null)
        {
            throw new ConfigurationException($"{file}: there is no such file of settings.");
        }

        layers.Add(SettingsLayer.Environment(host.Environment));
        layers.Add(
            new SettingsLayer(
                "command line",
                null,
                arguments
                    .Where(argument => argument.Value is not null)
                    .ToImmutableDictionary(
                        argument => argument.Key,
                        argument => argument.Value!,
                        StringComparer.OrdinalIgnoreCase
                    )
            )
        );
        foreach (var value in layers.SelectMany(layer => layer.Values.Values))
        {
            host.Redactor.LearnFrom(value);
        }

        var settings = SettingsTable.Of(layers);
        foreach (var secret in settings.Values.Where(value => SettingsCatalog.IsSecret(value.Key)))
        {
            SecretText.Learn(host, secret.Value);
        }

        return settings;
    }
}
