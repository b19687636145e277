using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using BriefingGen.Language.Text;

namespace BriefingGen.Sources.Duplicates;

/// <summary>The place and the agency at the start of a wire story: <c>LAKEPORT (Reuters) - …</c>.</summary>
/// <param name="Place">Where it was filed, letters only, lower case.</param>
/// <param name="Agency">As written.</param>
internal sealed partial record Dateline(string Place, string Agency)
{
    private const int SearchLength = 140;
    private const int FirstLines = 10;
    private const int MostDays = 3;

    // A known agency needs no dash after it: texts lose their dashes.
    private static readonly FrozenSet<string> Known =
        "Reuters AP AFP UPI dpa DPA Xinhua TASS Interfax ANSA EFE Kyodo PTI ANI IANS Yonhap Anadolu AA Bloomberg CNN PA APA KUNA WAM SPA MENA"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads the dateline of one of the first two paragraphs; null where there is none.</summary>
    public static Dateline? Of(Article article)
    {
        foreach (var region in article.Regions.Where(static r => r.Kind == RegionKind.Paragraph).Take(2))
        {
            var span = article.Text.Slice(region.Span);
            var match = Form().Match(span[..Math.Min(span.Length, SearchLength)].ToString());
            if (
                match.Success
                && (
                    match.Groups["dash"].Success
                    || (Known.Contains(match.Groups["agency"].Value) && IsBeginning(span[match.Length..].TrimStart()))
                )
            )
            {
                var place = string.Concat(match.Groups["place"].Value.Where(char.IsAsciiLetter)).ToLowerInvariant();
                return new Dateline(place, match.Groups["agency"].Value);
            }
        }

        return null;
    }

    /// <summary>
    /// The day that words such as "Sunday" are told against: that of a dateline ("LAKEPORT, May 3 (Wire) -") which is at most
    /// three days before the publication, else the publication itself.
    /// </summary>
    /// <param name="text">The article.</param>
    /// <param name="published">Its day.</param>
    public static DateOnly ToldOn(string text, DateOnly published)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++lines > FirstLines)
            {
                break;
            }

            var match = Filed().Match(line[..Math.Min(line.Length, SearchLength)].ToString());
            if (
                match.Success
                && DateOnly.TryParseExact(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{match.Groups["month"].Value} {match.Groups["day"].Value} {published.Year}"
                    ),
                    ["MMMM d yyyy", "MMM d yyyy"],
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var filed
                )
                && published.DayNumber - filed.DayNumber is >= 0 and <= MostDays
            )
            {
                return filed;
            }
        }

        return published;
    }

    /// <summary>
    /// Length of the dateline that a paragraph begins with, dash and white space behind it included; 0 where there is
    /// none. It belongs to no sentence: who reads on reads past it.
    /// </summary>
    public static int LengthIn(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, SearchLength)].ToString();
        var capitals = Capitals().Match(head);
        return capitals.Success ? capitals.Length : WithAgency(head);
    }

    // "Lakeport (Wire) - Talks", "LAKEPORT, May 3 (Reuters) Talks": a sentence follows, so "Ada Lind (Reuters) writes" is none.
    private static int WithAgency(string head)
    {
        var form = Form().Match(head);
        if (!form.Success || !(form.Groups["dash"].Success || Known.Contains(form.Groups["agency"].Value)))
        {
            return 0;
        }

        var rest = head.AsSpan(form.Length).TrimStart([' ', '\u00A0', '\t', '-', '–', '—', '_']);
        return IsBeginning(rest) ? head.Length - rest.Length : 0;
    }

    private static bool IsBeginning(ReadOnlySpan<char> text) =>
        !text.IsEmpty
        && (char.IsUpper(text[0]) || char.IsDigit(text[0]) || text[0] is '"' or '“' or '\'' or '‘' or '«');

    // "LAKEPORT (Reuters) - ", "WESTPORT, Northland (AP) ", "LAKEPORT, Nov. 19 — ", "April 30 (Reuters) - ": a place in capitals,
    // a day, an agency or a dash or both. Generated: the machine of NonBacktracking costs more to start than a run of one
    // article reads. Every repeat in it is bounded or followed by what ends it, so the time stays linear, and no clock is
    // needed.
    private const string Day =
        @"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December)\.? [0-9]{1,2}(, [0-9]{4})?";

    private const string Places =
        @"\p{Lu}[\p{Lu} ]\p{Lu}[\p{Lu} .'’/-]{0,30}(, \p{Lu}[\p{L}.]{1,20}( \p{Lu}\p{L}{1,20})?){0,2}";

    [GeneratedRegex(
        @"^("
            + Places
            + @"(,? "
            + Day
            + @")?|"
            + Day
            + @"(?=,? \())\.?,?(\s*\(\p{L}[\p{L} ]{1,30}\)(\s*[―—–-]{1,2})?|\s*[―—–]|\s+-{1,2})\s+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Capitals();

    [GeneratedRegex(
        @"^(?<place>\p{Lu}[\p{L}\p{N} .,'’/-]{1,60}?)\s*\((?<agency>\p{L}{2,14}|\p{Lu}\p{L}{1,14}( \p{Lu}\p{L}{1,14}){1,3})\)(?<dash>\s*[―—–_-])?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Form();

    // "April 29 (Wire) —", "LAKEPORT, Apr. 30 (Wire) -": a month and a day before the agency.
    [GeneratedRegex(
        @"^[^()]{0,60}\b(?<month>\p{Lu}\p{Ll}{2,8})\.? (?<day>[0-9]{1,2}),? *\(\p{Lu}[\p{L} ]{1,30}\)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Filed();
}
