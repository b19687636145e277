using System.Text.RegularExpressions;

namespace BriefingGen.Composition.Templates;

/// <summary>
/// A folder of templates and the folder beside it that its profile names under <c>base</c>: what the folder lacks (template
/// files, theme, topics, lists of actors and states) is the base's, so that several profiles of a desk share one set of parts.
/// </summary>
internal static partial class TemplateLayers
{
    private const int LongestProfile = 1_000_000;

    // A profile is its folder's own, and judgements are of one edition.
    private static readonly string[] s_own = ["profile.yaml", "judgements.yaml"];

    /// <summary>The base of a folder; null where its profile names none.</summary>
    /// <param name="folder">The folder; it need not be there.</param>
    public static string? BaseOf(string folder)
    {
        var profile = Path.Combine(folder, "profile.yaml");
        if (!File.Exists(profile) || new FileInfo(profile).Length > LongestProfile)
        {
            return null;
        }

        return BaseKey().Match(File.ReadAllText(profile)) is { Success: true } match
            ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder)) ?? folder, match.Groups["name"].Value)
            : null;
    }

    /// <summary>Where a file of a folder lies: in it, else in its base; in the folder where neither has it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The file's name.</param>
    public static string PathOf(string folder, string name)
    {
        var own = Path.Combine(folder, name);
        return !File.Exists(own) && BaseOf(folder) is { } shared && File.Exists(Path.Combine(shared, name))
            ? Path.Combine(shared, name)
            : own;
    }

    /// <summary>True for a file that a folder has from its base where it lacks it.</summary>
    /// <param name="name">Its name, <c>/</c> between folders.</param>
    public static bool IsShared(string name) => !s_own.Contains(name, StringComparer.Ordinal);

    /// <summary>What may be the name of a base: that of one folder beside the profile's own.</summary>
    /// <param name="name">The value of the key.</param>
    public static bool IsName(string name) => FolderName().IsMatch(name);

    [GeneratedRegex(
        "^base:[ \\t]*[\"']?(?<name>[A-Za-z0-9][A-Za-z0-9_-]*)[\"']?[ \\t]*(#.*)?\\r?$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex BaseKey();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FolderName();
}
