using System.Globalization;

namespace BriefingGen.Cli.Settings;

/// <summary>Time spans as people write them: a whole number with its unit.</summary>
internal static class Durations
{
    /// <summary>Reads <c>90s</c>, <c>15m</c>, <c>36h</c> or <c>7d</c>; null for anything else, and for more than ten years.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (
            text.Length < 2
            || !int.TryParse(
                text.AsSpan(0, text.Length - 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var n
            )
        )
        {
            return null;
        }

        TimeSpan? span = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(n),
            'm' => TimeSpan.FromMinutes(n),
            'h' => TimeSpan.FromHours(n),
            'd' => TimeSpan.FromDays(n),
            _ => null,
        };
        return span <= TimeSpan.FromDays(3653) ? span : null;
    }
}
