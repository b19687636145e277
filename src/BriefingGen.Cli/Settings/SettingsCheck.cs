using BriefingGen.Sources;

namespace BriefingGen.Cli.Settings;

/// <summary>
/// Looks whether settings that are right one by one make sense together: what targets need by their kind, and what
/// profiles name. <c>config validate</c> and <c>doctor</c> both ask here, so that they agree.
/// </summary>
internal static class SettingsCheck
{
    /// <summary>What does not hold, a line each, with the key as a file of settings writes it.</summary>
    public static IEnumerable<string> Problems(SettingsTable settings)
    {
        var problems = new List<string>();
        Look(problems, () => new DeliveryWiring(settings).Read());
        var profiles = new ProfileSettings(settings);
        foreach (var name in settings.Names("profiles"))
        {
            Look(problems, () => profiles.RequireTargets(name));
        }

        return problems;
    }

    private static void Look(List<string> problems, Action look)
    {
        try
        {
            look();
        }
        catch (ConfigurationException exception)
        {
            problems.AddRange(exception.Message.Split('\n'));
        }
    }
}
