using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>Verbs, nouns ("n:support") and adjectives ("a:skeptical") that attribute in the training texts, with how often they do.</summary>
internal sealed class CueLexicon
{
    private const string Missing =
        "assess judge caution reiterate condemn demand allege stress underline underscore reaffirm deplore protest deny"
        + " reject doubt estimate forecast hint foresee evaluate maintain contend signal clarify threaten vow";

    private const double MissingRate = 0.65;
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

        return Of(rates);
    }

    /// <summary>A list with the given shares, and the verbs that the training texts lack.</summary>
    public static CueLexicon Of(IReadOnlyDictionary<string, double> counted)
    {
        var rates = new Dictionary<string, double>(counted, StringComparer.Ordinal);

        // Verbs of intelligence and diplomacy that the training texts, American politics, hardly hold.
        foreach (var verb in Missing.Split(' '))
        {
            rates.TryAdd(verb, MissingRate);
        }

        return new CueLexicon(rates.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Share of the uses of a verb that attribute, from 0 to 1.</summary>
    public double Rate(string lemma) => _rates.GetValueOrDefault(lemma);

    public bool MayBeCue(string lemma) => _rates.ContainsKey(lemma);

    /// <summary>The list's name of a word: a verb's lemma, or a lemma with its class before it.</summary>
    public static string Key(ArticleContext context, int word) =>
        context.Upos(word) switch
        {
            Upos.Noun => "n:" + context.Lemma(word),
            Upos.Adj => "a:" + context.Lemma(word),
            _ => context.Lemma(word),
        };
}
