using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace BriefingGen.Extraction.Quantities;

/// <summary>The words of figures: numbers, hedges, units. Immutable and thread-safe.</summary>
internal sealed class QuantityWords
{
    private readonly FrozenDictionary<string, double> _numbers;
    private readonly FrozenDictionary<string, double> _multipliers;
    private readonly FrozenDictionary<string, double> _fractions;
    private readonly FrozenDictionary<string, string> _units;
    private readonly FrozenDictionary<string, string> _currencies;
    private readonly FrozenSet<string> _times;
    private readonly FrozenSet<string> _corrections;
    private readonly FrozenSet<string> _revisions;
    private readonly ImmutableArray<(string Kind, string[] Words)> _hedges;

    private QuantityWords(Dictionary<string, string> lines)
    {
        _numbers = Values(lines["number"]);
        _multipliers = Values(lines["multiplier"]);
        _fractions = Values(lines["fraction"]);
        _units = Names(lines["unit"]);
        _currencies = Names(lines["currency"]);
        _times = lines["time"].Split(' ').ToFrozenSet(StringComparer.Ordinal);
        _corrections = lines["correction"].Split(' ').ToFrozenSet(StringComparer.Ordinal);
        _revisions = lines["revise"].Split(' ').ToFrozenSet(StringComparer.Ordinal);
        _hedges =
        [
            .. new[] { "least", "most", "about" }
                .SelectMany(kind => lines[kind].Split(' ').Select(words => (kind, Words: words.Split('_'))))
                .OrderByDescending(hedge => hedge.Words.Length),
        ];
    }

    /// <summary>Reads the table that is built in.</summary>
    public static QuantityWords Load() =>
        new(TableLines.Of("quantity-words.tsv").ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal));

    /// <summary>The value of a number word or of figures; null for other words.</summary>
    public double? Number(string word)
    {
        if (_numbers.TryGetValue(word, out var known))
        {
            return known;
        }

        var dash = word.IndexOf('-', StringComparison.Ordinal);
        if (
            dash > 0
            && _numbers.TryGetValue(word[..dash], out var tens)
            && _numbers.TryGetValue(word[(dash + 1)..], out var ones)
        )
        {
            return tens + ones;
        }

        var digits = word.TrimStart('$', '€', '£', '¥').TrimEnd('%');
        return
            digits.Length > 0
            && char.IsAsciiDigit(digits[0])
            && double.TryParse(
                digits,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture,
                out var value
            )
            ? value
            : null;
    }

    /// <summary>How many per cent "half", "third" or "quarters" make; null for other words.</summary>
    public double? Fraction(string word) => _fractions.TryGetValue(word, out var value) ? value : null;

    /// <summary>The value of "million"; null for other words.</summary>
    public double? Multiplier(string word) => _multipliers.TryGetValue(word, out var value) ? value : null;

    /// <summary>The unit that a lemma names; null for none.</summary>
    public string? Unit(string lemma) => _units.GetValueOrDefault(lemma);

    /// <summary>The currency that a word or sign names; null for none.</summary>
    public string? Currency(string lemma) => _currencies.GetValueOrDefault(lemma);

    /// <summary>True for "year", "hour".</summary>
    public bool IsTime(string lemma) => _times.Contains(lemma);

    /// <summary>True for "earlier", "initially".</summary>
    public bool IsEarlier(string word) => _corrections.Contains(word);

    /// <summary>True for "revised", "corrected".</summary>
    public bool Revises(string lemma) => _revisions.Contains(lemma);

    /// <summary>The hedge that ends before a word: its kind and its number of words; null where there is none.</summary>
    public (string Kind, int Length)? HedgeBefore(ArticleContext context, int token, int from)
    {
        foreach (var (kind, words) in _hedges)
        {
            if (
                token - words.Length >= from
                && words.Select((w, i) => context.Lower(token - words.Length + i) == w).All(same => same)
            )
            {
                return (kind, words.Length);
            }
        }

        return null;
    }

    private static FrozenDictionary<string, double> Values(string line) =>
        Names(line)
            .ToFrozenDictionary(
                p => p.Key,
                p => double.Parse(p.Value, CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );

    private static FrozenDictionary<string, string> Names(string line) =>
        line.Split(' ')
            .Select(entry => (At: entry.LastIndexOf('='), entry))
            .ToFrozenDictionary(
                e => e.entry[..e.At].Replace('_', ' '),
                e => e.entry[(e.At + 1)..],
                StringComparer.Ordinal
            );
}
