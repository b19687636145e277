namespace BriefingGen.Cli;

/// <summary>Finds the word that somebody who mistyped one may have meant.</summary>
internal static class NearWords
{
    // Nobody mistypes more than this; what is longer is not compared, since that takes as long as it is.
    private const int LongestWord = 100;

    /// <summary>Words that suggest one, with a leading semicolon; empty where none is near.</summary>
    public static string Suggestion(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord)
        {
            return "";
        }

        var best = known
            .Order(StringComparer.Ordinal)
            .Select(candidate => (Word: candidate, Distance: Edits(Folded(word), Folded(candidate))))
            .Where(candidate => candidate.Distance <= Math.Max(2, word.Length / 4))
            .Where(candidate => candidate.Distance < candidate.Word.Length - 1)
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return best.Word is null ? "" : $"; did you mean '{best.Word}'?";
    }

    /// <summary>Single characters put in, left out or changed (Levenshtein 1966), one row.</summary>
    public static int Edits(string a, string b)
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

    private static string Folded(string word) => word.ToUpperInvariant();
}
