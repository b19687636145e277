using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Dates;

/// <summary>
/// Finds English date expressions and resolves them against the article's date. What cannot be resolved (a weekday where
/// that date is not known, a day that no month has) is left out.
/// </summary>
internal sealed class EnglishDates : ILanguageComponent
{
    /// <inheritdoc/>
    public string Name => "dates";

    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens;

    /// <inheritdoc/>
    public Layers Provides => Layers.Dates;

    /// <inheritdoc/>
    public void Annotate(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var dates = ImmutableArray.CreateBuilder<DateExpression>();
        foreach (var sentence in document.Sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var words = new DateContext(document, sentence);
            for (var at = sentence.First; at < sentence.End; )
            {
                if (!DateWords.CanBegin(words[at]) || Match(words, at) is not { } found)
                {
                    at++;
                    continue;
                }

                var (end, period) = Joined(words, at, found.End, found.Period);
                dates.Add(new DateExpression(at, end, period.From, period.To, period.Precision));
                at = end;
            }
        }

        document.SetDates(dates.DrainToImmutable());
    }

    private static (int End, Period Period)? Match(DateContext words, int at) =>
        CalendarDates.Match(words, at) ?? RelativeDates.Match(words, at);

    // "from Monday to Thursday", "between 2014 and 2022", "March 28 – April 2": one stretch.
    private static (int End, Period Period) Joined(DateContext words, int first, int end, Period period)
    {
        var isJoint =
            words.IsOneOf(end, "to through until till - – —")
            || (words.Is(end, "and") && words.Is(first - 1, "between"));
        if (!isJoint || period.Precision == DatePrecision.Range)
        {
            return (end, period);
        }

        var start = words.Is(end + 1, "the") ? end + 2 : end + 1;
        return
            Match(words, start) is { } second
            && second.Period.Precision == period.Precision
            && Period.Range(period.From, second.Period.To) is { } range
            ? (second.End, range)
            : (end, period);
    }
}
