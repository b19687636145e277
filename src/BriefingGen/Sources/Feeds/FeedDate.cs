using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingGen.Sources.Feeds;

/// <summary>
/// Dates as feeds write them: RFC 822 with years of two digits, besides all that other inputs write. The day is the
/// writer's own: a time zone does not move it.
/// </summary>
internal static partial class FeedDate
{
    /// <summary>The date in a form that every input is read in; unchanged where it is none of a feed's own.</summary>
    public static string Normalize(string date)
    {
        var text = Wording.OneLine(date);
        if (text.Length > 80 || Rfc822().Match(text) is not { Success: true } match)
        {
            return text;
        }

        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        // RFC 2822, 4.3: two digits up to 49 are of this century; three count from 1900.
        year += match.Groups["year"].Length == 2 && year < 50 ? 2000 : 1900;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{match.Groups["day"]} {match.Groups["month"]} {year:0000}"
        );
    }

    [GeneratedRegex(
        @"^(\p{L}+,?\s*)?(?<day>\d{1,2})[\s-]+(?<month>[A-Za-z]{3,9})\.?[\s-]+(?<year>\d{2,3})(\s.*)?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Rfc822();
}
