namespace BriefingGen.Language.Text.Repair;

/// <summary>Finds the two spaces that a lost dash left: "could  over time  force".</summary>
internal static class DashRestorer
{
    // Text set with spaces (tables, justified lines) has many gaps and lost no dashes.
    private const int WordsForEachGap = 25;

    /// <summary>The gaps of a document's regions; none where they are too many to be dashes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="regions">The parts that are read.</param>
    /// <param name="words">About how many words the regions hold.</param>
    public static List<TextEdit> Find(string text, IEnumerable<TextRegion> regions, int words)
    {
        var edits = new List<TextEdit>();
        foreach (var region in regions)
        {
            for (var i = region.Span.Start + 1; i + 2 < region.Span.End; i++)
            {
                if (IsGap(text, i))
                {
                    edits.Add(new TextEdit(new TextSpan(i, i + 2), " \u2013 ", EditKind.Dash, 0.85));
                    i++;
                }
            }
        }

        return edits.Count * WordsForEachGap <= words + WordsForEachGap ? edits : [];
    }

    // Two spaces behind a full stop are a typist's habit.
    private static bool IsGap(string text, int at) =>
        text[at] == ' '
        && text[at + 1] == ' '
        && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '%' or ')')
        && (char.IsLetterOrDigit(text[at + 2]) || text[at + 2] is '$');
}
