using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// Checks days: one that an article tells against its own date is worked out again from the article's words, and the date
/// of a line is the one of its own fact.
/// </summary>
internal sealed class DayCheck(FactBook facts, IReadOnlyDictionary<string, RepairedText> articles)
{
    private readonly Dictionary<string, ImmutableArray<(TextSpan Span, DateOnly From, DateOnly To)>> _days = new(
        StringComparer.Ordinal
    );

    public IEnumerable<string> Problems(PrintedLine line)
    {
        foreach (var part in line.Parts)
        {
            if (part is { Kind: StatementPartKind.Day, Article: { } article, Start: { } start, End: { } end })
            {
                if (start >= 0 && start < end && Told(article, new TextSpan(start, end), part.Value) is { } told)
                {
                    yield return $"gives the day \"{part.Text}\", but the article's words mean {told}";
                }
            }
            else if (part is { Kind: StatementPartKind.Date, Value: { } value } && Own(line) is { } own && own != value)
            {
                yield return $"gives the date \"{part.Text}\", but its fact is of {own}";
            }
        }
    }

    // Of a line with a date of its own fact; a row of sanctions has that of its round.
    private string? Own(PrintedLine line)
    {
        var fact = line.Own.Fact;
        if (facts.Sanctions(fact).Any() && line.IsRow)
        {
            return null;
        }

        var (day, range) =
            facts.Event(fact) is { } told ? (told.Date, told.DateRange)
            : facts.Position(fact) is { } said ? (said.Date, said.DateRange)
            : (null, null);
        return day is { } known ? Iso(known, known)
            : range is not null ? Iso(range.Start, range.End)
            : null;
    }

    // Null where the words mean those days, or are not understood.
    private string? Told(string article, TextSpan span, string? value)
    {
        var meant = Days(article).Where(day => day.Span.Overlaps(span)).ToList();
        return meant.Count == 0 || meant.Exists(day => IsThat(day.From, day.To, value))
            ? null
            : Iso(meant[0].From, meant[0].To);
    }

    // "this week" is the whole of it, also where the article stands within it.
    private static bool IsThat(DateOnly from, DateOnly to, string? value) =>
        value == Iso(from, to)
        || (
            value?.Split('/') is [var first, var last]
            && DateOnly.TryParseExact(
                first,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var start
            )
            && DateOnly.TryParseExact(
                last,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var end
            )
            && end.DayNumber - start.DayNumber is >= 4 and <= 7
            && start <= from
            && end >= to
        );

    private ImmutableArray<(TextSpan Span, DateOnly From, DateOnly To)> Days(string article)
    {
        if (_days.TryGetValue(article, out var known))
        {
            return known;
        }

        if (!articles.TryGetValue(article, out var text) || facts.Source(article)?.Published is not { } published)
        {
            return _days[article] = [];
        }

        return _days[article] = ToldDays.Of(text, published);
    }

    private static string Iso(DateOnly from, DateOnly to) =>
        string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}/{to:yyyy-MM-dd}");
}
