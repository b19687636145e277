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
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sentence = document.Sentences[s];
            // "The previous day" counts from a date of this sentence or of the one before it in its paragraph.
            var reach =
                s > 0 && document.Sentences[s - 1].Region == sentence.Region
                    ? document.Sentences[s - 1].First
                    : sentence.First;
            for (var at = sentence.First; at < sentence.End; )
            {
                var words = new DateContext(document, sentence, Anchor(dates, reach));
                if (!DateWords.CanBegin(words[at]) || Match(words, at) is not { } found)
                {
                    at++;
                    continue;
                }

                var (end, period) = DateRanges.Joined(words, at, found.End, found.Period);
                dates.Add(new DateExpression(at, end, period.From, period.To, period.Precision));
                at = end;
            }
        }

        document.SetDates(dates.DrainToImmutable());
    }

    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="at">Where the expression begins.</param>
    /// <param name="isSecond">True behind "from X to": a bare month or year is one there.</param>
    internal static (int End, Period Period)? Match(DateContext words, int at, bool isSecond = false) =>
        Plain(words, at, isSecond)
        // "early March", "late Thursday", "earlier today": the value is that of the whole, for nobody says where early ends.
        ?? (words.IsOneOf(at, "early late mid earlier later") ? Plain(words, at + 1, isSecond) : null);

    private static (int End, Period Period)? Plain(DateContext words, int at, bool isSecond) =>
        CalendarDates.Match(words, at, isSecond)
        ?? YearParts.Match(words, at)
        ?? Feasts.Match(words, at)
        ?? RelativeDays.Match(words, at)
        ?? AnchoredDates.Match(words, at)
        ?? RelativeUnits.Match(words, at);

    private static Period? Anchor(ImmutableArray<DateExpression>.Builder dates, int reach) =>
        dates.Count > 0 && dates[^1].First >= reach && dates[^1].Precision != DatePrecision.Range
            ? new Period(dates[^1].From, dates[^1].To, dates[^1].Precision)
            : null;
}
