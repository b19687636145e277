using System.Collections.Frozen;
using System.Globalization;

namespace BriefingGen.Sources.Dates;

/// <summary>The months by their names, read from <c>months.tsv</c>.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> Names = Load();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of the month of a name, from 1; null for no name of a month.</summary>
    public static int? Number(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var month) ? month : null;

    private static FrozenDictionary<string, int> Load()
    {
        using var stream = typeof(MonthNames).Assembly.GetManifestResourceStream("BriefingGen.months.tsv")!;
        using var reader = new StreamReader(stream);
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var number, var list])
            {
                continue;
            }

            var month = int.Parse(number, CultureInfo.InvariantCulture);
            foreach (var name in list.Split(' '))
            {
                names[name] = month;
            }
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
