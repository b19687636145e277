using System.Collections.Frozen;
using System.Globalization;

namespace BriefingGen.Fusion.Terms;

/// <summary>In how many of a number of news texts a lemma stands, from <c>background.tsv</c>: common words, no names.</summary>
internal sealed class BackgroundFrequencies
{
    private static readonly Lazy<BackgroundFrequencies> Shared = new(Read);

    private readonly FrozenDictionary<string, int> _texts;

    private BackgroundFrequencies(int all, FrozenDictionary<string, int> texts) => (Texts, _texts) = (all, texts);

    /// <summary>Number of texts that were counted.</summary>
    public int Texts { get; }

    public static BackgroundFrequencies Load() => Shared.Value;

    /// <summary>In how many of <see cref="Texts"/> a lemma stands.</summary>
    public int Of(string lemma) => _texts.GetValueOrDefault(lemma);

    private static BackgroundFrequencies Read()
    {
        var all = 0;
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Rows("background.tsv"))
        {
            var count = int.Parse(row[1], CultureInfo.InvariantCulture);
            if (row[0] == "*")
            {
                all = count;
            }
            else
            {
                texts.Add(row[0], count);
            }
        }

        return new BackgroundFrequencies(all, texts.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
