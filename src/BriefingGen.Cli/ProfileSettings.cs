using System.Collections.Immutable;
using BriefingGen.Cli.Settings;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Cli;

/// <summary>Makes the plan of a schedule from its profile in the settings.</summary>
internal sealed class ProfileSettings(SettingsTable settings)
{
    private const string Default = "default";

    /// <summary>The plan; a schedule that names no profile has <c>default</c>, which need not be set.</summary>
    /// <exception cref="ConfigurationException">The profile is not there, or names a target that is not.</exception>
    public EditionPlan PlanOf(StoredSchedule schedule)
    {
        var name = schedule.Profile ?? Default;
        if (name != Default && !settings.Names("profiles").Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new ConfigurationException(
                $"schedule {schedule.Name}: the settings have no profile '{name}' (profiles.{name}){NearWords.Suggestion(name, settings.Names("profiles"))}"
            );
        }

        var key = $"profiles:{name}";
        var inputs = settings.List($"{key}:inputs").Concat(schedule.Inputs).ToImmutableArray();
        RequireTargets(name);
        return new EditionPlan(
            [.. inputs.Where(input => !IsAddress(input))],
            [.. settings.List($"{key}:feeds").Concat(inputs.Where(IsAddress))],
            TemplateFolder.Find(settings.Text($"{key}:templates") ?? settings.Text("templates")),
            settings.Text($"{key}:output") ?? settings.Text("output")!,
            settings.List($"{key}:formats") is { IsEmpty: false } own ? own
                : settings.List("formats") is { IsEmpty: false } general ? general
                : BriefingPipeline.Formats,
            (int?)settings.Number($"{key}:sinceDays"),
            settings.List($"{key}:targets")
        )
        {
            UnverifiedLimit = settings.UnverifiedLimit,
            FollowLinks = settings.Flag("followLinks"),
            Watch = settings.List($"{key}:watch"),
            AllowedPrivateHosts = settings.List($"{key}:allowPrivateHosts"),
        };
    }

    /// <summary>Sees to it that each target that a profile names is there.</summary>
    /// <exception cref="ConfigurationException">One is not.</exception>
    public void RequireTargets(string profile)
    {
        var known = settings.Names("delivery:targets");
        if (
            settings
                .List($"profiles:{profile}:targets")
                .FirstOrDefault(target => !known.Contains(target, StringComparer.OrdinalIgnoreCase)) is
            { } unknown
        )
        {
            throw new ConfigurationException(
                $"profiles.{profile}.targets: there is no target '{unknown}' (delivery.targets.{unknown}){NearWords.Suggestion(unknown, known)}"
            );
        }
    }

    private static bool IsAddress(string input) => input.Contains("://", StringComparison.Ordinal);
}
