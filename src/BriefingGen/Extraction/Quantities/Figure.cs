using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Quantities;

/// <summary>A number in the text.</summary>
/// <param name="First">Index of its first word, currency sign included.</param>
/// <param name="End">Index after its last word, unit excluded.</param>
/// <param name="Low">Lower end; null where open.</param>
/// <param name="High">Upper end; null where open.</param>
/// <param name="Unit">Currency or unit that stands with it; null where none does.</param>
/// <param name="Hedge">The words that loosen it: first word and end; null where there are none.</param>
internal readonly record struct Figure(
    int First,
    int End,
    double? Low,
    double? High,
    string? Unit,
    (int First, int End)? Hedge
);

/// <summary>Reads the numbers of a sentence with their hedges, ranges and units.</summary>
internal sealed class FigureReader(ArticleContext context, QuantityWords words)
{
    private const int MaxWords = 8;

    /// <summary>The figures between two words, in order.</summary>
    public List<Figure> Read(int first, int end)
    {
        var found = new List<Figure>();
        for (var i = first; i < end; i++)
        {
            if (Share(i, first, end) is { } share)
            {
                found.Add(share);
                i = share.End - 1;
            }
            else if (
                !context.IsDate(i)
                && words.Number(context.Lower(i)) is not null
                && Value(i, end) is var (value, next)
            )
            {
                found.Add(Finish(i, next, value, first, end));
                i = Math.Max(i, found[^1].End - 1);
            }
        }

        return found;
    }

    // "half of the captives", "more than two thirds of voters": a share of what follows, in per cent.
    private Figure? Share(int at, int from, int end)
    {
        var of = at;
        double count = 1;
        if (
            words.Number(context.Lower(at)) is { } times
            && at + 1 < end
            && words.Fraction(context.Lower(at + 1)) is not null
        )
        {
            (count, of) = (times, at + 1);
        }

        if (
            words.Fraction(context.Lower(of)) is not { } part
            || of + 2 >= end
            || context.Lower(of + 1) != "of"
            || context.IsDate(of)
            || count * part > 100
            || context.Upos(of + 2) is not (Upos.Det or Upos.Noun or Upos.Num or Upos.Propn or Upos.Adj or Upos.Pron)
        )
        {
            return null;
        }

        var first = at > from && context.Lower(at - 1) is "a" or "one" ? at - 1 : at;
        var hedge = words.HedgeBefore(context, first, from);
        var value = Math.Round(count * part, 1);
        return new Figure(
            first,
            of + 1,
            hedge?.Kind is "most" ? null : value,
            hedge?.Kind is "least" ? null : value,
            "percent",
            hedge is { } h ? (first - h.Length, first) : null
        );
    }

    // "two million", "three hundred and five", "3.4bn".
    private (double Value, int End) Value(int at, int end)
    {
        var (total, current) = (0.0, 0.0);
        var i = at;
        for (; i < end && i - at < MaxWords; i++)
        {
            var word = context.Lower(i);
            if (words.Number(word) is { } number)
            {
                if (i > at && !IsPart(i, number, current))
                {
                    break;
                }

                current += number;
            }
            else if (i > at && words.Multiplier(word) is { } times)
            {
                current *= times;
                if (times >= 1000)
                {
                    (total, current) = (total + current, 0);
                }
            }
            else if (
                !(
                    i > at
                    && word == "and"
                    && current >= 100
                    && words.Number(context.Lower(i + 1)) is < 100
                    && IsWord(i + 1)
                )
            )
            {
                break;
            }
        }

        return (total + current, i);
    }

    private bool IsWord(int token) => char.IsLetter(context.Form(token)[0]);

    // "three hundred five": smaller parts follow larger ones; "2018 14" are two numbers.
    private bool IsPart(int token, double number, double current) =>
        IsWord(token) && number < 100 && current >= 20 && current % 10 == 0 && (current >= 100 || number < 10);

    private Figure Finish(int first, int next, double value, int from, int end)
    {
        var (low, high) = ((double?)value, (double?)value);
        // "between 10 and 12", "10 to 12".
        if (
            next + 1 < end
            && context.Lower(next) is "to" or "-" or "–" or "and" or "or"
            && words.Number(context.Lower(next + 1)) is not null
            && (
                context.Lower(next) is not ("and" or "or")
                || (first > from && context.Lower(first - 1) is "between")
                || context.Lower(next) == "or"
            )
            && Value(next + 1, end) is var (upper, after)
            && upper > value
        )
        {
            // "10 to 12 million" gives both the multiplier.
            var scale =
                upper >= 1000 && value < 1000 && words.Multiplier(context.Lower(after - 1)) is { } times ? times : 1;
            (low, high, next) = (value * scale, upper, after);
        }

        string? unit = null;
        if (
            first > from
            && words.Currency(context.Lower(first - 1)) is { } sign
            && !char.IsLetter(context.Form(first - 1)[^1])
        )
        {
            (unit, first) = (sign, first - 1);
        }
        else if (words.Currency(context.Form(first)[..1]) is { } glued)
        {
            unit = glued;
        }

        if (next < end && unit is null)
        {
            unit = context.Form(next - 1).EndsWith('%')
                ? "percent"
                : words.Unit(context.Lemma(next))
                    ?? words.Currency(context.Lemma(next))
                    ?? (next + 1 < end ? words.Unit($"{context.Lower(next)} {context.Lemma(next + 1)}") : null);
        }

        var hedge = words.HedgeBefore(context, first, from);
        (low, high) = hedge?.Kind switch
        {
            "least" => (low, null),
            "most" => (null, high),
            _ => (low, high),
        };
        return new Figure(first, next, low, high, unit, hedge is { } h ? (first - h.Length, first) : null);
    }
}
