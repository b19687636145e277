using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>A number of people that a claim gives.</summary>
/// <param name="Quantity">What is counted: <c>killed</c>, <c>wounded</c>, <c>captured</c>, <c>displaced</c>, <c>missing</c>.</param>
/// <param name="Who">Who is counted, as a plural word (<c>civilians</c>); empty where it is only people.</param>
/// <param name="Value">The number.</param>
/// <param name="Exact">False for "at least", "more than", "about": a bound or an estimate that another number may fit.</param>
internal sealed record CountedFigure(string Quantity, string Who, long Value, bool Exact);

/// <summary>Reads the numbers of killed, wounded, captured, displaced and missing people. Years and ids are none.</summary>
internal static class FigureReader
{
    private const int Window = 5;

    private static readonly FrozenDictionary<string, string> Quantities = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["killed"] = "killed",
        ["dead"] = "killed",
        ["died"] = "killed",
        ["deaths"] = "killed",
        ["fatalities"] = "killed",
        ["slain"] = "killed",
        ["wounded"] = "wounded",
        ["injured"] = "wounded",
        ["injuries"] = "wounded",
        ["hurt"] = "wounded",
        ["captured"] = "captured",
        ["prisoners"] = "captured",
        ["detained"] = "captured",
        ["arrested"] = "captured",
        ["displaced"] = "displaced",
        ["evacuated"] = "displaced",
        ["missing"] = "missing",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, long> Numbers = (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        + "nineteen twenty"
    )
        .Split(' ')
        .Select((word, i) => (word, Value: i + 2L))
        .ToFrozenDictionary(x => x.word, x => x.Value, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, long> Multiples = new Dictionary<string, long>(
        StringComparer.Ordinal
    )
    {
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Groups = (
        "civilians soldiers troops servicemen fighters militants rebels children women officers police policemen militiamen "
        + "guards journalists workers protesters crew sailors marines pilots"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bounds = (
        "least most than about around nearly almost some up approximately roughly over estimated dozens hundreds thousands to "
        + "between as"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The figures of a text; a quantity that is given twice is left out.</summary>
    public static ImmutableArray<CountedFigure> Read(string text)
    {
        var words = ContentWords.Split(text).ToList();
        var found = new List<CountedFigure>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Value(words, i) is { } value && Counted(words, i) is { } counted)
            {
                var exact = !words.Skip(Math.Max(0, i - 3)).Take(Math.Min(i, 3)).Any(Bounds.Contains);
                found.Add(new CountedFigure(counted.Quantity, counted.Who, value, exact));
            }
        }

        return [.. found.GroupBy(f => f.Quantity).Where(g => g.Count() == 1).Select(g => g.First())];
    }

    private static long? Value(List<string> words, int i)
    {
        long value;
        var digits = words[i].Replace(",", "", StringComparison.Ordinal);
        if (digits.All(char.IsAsciiDigit) && digits.Length is > 0 and < 10)
        {
            value = long.Parse(digits, CultureInfo.InvariantCulture);
        }
        else if (!Numbers.TryGetValue(words[i], out value))
        {
            return null;
        }

        return i + 1 < words.Count && Multiples.TryGetValue(words[i + 1], out var times) ? value * times : value;
    }

    // "23 people were killed", "12 dead", "killed 14 civilians": the word within a few, no other number between.
    private static (string Quantity, string Who)? Counted(List<string> words, int at)
    {
        var who = "";
        for (var i = at + 1; i < words.Count && i <= at + Window; i++)
        {
            if (Value(words, i) is not null || words[i] is "and" or "in" or "on" or "by")
            {
                break;
            }

            if (Groups.Contains(words[i]))
            {
                who = words[i];
            }

            if (Quantities.TryGetValue(words[i], out var after))
            {
                return (after, who);
            }
        }

        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
        {
            if (Quantities.TryGetValue(words[i], out var before))
            {
                return
                    words[i]
                        is "killed"
                            or "wounded"
                            or "injured"
                            or "captured"
                            or "detained"
                            or "arrested"
                            or "displaced"
                    ? (before, who)
                    : null;
            }
        }

        return null;
    }
}
