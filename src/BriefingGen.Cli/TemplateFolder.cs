using BriefingGen.Sources;

namespace BriefingGen.Cli;

/// <summary>Where the templates are.</summary>
internal static class TemplateFolder
{
    /// <summary>The profiles that come with the program.</summary>
    public static readonly string[] Names = ["daily", "weekly", "flash"];

    /// <summary>Where the templates that came with the program lie.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>The folder that was asked for; else <c>templates/daily</c> here; else the one beside the program.</summary>
    /// <exception cref="ConfigurationException">The folder is not there.</exception>
    public static string Find(string? asked)
    {
        if (asked is not null)
        {
            // A folder of briefs may have the name of a profile.
            return File.Exists(Path.Combine(asked, "profile.yaml"))
                ? asked
                : Named(asked)
                    ?? (Directory.Exists(asked) ? asked : null)
                    ?? throw new ConfigurationException(
                        $"{asked}: there is no such folder of templates; by name there are {string.Join(", ", Names)}."
                    );
        }

        var here = Path.Combine("templates", "daily");
        if (File.Exists(Path.Combine(here, "profile.yaml")))
        {
            return here;
        }

        var shipped = Path.Combine(Shipped, "daily");
        return Directory.Exists(shipped)
            ? shipped
            : throw new ConfigurationException("There is no folder templates/daily here; name one with --templates.");
    }

    // "weekly" is templates/weekly here, else the one that came with the program.
    private static string? Named(string asked) =>
        Names.Contains(asked, StringComparer.Ordinal)
            ? new[] { Path.Combine("templates", asked), Path.Combine(Shipped, asked) }.FirstOrDefault(Directory.Exists)
            : null;
}
