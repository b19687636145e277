namespace BriefingGen.Composition.Markup;

/// <summary>
/// What it costs to read Markdown. The parser matches the marks of a paragraph or table with each other, which takes as
/// long as the product of their numbers: ten thousand stars in a line take seconds, a million would take days, and
/// nothing could stop it.
/// </summary>
internal static class MarkdownCost
{
    /// <summary>About ten seconds; the table of a thousand sources costs a hundredth of it.</summary>
    public const long Limit = 1_000_000_000;

    /// <summary>The cost of a text: of each run of lines without an empty one, marks that pair times all marks.</summary>
    public static long Of(ReadOnlySpan<char> markdown)
    {
        long cost = 0,
            pairs = 0,
            all = 0;
        foreach (var line in markdown.EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                (cost, pairs, all) = (cost + (pairs * all), 0, 0);
                continue;
            }

            for (var i = 0; i < line.Length; i++)
            {
                switch (line[i])
                {
                    case '\\':
                        i++;
                        break;
                    case '*' or '_' or '[':
                        pairs++;
                        all++;
                        break;
                    case '|' or ']' or '`' or '<':
                        all++;
                        break;
                }
            }
        }

        return cost + (pairs * all);
    }
}
