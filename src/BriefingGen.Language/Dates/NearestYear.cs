namespace BriefingGen.Language.Dates;

/// <summary>The year in which a date without one most likely lies: just past, or the next to come.</summary>
internal static class NearestYear
{
    // A date without a year that lies farther back than this is more likely to come.
    private const int LongestLookBack = 270;

    // "would observe the truce of 9 September", a week later: a whole year ahead is hardly meant.
    private const int LongestLookAhead = 340;

    /// <summary>The year of a day.</summary>
    public static int Of(DateOnly reference, int month, int day, bool ahead)
    {
        var here = (month * 31) + day;
        var today = (reference.Month * 31) + reference.Day;
        if (ahead && (here >= today || here + 372 - today <= LongestLookAhead))
        {
            return here >= today ? reference.Year : reference.Year + 1;
        }

        var past = here <= today ? reference.Year : reference.Year - 1;
        var distance = ((reference.Year - past) * 372) + today - here;
        return distance <= LongestLookBack ? past : past + 1;
    }

    /// <summary>The year of a month.</summary>
    public static int Of(DateOnly reference, int month, bool ahead)
    {
        if (ahead)
        {
            return month >= reference.Month ? reference.Year : reference.Year + 1;
        }

        var past = month <= reference.Month ? reference.Year : reference.Year - 1;
        return ((reference.Year - past) * 12) + reference.Month - month <= 9 ? past : past + 1;
    }
}
