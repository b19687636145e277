using System.Globalization;

namespace BriefingGen.Storage;

/// <summary>Shows a hit in its words.</summary>
internal static class Excerpt
{
    private const int Length = 200;
    private const int Before = 60;

    // A stem may have been found: so many letters may be missing at a word's end, and so many must be left.
    private const int LongestEnding = 3;
    private const int ShortestStem = 3;

    /// <summary>At most 200 characters around the first word of the query that can be found; one line.</summary>
    public static string Around(string text, SearchTerms terms)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Length)
        {
            return line;
        }

        var at = terms.Terms.SelectMany(words => words).Select(word => Find(line, word)).FirstOrDefault(i => i >= 0);
        var start = Math.Clamp(at - Before, 0, line.Length - Length);
        // Whole words at both ends, with an ellipsis where something was left out.
        var from = start == 0 ? 0 : line.IndexOf(' ', start) + 1;
        var cut = from > 0 ? "… " : "";
        var room = Length - cut.Length - 2;
        if (line.Length - from <= Length - cut.Length)
        {
            return cut + line[from..];
        }

        var end = line.LastIndexOf(' ', from + room, room);
        return string.Concat(cut, line.AsSpan(from, (end > from ? end : from + room) - from), " …");
    }

    private static int Find(string line, string word)
    {
        for (var cut = 0; cut <= LongestEnding && (cut == 0 || word.Length - cut >= ShortestStem); cut++)
        {
            var at = CultureInfo.InvariantCulture.CompareInfo.IndexOf(
                line,
                word[..^cut],
                CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace
            );
            if (at >= 0)
            {
                return at;
            }
        }

        return -1;
    }
}
