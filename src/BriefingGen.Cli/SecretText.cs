using BriefingGen.Sources;

namespace BriefingGen.Cli;

/// <summary>Reads a secret from where the settings say that it stands; it is never printed.</summary>
internal static class SecretText
{
    private const int MaxBytes = 1 << 16;

    /// <summary>Lets the process's redactor know a secret, so that it is never told; one that is not there is none to tell.</summary>
    public static void Learn(CliHost host, string reference)
    {
        try
        {
            host.Redactor.Learn(Read(host, string.Empty, reference));
        }
        catch (ConfigurationException)
        {
            // Who needs it will say that it is missing.
        }
    }

    /// <summary>The secret behind <c>env:NAME</c> or <c>file:PATH</c>, without line ends at its end.</summary>
    /// <exception cref="ConfigurationException">It is not there; the message names the place only.</exception>
    public static string Read(CliHost host, string key, string reference)
    {
        if (reference.StartsWith("env:", StringComparison.Ordinal))
        {
            var name = reference["env:".Length..];
            return host.Environment.TryGetValue(name, out var value) && value.Length > 0
                ? value
                : throw new ConfigurationException($"'{key}': the environment has no variable {name}.");
        }

        var path = reference["file:".Length..];
        try
        {
            return new FileInfo(path).Length <= MaxBytes
                ? File.ReadAllText(path).TrimEnd('\r', '\n')
                : throw new ConfigurationException($"'{key}': {path} is larger than any secret.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"'{key}': {path} cannot be read: {exception.Message}", exception);
        }
    }
}
