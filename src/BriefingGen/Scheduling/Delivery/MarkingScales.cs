using System.Collections.Immutable;
using System.Text;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>
/// Orders of handling markings, lowest first: the words of TLP 2.0 (FIRST, August 2022) and one own order. Markings are
/// compared without regard to case and spaces.
/// </summary>
public sealed class MarkingScales
{
    private static readonly ImmutableArray<string> Tlp =
    [
        "TLP:CLEAR",
        "TLP:GREEN",
        "TLP:AMBER",
        "TLP:AMBER+STRICT",
        "TLP:RED",
    ];

    private readonly Dictionary<string, (int Scale, int Rank)> _places = new(StringComparer.Ordinal);

    /// <summary>TLP 2.0 and an own order.</summary>
    /// <param name="own">Own markings, lowest first; empty for none.</param>
    /// <exception cref="ArgumentException">A marking is empty, or occurs twice, or is a word of TLP.</exception>
    public MarkingScales(ImmutableArray<string> own)
    {
        Add(0, Tlp);
        Add(1, own.IsDefault ? [] : own);
    }

    /// <summary>Whether a target may get what bears a marking.</summary>
    /// <param name="clearance">
    /// The target's: each word covers itself and what stands below it in its order. A word in no order covers itself alone.
    /// </param>
    /// <param name="marking">The brief's; null or blank is below all others, and every target may get it.</param>
    public bool Covers(IReadOnlyCollection<string> clearance, string? marking)
    {
        ArgumentNullException.ThrowIfNull(clearance);
        var wanted = Normal(marking ?? string.Empty);
        if (wanted.Length == 0)
        {
            return true;
        }

        var ranked = _places.TryGetValue(wanted, out var place);
        return clearance
            .Select(Normal)
            .Any(word =>
                string.Equals(word, wanted, StringComparison.Ordinal)
                || (
                    ranked
                    && _places.TryGetValue(word, out var own)
                    && own.Scale == place.Scale
                    && own.Rank >= place.Rank
                )
            );
    }

    /// <summary>Upper case; single spaces between words, none beside <c>:</c>, <c>+</c> and <c>/</c>.</summary>
    internal static string Normal(string marking)
    {
        var text = new StringBuilder(marking.Length);
        foreach (var c in SpokenText.OneLine(marking, int.MaxValue).Trim().ToUpperInvariant())
        {
            if (c is ':' or '+' or '/' && text.Length > 0 && text[^1] == ' ')
            {
                text.Length--;
            }

            if (c != ' ' || (text.Length > 0 && text[^1] is not (':' or '+' or '/' or ' ')))
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private void Add(int scale, ImmutableArray<string> markings)
    {
        for (var rank = 0; rank < markings.Length; rank++)
        {
            var word = Normal(markings[rank]);
            if (word.Length == 0 || !_places.TryAdd(word, (scale, rank)))
            {
                throw new ArgumentException(
                    $"marking {rank + 1} (\"{word}\"): expected words that are neither blank nor given twice nor of TLP",
                    nameof(markings)
                );
            }
        }
    }
}
