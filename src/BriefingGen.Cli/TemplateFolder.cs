using BriefingGen.Sources;

namespace BriefingGen.Cli;

/// <summary>Where the templates are.</summary>
internal static class TemplateFolder
{
    /// <summary>The folder that was asked for; else <c>templates/daily</c> here; else the one beside the program.</summary>
    /// <exception cref="ConfigurationException">The folder is not there.</exception>
    public static string Find(string? asked)
    {
        if (asked is not null)
        {
            return Directory.Exists(asked)
                ? asked
                : throw new ConfigurationException($"{asked}: there is no such folder of templates.");
        }

        var here = Path.Combine("templates", "daily");
        if (File.Exists(Path.Combine(here, "profile.yaml")))
        {
            return here;
        }

        var shipped = Path.Combine(AppContext.BaseDirectory, "templates", "daily");
        return Directory.Exists(shipped)
            ? shipped
            : throw new ConfigurationException("There is no folder templates/daily here; name one with --templates.");
    }
}
