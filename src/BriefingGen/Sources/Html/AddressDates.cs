using System.Text.RegularExpressions;
using BriefingGen.Sources.Dates;

namespace BriefingGen.Sources.Html;

/// <summary>The day that an address names: a year, a month and a day; a year and a month name none.</summary>
internal static partial class AddressDates
{
    /// <summary>The day, or nothing.</summary>
    public static IEnumerable<DateCandidate> Of(Uri? url)
    {
        if (url is null || Form().Match(url.AbsolutePath) is not { Success: true } match)
        {
            yield break;
        }

        var text = $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}";
        foreach (var mention in DateMentions.Of(text))
        {
            yield return new DateCandidate(text, mention, IsVisible: false);
        }
    }

    [GeneratedRegex(
        @"[/_-](?<year>(19|20)[0-9]{2})(?<mark>[/-]?)(?<month>[01][0-9])\k<mark>(?<day>[0-3][0-9])(?=$|[/_.-])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Form();
}
