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

        return wanted.Zip(given, (a, b) => a == "*" ? 0 : Edits(a.ToUpperInvariant(), b.ToUpperInvariant())).Sum();
    }

    // Levenshtein's distance: single characters put in, left out or changed.
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (corner, first) = (row[0], i);
            row[0] = first;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[b.Length];
    }
}
