using System.Text.RegularExpressions;
using BriefingGen.Sources;

namespace BriefingGen.Cli;

/// <summary>The folder of a new desk: templates of its own, settings, a folder for articles.</summary>
/// <param name="folder">The desk's folder.</param>
/// <param name="profile">One of <see cref="TemplateFolder.Names"/>.</param>
internal sealed partial class NewDesk(string folder, string profile)
{
    private const string Settings = """
        // Settings of this desk. Comments are allowed; a key that does not exist is an error with a suggestion.
        //   briefgen config validate          checks this file
        //   briefgen config show --origin     says which value comes from where
        //   briefgen config schema            prints all keys, for an editor
        {
          // Where articles, facts, editions and decisions of reviewers are kept; or "postgres://user@host/database".
          "store": "sqlite:desk.db",
          // The brief's sections, wording and look: plain files, yours to change.
          "templates": "templates/PROFILE",
          // DIR/DATE/brief.pdf and the other formats.
          "output": "briefs",
          // What a schedule reads: 'briefgen schedule add daily --cron "0 6 * * *" --zone Europe/Brussels', then 'briefgen serve'.
          "profiles": { "default": { "inputs": ["news"], "sinceDays": DAYS } }
        }

        """;

    /// <summary>The desk's folder.</summary>
    public string Folder => folder;

    /// <summary>Its store.</summary>
    public string Store => Path.Combine(folder, "desk.db");

    /// <summary>Its profile.</summary>
    public string Profile => Path.Combine(Templates, "profile.yaml");

    private string Templates => Path.Combine(folder, "templates", profile);

    private string Schemas => Path.Combine(folder, "templates", "schemas");

    private string SettingsFile => Path.Combine(folder, "briefgen.json");

    /// <summary>Refuses to write over what is there.</summary>
    /// <exception cref="ConfigurationException">A file or folder that would be made is there already.</exception>
    public void RequireRoom()
    {
        var taken = new[] { SettingsFile, Store, Templates }.FirstOrDefault(path => Path.Exists(path));
        if (taken is not null)
        {
            throw new ConfigurationException($"{taken} is there already; 'init' overwrites nothing.");
        }
    }

    /// <summary>Writes all but the store.</summary>
    /// <returns>The files and folders made.</returns>
    public IReadOnlyList<string> Write()
    {
        Directory.CreateDirectory(Path.Combine(folder, "news"));
        Directory.CreateDirectory(Templates);
        // One folder that needs no other: what the profile shares with the daily one is copied, too.
        foreach (var (name, source) in Parts())
        {
            var text = File.ReadAllText(source);
            File.WriteAllText(Path.Combine(Templates, name), name == "profile.yaml" ? Alone(text) : text);
        }

        Directory.CreateDirectory(Schemas);
        foreach (var schema in Directory.EnumerateFiles(Path.Combine(TemplateFolder.Shipped, "schemas")))
        {
            File.Copy(schema, Path.Combine(Schemas, Path.GetFileName(schema)), overwrite: true);
        }

        File.WriteAllText(
            SettingsFile,
            Settings
                .Replace("PROFILE", profile, StringComparison.Ordinal)
                .Replace("DAYS", profile == "weekly" ? "7" : "3", StringComparison.Ordinal)
        );
        return [Templates, Schemas, SettingsFile];
    }

    private IEnumerable<(string Name, string Source)> Parts()
    {
        var own = Path.Combine(TemplateFolder.Shipped, profile);
        var shared = Path.Combine(TemplateFolder.Shipped, "daily");
        return Directory
            .EnumerateFiles(own)
            .Concat(Directory.EnumerateFiles(shared))
            .Select(path => (Path.GetFileName(path), path))
            .DistinctBy(file => file.Item1, StringComparer.Ordinal);
    }

    // The copy stands alone: the key and the words about it go.
    private static string Alone(string text) => BaseLines().Replace(text, string.Empty);

    [GeneratedRegex("(^#[^\\n]*\\n)*^base:[^\\n]*\\n\\n?", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex BaseLines();
}
