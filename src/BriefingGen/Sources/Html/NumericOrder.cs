using BriefingGen.Sources.Dates;

namespace BriefingGen.Sources.Html;

/// <summary>In which order a page writes days in figures, told by those that can be read in one way only.</summary>
/// <param name="blocks">The page's words.</param>
/// <param name="shown">The day in question: only those with its mark between the figures tell of it.</param>
internal sealed class NumericOrder(List<PageBlock> blocks, string shown)
{
    private const int MaxLength = 120;

    /// <summary>True where the day goes first, false where the month does; null where nothing tells, or both.</summary>
    public bool? IsDayFirst
    {
        get
        {
            bool dayFirst = false,
                monthFirst = false;
            foreach (var block in blocks.Where(static b => b.Text.Length <= MaxLength))
            {
                foreach (
                    var mention in DateMentions
                        .Of(block.Text)
                        .Where(static m => m is { IsNumeric: true, IsAmbiguous: false })
                )
                {
                    if (!HasMark(block.Text, mention))
                    {
                        continue;
                    }

                    // The figures before the first mark.
                    var first = block.Text.AsSpan(mention.Start, 2).TrimEnd("/-.");
                    var isDay = int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) == mention.Day.Day;
                    var isMonth =
                        int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) == mention.Day.Month;
                    dayFirst |= isDay && !isMonth;
                    monthFirst |= isMonth && !isDay;
                }
            }

            return dayFirst == monthFirst ? null : dayFirst;
        }
    }

    // A page may write 24.11.2026 for its readers and 11/24/2026 for machines.
    private bool HasMark(string text, DateMention mention)
    {
        var mark = text.AsSpan(mention.Start, mention.End - mention.Start).IndexOfAny("/-.");
        return mark < 0 || shown.Contains(text[mention.Start + mark], StringComparison.Ordinal);
    }
}
