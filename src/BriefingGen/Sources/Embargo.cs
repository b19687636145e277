using System.Globalization;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Sources;

/// <summary>What a publisher has sent out before it may be used.</summary>
internal static class Embargo
{
    /// <summary>
    /// Why an item may not be used yet; null where it may. Where the run knows its moment and the embargo its own, the two
    /// are compared; else the days are. One whose end cannot be read is held.
    /// </summary>
    /// <param name="at">Where it stands.</param>
    /// <param name="until">The time as written; null for none.</param>
    /// <param name="options">The day of the run.</param>
    public static ReadResult? Aside(RecordPlace at, string? until, ReadOptions options)
    {
        if (string.IsNullOrWhiteSpace(until))
        {
            return null;
        }

        var day = PublicationDate.ReadField(until, DateOnly.MaxValue.AddDays(-10)).Value;
        return day is { } known
            ? IsAhead(until, known, options)
                ? at.Aside(
                    "embargoed",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"is under embargo until {Wording.Short(until)}; it is not used before {known:yyyy-MM-dd}"
                    )
                )
                : null
            : at.Aside("embargoed", $"is under an embargo whose end cannot be read (\"{Wording.Short(until)}\")");
    }

    private static bool IsAhead(string until, DateOnly day, ReadOptions options) =>
        options.Now is { } now
        && until.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(
            until.Trim(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? moment > now
            : day > options.Today;
}
