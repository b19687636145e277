using System.Text.RegularExpressions;
using BriefingGen.Sources;

namespace BriefingGen.Scheduling.Times;

/// <summary>Finds time zones by their IANA names.</summary>
internal static partial class Zones
{
    /// <summary>A zone of the IANA data base.</summary>
    /// <exception cref="ConfigurationException">There is none of that name, or it is a Windows name.</exception>
    public static TimeZoneInfo Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Iana().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId)
        {
            return zone;
        }

        throw new ConfigurationException(
            $"'{name}' is no time zone; expected an IANA name, such as Europe/Brussels or UTC."
        );
    }

    // Only what such names are made of reaches the file system.
    [GeneratedRegex(
        @"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Iana();
}
