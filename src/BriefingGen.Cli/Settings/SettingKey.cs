using System.Collections.Immutable;
using System.Globalization;

namespace BriefingGen.Cli.Settings;

/// <summary>What values a setting takes.</summary>
internal enum SettingKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number within bounds.</summary>
    Number,

    /// <summary>A time span: <c>90s</c>, <c>15m</c>, <c>36h</c>, <c>7d</c>.</summary>
    Duration,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A file or folder; a relative one starts from the folder of the file that states it.</summary>
    Path,

    /// <summary>An address with <c>http</c> or <c>https</c>.</summary>
    Address,

    /// <summary>Where a secret stands: <c>env:NAME</c> or <c>file:PATH</c>; never the secret.</summary>
    Secret,
}

/// <summary>One setting that there is.</summary>
/// <param name="Pattern">Its key with <c>:</c> between the parts; <c>*</c> stands for a name that the user chooses, <c>#</c> for the number of a list's element.</param>
/// <param name="Kind">What values it takes.</param>
/// <param name="Default">Its value where nobody sets it; null for none.</param>
/// <param name="Help">What it is for, one sentence.</param>
internal sealed record SettingKey(string Pattern, SettingKind Kind, string? Default, string Help)
{
    /// <summary>The words of a <see cref="SettingKind.Choice"/>.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Smallest and largest <see cref="SettingKind.Number"/>.</summary>
    public (long Least, long Most) Bounds { get; init; } = (0, int.MaxValue);

    /// <summary>The parts of <see cref="Pattern"/>.</summary>
    public string[] Parts { get; } = Pattern.Split(':');

    /// <summary>True where a key has this setting's shape.</summary>
    public bool Matches(string[] key)
    {
        if (key.Length != Parts.Length)
        {
            return false;
        }

        for (var i = 0; i < key.Length; i++)
        {
            var fits = Parts[i] switch
            {
                "*" => key[i].Length > 0,
                "#" => key[i].All(char.IsAsciiDigit),
                var name => string.Equals(name, key[i], StringComparison.OrdinalIgnoreCase),
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What is wrong with a value; null where it is right.</summary>
    public string? Problem(string value) =>
        Kind switch
        {
            SettingKind.Flag when !bool.TryParse(value, out _) => "expected true or false",
            SettingKind.Number
                when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    || number < Bounds.Least
                    || number > Bounds.Most => $"expected a whole number from {Bounds.Least} to {Bounds.Most}",
            SettingKind.Duration when Durations.Parse(value) is null =>
                "expected a time span such as 90s, 15m, 36h, 7d",
            SettingKind.Choice when !Choices.Contains(value, StringComparer.OrdinalIgnoreCase) =>
                $"expected one of {string.Join(", ", Choices)}",
            SettingKind.Address
                when !Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") =>
                "expected an address with http or https",
            SettingKind.Secret
                when !value.StartsWith("env:", StringComparison.Ordinal)
                    && !value.StartsWith("file:", StringComparison.Ordinal) =>
                "a secret does not stand in the settings: write env:NAME or file:PATH, where it stands",
            SettingKind.Path when value.Contains('\0', StringComparison.Ordinal) => "expected a path",
            _ => null,
        };
}
