namespace BriefingGen.Composition.Templates;

/// <summary>Finds the known name that a mistyped one most likely meant.</summary>
internal static class Nearest
{
    // Nobody mistypes more than this; what is longer is not compared, since that takes as long as it is.
    private const int LongestName = 100;

    /// <summary>The end of an error message: <c>; did you mean "x"?</c>, or the known names where none is near.</summary>
    public static string Hint(string name, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var best = names
            .Where(candidate => name.Length <= LongestName && candidate.Length <= LongestName)
            .Select(candidate => (candidate, distance: Distance(name, candidate)))
            .Where(pair => pair.distance <= Math.Max(2, name.Length / 3))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
        if (best is not null)
        {
            return $"; did you mean \"{best}\"?";
        }

        return names.Count == 0 ? string.Empty : $"; known are {string.Join(", ", names.Take(40))}";
    }

    // Levenshtein 1966, two rows.
    private static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
