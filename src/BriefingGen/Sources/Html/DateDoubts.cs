using System.Globalization;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Sources.Html;

/// <summary>
/// What on a page speaks against the day that was chosen. A day that readers are shown otherwise, or that nothing they are
/// shown confirms while the page names another, is not taken: a wrong day is worse than none.
/// </summary>
/// <param name="all">All days that the page states of its article.</param>
/// <param name="seen">Days in short lines of the page, whatever they are the days of.</param>
/// <param name="later">Days of later versions: what the page is told to have been changed on, and shows as such.</param>
internal sealed class DateDoubts(
    IReadOnlyList<DateCandidate> all,
    IReadOnlyList<DateOnly> seen,
    IReadOnlyList<DateOnly> later
)
{
    // Until then it is still the day before in America, when Greenwich counts the next.
    private const int FirstHours = 5;

    // A report is mended within days; what is changed after a week is another text.
    private const int DaysOfMending = 7;

    private static readonly DateSource[] InCode =
    [
        DateSource.Linked,
        DateSource.Meta,
        DateSource.Microdata,
        DateSource.LooseMeta,
        DateSource.Address,
    ];

    /// <summary>What speaks against a day; null where nothing does.</summary>
    /// <param name="chosen">The place that states it.</param>
    /// <param name="day">The day.</param>
    public PublicationDate? Of(DateCandidate chosen, DateOnly day)
    {
        if (!Shown(day) && Other(day, DateSource.Labelled, DateSource.Byline, DateSource.Time) is { } shown)
        {
            return Contradicted(day, $"its readers are shown {Text(shown)}");
        }

        if (
            chosen.Source == DateSource.LooseMeta
            && !all.Any(c => c.Source != DateSource.LooseMeta && Agrees(c, day))
            && (seen.Count > 0 || later.Count > 0)
            && !seen.Contains(day)
        )
        {
            return Contradicted(day, "it may be that of a later version");
        }

        if (IsConfirmed(chosen, day))
        {
            return null;
        }

        if (Other(day, InCode) is { } other)
        {
            return Contradicted(day, $"it states {Text(other)} as well");
        }

        if (later.FirstOrDefault(l => l > day.AddDays(DaysOfMending)) is { } changed && changed > day)
        {
            return Contradicted(day, $"it was changed on {Text(changed)}");
        }

        // Nothing is changed before it is there: one of the two is of something else.
        if (later.Count > 0 && later.All(l => l < day))
        {
            return Contradicted(day, $"it was last changed on {Text(later[0])}");
        }

        return chosen.IsUniversal && IsInFirstHours(chosen.Shown)
            ? Contradicted(day, "that is the day of Greenwich, in whose first hours it was")
            : null;
    }

    private bool Shown(DateOnly day) =>
        all.Any(c => c.Source is DateSource.Labelled or DateSource.Byline && Agrees(c, day));

    // By something that readers see; a name in the page's code alone confirms nothing of itself.
    private bool IsConfirmed(DateCandidate chosen, DateOnly day) =>
        all.Any(c =>
            (
                c.Source is DateSource.Labelled or DateSource.Byline or DateSource.Time
                || (c.Source == DateSource.Named && chosen.Source != DateSource.Named)
            ) && Agrees(c, day)
        );

    private DateOnly? Other(DateOnly day, params ReadOnlySpan<DateSource> sources)
    {
        foreach (var candidate in all)
        {
            if (sources.Contains(candidate.Source) && !Agrees(candidate, day))
            {
                return candidate.Mention.Day;
            }
        }

        return null;
    }

    private static bool Agrees(DateCandidate candidate, DateOnly day) =>
        candidate.Mention.Day == day
        || candidate.Mention.MonthFirst == day
        || (candidate.IsUniversal && Math.Abs(candidate.Mention.Day.DayNumber - day.DayNumber) <= 1);

    // Midnight to the second is how machines write a day without an hour.
    private static bool IsInFirstHours(string shown)
    {
        var at = shown.IndexOf('T', StringComparison.Ordinal);
        return at > 0
            && shown.Length >= at + 6
            && int.TryParse(shown.AsSpan(at + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && hour < FirstHours
            && shown.AsSpan(at + 1, 5) is not "00:00";
    }

    private static PublicationDate Contradicted(DateOnly day, string why) =>
        new(
            null,
            "contradictory-date",
            $"states {Text(day)} as the day of its article, but {why}; the article is taken as undated"
        );

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
