namespace BriefingGen.Cli.Settings;

/// <summary>Finds the setting that somebody may have meant.</summary>
internal static class NearKeys
{
    /// <summary>Words that suggest a key, with a leading semicolon; empty where none is near.</summary>
    public static string Suggestion(string[] key)
    {
        var best = SettingsCatalog
            .Keys.Select(setting => (Shown: Filled(setting, key), Distance: Distance(setting, key)))
            .MinBy(candidate => candidate.Distance);
        return best.Distance <= Math.Max(2, string.Join('.', key).Length / 4) ? $"; did you mean '{best.Shown}'?" : "";
    }

    private static string Filled(SettingKey setting, string[] key) =>
        string.Join(
            '.',
            setting.Parts.Where(part => part != "#").Select((part, i) => part == "*" && i < key.Length ? key[i] : part)
        );

    private static int Distance(SettingKey setting, string[] key)
    {
        var wanted = setting.Parts.Where(part => part != "#").ToArray();
        var given = key.Where((part, i) => !(i > 0 && part.All(char.IsAsciiDigit))).ToArray();
        if (wanted.Length != given.Length)
        {
            return int.MaxValue;
        }

        return wanted
            .Zip(given, (a, b) => a == "*" ? 0 : NearWords.Edits(a.ToUpperInvariant(), b.ToUpperInvariant()))
            .Sum();
    }
}
