using System.Collections.Immutable;
using BriefingGen.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace BriefingGen.Cli.Settings;

/// <summary>What one place says: a file, the environment, the command line.</summary>
/// <param name="Origin">The place, for people.</param>
/// <param name="Folder">The folder that its relative paths start from; null for the current one.</param>
/// <param name="Values">Values by key, <c>:</c> between the parts.</param>
internal sealed record SettingsLayer(string Origin, string? Folder, ImmutableDictionary<string, string> Values)
{
    /// <summary>What variables that begin with this say; two underlines stand between the parts of a key.</summary>
    public const string EnvironmentPrefix = "BRIEFGEN__";

    private const int MaxBytes = 4 << 20;

    /// <summary>A JSON file; comments and commas at an end are allowed.</summary>
    /// <exception cref="ConfigurationException">It cannot be read or is no JSON object.</exception>
    public static SettingsLayer File(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                throw new ConfigurationException($"{path}: larger than any file of settings.");
            }

            using var stream = System.IO.File.OpenRead(path);
            return Of(
                path,
                Path.GetDirectoryName(Path.GetFullPath(path)),
                new JsonStreamConfigurationSource { Stream = stream }
            );
        }
        catch (Exception exception)
            when (exception is FormatException or InvalidDataException or System.Text.Json.JsonException)
        {
            var reason = exception.InnerException?.Message ?? exception.Message;
            throw new ConfigurationException($"{path}: {reason}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The environment's variables.</summary>
    public static SettingsLayer Environment(IReadOnlyDictionary<string, string> variables) =>
        new(
            "environment",
            null,
            variables
                .Where(variable => variable.Key.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase))
                .ToImmutableDictionary(
                    variable =>
                        variable
                            .Key[EnvironmentPrefix.Length..]
                            .Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
                    variable => variable.Value,
                    StringComparer.OrdinalIgnoreCase
                )
        );

    /// <summary>What the catalog says where nobody else does.</summary>
    public static SettingsLayer Defaults() =>
        new(
            "default",
            null,
            SettingsCatalog
                .Keys.Where(key => key.Default is not null && !key.Parts.Contains("*", StringComparer.Ordinal))
                .ToImmutableDictionary(key => key.Pattern, key => key.Default!, StringComparer.OrdinalIgnoreCase)
        );

    private static SettingsLayer Of(string origin, string? folder, IConfigurationSource source)
    {
        var builder = new ConfigurationBuilder();
        builder.Add(source);
        var root = builder.Build();
        return new SettingsLayer(
            origin,
            folder,
            root.AsEnumerable()
                .Where(pair => pair.Value is not null)
                .ToImmutableDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.OrdinalIgnoreCase)
        );
    }
}
