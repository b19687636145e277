using System.Globalization;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Sources;

/// <summary>What a publisher has sent out before it may be used.</summary>
internal static class Embargo
{
    /// <summary>
    /// Why an item may not be used yet; null where it may. The run knows the day and no hour: an item is held until the
    /// whole of the day before its own has passed, and one whose time cannot be read is held, too.
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
            ? known > options.Today
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
}
