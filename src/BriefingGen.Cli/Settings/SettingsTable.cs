using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Sources;

namespace BriefingGen.Cli.Settings;

/// <summary>A value with the place that it comes from.</summary>
/// <param name="Key">Its key as the catalog writes it, <c>:</c> between the parts.</param>
/// <param name="Value">Its value; a path is made absolute where the place is a file.</param>
/// <param name="Origin">The place.</param>
internal sealed record SettingValue(string Key, string Value, string Origin);

/// <summary>All settings in force. Immutable.</summary>
internal sealed class SettingsTable
{
    private readonly SortedDictionary<string, SettingValue> _values;

    private SettingsTable(SortedDictionary<string, SettingValue> values) => _values = values;

    /// <summary>All values in order of their keys.</summary>
    public IEnumerable<SettingValue> Values => _values.Values;

    /// <summary>Lays layers over one another, the last on top, and checks every value of every layer.</summary>
    /// <exception cref="ConfigurationException">A key is not known or a value is wrong; the message names all of them, one a line.</exception>
    public static SettingsTable Of(IReadOnlyList<SettingsLayer> layers)
    {
        var values = new SortedDictionary<string, SettingValue>(KeyOrder.Instance);
        var problems = new List<string>();
        foreach (var layer in layers)
        {
            var lists = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (key, value) in layer.Values.OrderBy(pair => pair.Key, KeyOrder.Instance))
            {
                var parts = key.Split(':');
                if (SettingsCatalog.Keys.FirstOrDefault(candidate => candidate.Matches(parts)) is not { } setting)
                {
                    problems.Add($"{layer.Origin}: '{Shown(key)}' is no setting{NearKeys.Suggestion(parts)}.");
                }
                else if (setting.Problem(value) is { } problem)
                {
                    problems.Add($"{layer.Origin}: '{Shown(key)}': {problem}.");
                }
                else
                {
                    Set(values, setting, parts, Resolved(setting, value, layer), layer.Origin, lists);
                }
            }
        }

        return problems.Count == 0
            ? new SettingsTable(values)
            : throw new ConfigurationException(string.Join('\n', problems));
    }

    /// <summary>A value; null where there is none.</summary>
    public string? Text(string key) => _values.TryGetValue(key, out var value) ? value.Value : Default(key);

    /// <summary>A number; null where there is none.</summary>
    public long? Number(string key) =>
        Text(key) is { } text ? long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

    /// <summary>Per cent of a brief's statements that may be left out because they do not verify.</summary>
    public int UnverifiedLimit => (int)Number("verification:limit")!.Value;

    /// <summary>A flag; false where there is none.</summary>
    public bool Flag(string key) => Text(key) is { } text && bool.Parse(text);

    /// <summary>A time span; null where there is none.</summary>
    public TimeSpan? Duration(string key) => Text(key) is { } text ? Durations.Parse(text) : null;

    /// <summary>A list's elements in order; empty where there are none.</summary>
    public ImmutableArray<string> List(string key) =>
        [.. _values.Values.Where(value => IsElementOf(value.Key, key)).Select(value => value.Value)];

    /// <summary>The names that stand below a key, such as those of the profiles, in order.</summary>
    public ImmutableArray<string> Names(string key) =>
        [
            .. _values
                .Keys.Where(name => name.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase))
                .Select(name => name[(key.Length + 1)..].Split(':')[0])
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private static bool IsElementOf(string key, string list) =>
        key.StartsWith(list + ":", StringComparison.OrdinalIgnoreCase) && key.AsSpan(list.Length + 1).IndexOf(':') < 0;

    private static string? Default(string key)
    {
        var parts = key.Split(':');
        return SettingsCatalog.Keys.FirstOrDefault(setting => setting.Matches(parts))?.Default;
    }

    // A list that is stated again replaces the one below: elements of two places in one list would surprise.
    private static void Set(
        SortedDictionary<string, SettingValue> values,
        SettingKey setting,
        string[] parts,
        string value,
        string origin,
        HashSet<string> lists
    )
    {
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = setting.Parts[i] is "*" or "#" ? parts[i] : setting.Parts[i];
        }

        var key = string.Join(':', parts);
        if (setting.Parts[^1] == "#")
        {
            var list = key[..key.LastIndexOf(':')];
            if (lists.Add(list))
            {
                foreach (var old in values.Keys.Where(name => IsElementOf(name, list)).ToList())
                {
                    values.Remove(old);
                }
            }
        }

        values[key] = new SettingValue(key, value, origin);
    }

    private static string Resolved(SettingKey setting, string value, SettingsLayer layer) =>
        layer.Folder is null ? value
        : setting.Kind == SettingKind.Path ? Path.GetFullPath(value, layer.Folder)
        : setting.Pattern.EndsWith(":inputs:#", StringComparison.Ordinal)
        && !value.Contains("://", StringComparison.Ordinal)
        && value != "-"
            ? Short(Path.GetFullPath(value, layer.Folder))
        : setting.Kind == SettingKind.Secret && value.StartsWith("file:", StringComparison.Ordinal)
            ? "file:" + Path.GetFullPath(value["file:".Length..], layer.Folder)
        : setting.Pattern == "store" && value.StartsWith("sqlite:", StringComparison.Ordinal)
            ? "sqlite:" + Path.GetFullPath(value["sqlite:".Length..], layer.Folder)
        : value;

    // A brief prints where its articles lay: below the current folder that is no business of the machine's.
    private static string Short(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
    }

    private static string Shown(string key) => key.Replace(':', '.');

    /// <summary>Part by part, elements of lists by their number.</summary>
    private sealed class KeyOrder : IComparer<string>
    {
        public static readonly KeyOrder Instance = new();

        public int Compare(string? x, string? y)
        {
            var (left, right) = ((x ?? "").Split(':'), (y ?? "").Split(':'));
            for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
            {
                var order =
                    int.TryParse(left[i], CultureInfo.InvariantCulture, out var a)
                    && int.TryParse(right[i], CultureInfo.InvariantCulture, out var b)
                        ? a.CompareTo(b)
                        : string.Compare(left[i], right[i], StringComparison.OrdinalIgnoreCase);
                if (order != 0)
                {
                    return order;
                }
            }

            return left.Length.CompareTo(right.Length);
        }
    }
}
