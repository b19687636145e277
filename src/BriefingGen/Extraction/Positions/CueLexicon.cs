using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace BriefingGen.Extraction.Positions;

/// <summary>Verbs, nouns ("n:support") and adjectives ("a:skeptical") that attribute in the training texts, with how often they do.</summary>
internal sealed class CueLexicon
{
    private readonly FrozenDictionary<string, double> _rates;

    private CueLexicon(FrozenDictionary<string, double> rates) => _rates = rates;

    /// <summary>Reads the list that ships with the library: lemma, share of its uses that attribute.</summary>
    public static CueLexicon Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("BriefingGen.cues.tsv")!;
        using var reader = new StreamReader(stream);
        var rates = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && line[0] != '#')
            {
                rates[line[..tab]] = double.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture);
            }
        }

        return new CueLexicon(rates.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Share of the uses of a verb that attribute, from 0 to 1.</summary>
    public double Rate(string lemma) => _rates.GetValueOrDefault(lemma);

    public bool MayBeCue(string lemma) => _rates.ContainsKey(lemma);
}
